/** Pages whose policies allow next to nothing, and pages that rewrite themselves. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { pause, rest, waitForMarks, waitForPopover } from '../../../scripts/lib/reader.ts';
import { inEachBrowser, ROOT } from '../support/world.ts';

const ARTICLE = `<!doctype html><html lang="en"><title>Twitches</title><body><h1>Why muscles twitch</h1>
  <p>A lack of magnesium or hypocalcaemia can cause a fasciculation.</p>`;
const POLICIES: Readonly<Record<string, string>> = {
  'no source and no trusted type': "default-src 'none'; require-trusted-types-for 'script'; trusted-types 'none'",
  'a sandbox': 'sandbox',
  'a sandbox with scripts, and no source': "sandbox allow-scripts; default-src 'none'",
};
/** What a page does to itself; each says afterwards that only the given words are on it. */
const REWRITES: readonly (readonly [how: string, code: string, words: readonly string[]])[] = [
  ['innerHTML', "document.body.innerHTML = '<p>Now potassium is the matter.</p>'", ['potassium']],
  ['text in place', "document.querySelector('p').firstChild.data = 'Then hypokalemia came.'", ['hypokalemia']],
  [
    'a word letter by letter',
    "const t = document.querySelector('p').firstChild; t.data = ''; for (const c of 'Riboflavin helps.') t.appendData(c)",
    ['Riboflavin'],
  ],
  [
    'nodes split and joined',
    "const t = document.querySelector('p').firstChild; t.splitText(4); t.parentNode.insertBefore(document.createElement('i'), t.nextSibling)",
    ['Riboflavin'],
  ],
  [
    'a range put into an element, and out of it again',
    "const p = document.querySelector('p'); p.textContent = 'Then thiamine came.'; const r = new Range(); r.setStart(p.firstChild, 7); r.setEnd(p.firstChild, 9); r.surroundContents(document.createElement('u'))",
    ['thiamine'],
  ],
  ['all texts joined', "document.querySelector('u').replaceWith('ia'); document.body.normalize()", ['thiamine']],
  [
    'an element replaced by its own words',
    "const p = document.querySelector('p'); p.replaceWith(...p.childNodes); document.body.append(' And zinc in food.')",
    ['thiamine', 'zinc'],
  ],
  [
    'nodes taken out into another document and back',
    "const away = document.implementation.createHTMLDocument(); away.body.append(...document.body.childNodes); const p = document.createElement('p'); p.append('Potassium. ', ...away.body.childNodes); document.body.append(p)",
    ['Potassium', 'thiamine', 'zinc'],
  ],
  [
    'replaceChildren',
    "document.body.replaceChildren(...['potassium', 'thiamine'].map((word) => Object.assign(document.createElement('div'), { textContent: word + ' in food' })))",
    ['potassium', 'thiamine'],
  ],
  ['order', 'document.body.prepend(document.body.lastChild)', ['thiamine', 'potassium']],
  [
    'a new body',
    "const body = document.createElement('body'); body.textContent = 'More magnesium and fasciculations.'; document.body.replaceWith(body)",
    ['magnesium', 'fasciculations'],
  ],
  [
    'a new document',
    "document.open(); document.write('<html lang=en><body><p>Riboflavin and hypocalcaemia in writing.</p>'); document.close()",
    ['Riboflavin', 'hypocalcaemia'],
  ],
];

inEachBrowser('A page', (world) => {
  for (const [name, policy] of Object.entries(POLICIES)) {
    it(`with ${name} has marks and a styled card, and no complaint in its console`, async () => {
      const path = `/strict-${name.replaceAll(' ', '-')}`;
      world.pages.set(path, { body: ARTICLE, headers: { 'content-security-policy': policy } });
      const page = await world.launched.browser.newPage();
      const errors: string[] = [];
      page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
      await page.goto(world.server.url + path.slice(1), { waitUntil: 'load' });
      await page.bringToFront();
      const marks = await waitForMarks(page, (all) => all.some(({ text }) => text === 'hypocalcaemia'));
      const mark = marks.find(({ text }) => text === 'hypocalcaemia');
      if (!mark) throw new Error('no mark');
      await rest(page, mark);
      const card = await waitForPopover(world.control, page, (seen) => (seen?.height ?? 0) > 100);
      expect(card?.text).toContain('Hypocalc');
      // Its style sheets are there: without them it would be as wide as the page and have no theme.
      expect(card?.width).toBeGreaterThan(340);
      expect(card?.width).toBeLessThan(500);
      expect(card?.theme).toBe('light');
      await page.keyboard.press('Escape');
      await waitForPopover(world.control, page, (seen) => seen === undefined);
      expect(errors).toEqual([]);
    });
  }

  it('that rewrites itself in every way has the marks of what stands there now', async () => {
    const page = await world.show(ARTICLE);
    await waitForMarks(page, (all) => all.some(({ text }) => text === 'hypocalcaemia'));
    for (const [how, code, words] of REWRITES) {
      await page.evaluate(`{ ${code} }`);
      await waitForMarks(page, (all) => {
        const texts = all.map(({ text }) => text);
        return texts.length === words.length && words.every((word) => texts.includes(word));
      }).catch((error) => expect.fail(`${how}: ${error}`));
    }
  });

  it('that a timer rewrites has the right marks after each time', async () => {
    const page = await world.show(
      `${ARTICLE}<script>
        const words = ['potassium', 'riboflavin', 'thiamine']; let turn = 0;
        setInterval(() => { turn = (turn + 1) % 3; document.body.innerHTML = '<h2>' + words[turn] + '</h2>'; }, 1500);
      </script>`,
    );
    for (const word of ['riboflavin', 'thiamine', 'potassium', 'riboflavin']) {
      await waitForMarks(page, ([only, ...others]) => only?.text === word && others.length === 0);
    }
  });

  it('that a framework renders anew keeps its nodes and has the right marks', async () => {
    const body = readFileSync(join(ROOT, 'node_modules/preact/dist/preact.mjs'));
    world.pages.set('/preact.mjs', { body, type: 'text/javascript' });
    const page = await world.show(
      `<!doctype html><html lang="en"><body><script type="module">
        import { h, render } from '/preact.mjs';
        const item = (word) => h('li', { key: word }, 'There is ', h('b', null, word), ' in it.');
        globalThis.show = (words) => render(h('ul', null, words.map(item)), document.body);
        show(['magnesium', 'potassium']);
        globalThis.first = document.querySelector('li');
      </script>`,
    );
    for (const words of [['riboflavin', 'magnesium'], ['magnesium'], ['thiamine', 'magnesium', 'potassium']]) {
      await page.evaluate((list) => (globalThis as unknown as { show(words: string[]): void }).show(list), words);
      await waitForMarks(page, (all) => all.map(({ text }) => text).join() === words.join());
    }
    await pause(300);
    expect(await page.evaluate('[...document.querySelectorAll("li")].indexOf(first)')).toBe(1);
    expect(await page.evaluate('document.body.innerText')).toContain('There is potassium in it.');
  });
});
