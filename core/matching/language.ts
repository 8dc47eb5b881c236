/** A guess, from its small words, whether a text is English: for texts outside a browser, which has a detector of its own. */

const ENGLISH = new Set(
  'the of and to in a is that for it with as was on be at by this are from or have an not they which you had were their has can but also may will when there been more if its than his her she he we your what'.split(
    ' ',
  ),
);

/** German, Dutch, Swedish, Danish, Norwegian, Finnish, French, Spanish, Portuguese, Italian, Polish, Turkish. */
const OTHERS = new Set(
  `der die das und nicht ist ein eine mit auf für von zu den dem im sich auch het een van niet voor op zijn dat och att som det är på
   inte av og ikke til ja ei että oli ovat mutta joka kuin le la les des et est une dans que pour qui pas sur au du avec el los las del
   por para como más una con se su um uma não com os dos il di che è per sono della gli nie się jest że na bir ve bu için`.split(
    /\s+/,
  ),
);

/** Words of other languages for each English one from which on a text is none. */
const RATIO = 1;
/** Words below which there is no telling. */
const FEW_WORDS = 4;

/** Whether `text` reads as English, or gives no sign that it does not. */
export function looksEnglish(text: string): boolean {
  const sample = text.slice(0, 20_000).toLowerCase();
  const words = sample.match(/[\p{L}\p{M}]+/gu) ?? [];
  const count = (set: ReadonlySet<string>) => words.filter((word) => set.has(word)).length;
  const latin = words.filter((word) => /^\p{Script=Latin}/u.test(word)).length;
  if (latin < words.length / 2) return false;
  const others = count(OTHERS);
  return others < FEW_WORDS || others <= count(ENGLISH) * RATIO;
}
