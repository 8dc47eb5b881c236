/** A guess, from its small words, whether a text is English: for texts that declare no language outside a browser. */

const ENGLISH = new Set(
  'the of and to in a is that for it with as was on be at by this are from or have an not they which you had were their has can but also may will when there been more if its than his her she he we your what'.split(
    ' ',
  ),
);

/** Words below which there is no telling. */
const FEW_WORDS = 12;
/** Share of such words in running English is 30–50 %, in lists and tables less; in other languages below 6 %. */
const SHARE = 0.08;

/** Whether `text` reads as English; true when it is too short to tell. */
export function looksEnglish(text: string): boolean {
  const words =
    text
      .slice(0, 20_000)
      .toLowerCase()
      .match(/[\p{L}\p{M}]+/gu) ?? [];
  if (words.length < FEW_WORDS) return true;
  return words.filter((word) => ENGLISH.has(word)).length / words.length >= SHARE;
}
