/** The demo article as an ordinary web page. */
import { ARTICLE, type Section } from '../../entrypoints/welcome/article.ts';

const STYLE = `
  :root { color-scheme: light dark; }
  body { font: 19px/1.65 Georgia, serif; max-width: 38em; margin: 3em auto; padding: 0 1.2em; }
  h1, h2 { line-height: 1.25; }
`;

/** HTML of the whole page. */
export function demoPage(): string {
  return `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${asText(ARTICLE.title)}</title><style>${STYLE}</style>
<article><h1>${asText(ARTICLE.title)}</h1>${ARTICLE.sections.map(section).join('')}</article></html>`;
}

function section({ heading, parts }: Section): string {
  const title = heading === undefined ? '' : `<h2>${asText(heading)}</h2>`;
  const texts = parts.map((part) =>
    typeof part === 'string'
      ? `<p>${asText(part)}</p>`
      : `<ul>${part.map((item) => `<li>${asText(item)}</li>`).join('')}</ul>`,
  );
  return `<section>${title}${texts.join('')}</section>`;
}

function asText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
