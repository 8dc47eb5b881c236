/** Which text is English: what the page declares, corrected by the browser's own detection where that is sure. */
import { attributeOf, closest, documentElement, isElement, isFragment, parentOf } from './dom.ts';

/** Characters of a sample that the detection is reliable on. */
const SAMPLE = 1500;
/** Characters below which a detection does not overrule what the page declares: lists of terms read as Latin. */
const CONVINCING = 400;
/** Nodes to look at for it. */
const NODES = 300;

/** Says of a node whether its text counts as English, judging the page by the text from `near` on. */
export async function languageOf(near: Text): Promise<(node: Node) => boolean> {
  const declared = declaredLanguage();
  const sample = sampleFrom(near);
  const detected = declared === undefined || sample.length >= CONVINCING ? await detect(sample) : undefined;
  const pageIsEnglish = detected === undefined ? declared === undefined || isEnglish(declared) : isEnglish(detected);
  return (node) => {
    const lang = nearestLanguage(node);
    return lang === undefined || lang === declared ? pageIsEnglish : isEnglish(lang);
  };
}

function declaredLanguage(): string | undefined {
  const root = documentElement();
  return (root && attributeOf(root, 'lang')) || undefined;
}

/** What the nearest element above `node` declares, across shadow roots; undefined where none does. */
function nearestLanguage(node: Node): string | undefined {
  let from: Node | null = node;
  while (from) {
    if (isFragment(from)) from = from.host;
    const element: Element | null = isElement(from) ? closest(from, '[lang]') : null;
    if (element) return attributeOf(element, 'lang') || undefined;
    while (from && !isFragment(from)) from = parentOf(from);
  }
  return undefined;
}

function sampleFrom(near: Text): string {
  const walker = Document.prototype.createTreeWalker.call(document, near.getRootNode(), NodeFilter.SHOW_TEXT);
  walker.currentNode = near;
  let sample = near.data.trim();
  for (let count = 0; count < NODES && sample.length < SAMPLE; count++) {
    const next = walker.nextNode();
    if (!next) break;
    sample += ` ${(next as Text).data.slice(0, SAMPLE).trim()}`;
  }
  return sample.slice(0, SAMPLE);
}

/** The language that the browser is sure of, as a BCP 47 tag. */
async function detect(sample: string): Promise<string | undefined> {
  try {
    const { isReliable, languages } = await chrome.i18n.detectLanguage(sample);
    return isReliable ? languages[0]?.language : undefined;
  } catch {
    // The extension is gone.
    return undefined;
  }
}

function isEnglish(tag: string): boolean {
  return /^en(?:-|_|$)/i.test(tag.trim());
}
