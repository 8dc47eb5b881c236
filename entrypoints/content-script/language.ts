/** Which text is English: what the page declares, corrected by the browser's own detection where that is sure. */

/** Characters of a sample that the detection is reliable on. */
export const SAMPLE = 1500;

export interface Language {
  /** Whether the text of `container` counts as English. */
  accepts(container: Element): boolean;
}

/** The language of a page whose `sample` of text is given; without a sample the declaration alone counts. */
export async function languageOf(sample: string): Promise<Language> {
  const declared = document.documentElement.lang || undefined;
  const detected = sample.length > 0 ? await detect(sample) : undefined;
  const pageIsEnglish = detected === undefined ? declared === undefined || isEnglish(declared) : isEnglish(detected);
  return {
    accepts(container) {
      const nearest = container.closest('[lang]');
      if (!nearest || nearest === document.documentElement) return pageIsEnglish;
      const lang = nearest.getAttribute('lang') ?? '';
      if (lang === '' || lang === declared) return pageIsEnglish;
      return isEnglish(lang);
    },
  };
}

/** The language that the browser is sure of, as a BCP 47 tag. */
async function detect(sample: string): Promise<string | undefined> {
  const { isReliable, languages } = await chrome.i18n.detectLanguage(sample);
  return isReliable ? languages[0]?.language : undefined;
}

function isEnglish(tag: string): boolean {
  return /^en(?:-|_|$)/i.test(tag.trim());
}
