import { expect, it } from 'vitest';
import { marksOn, pause, rest, type SeenMark, waitForMarks, waitForPopover } from '../../../scripts/lib/reader.ts';
import { differences, type Picture, picture } from '../support/pixels.ts';
import { inEachBrowser } from '../support/world.ts';

const P = 'There is magnesium in it, and then there are fasciculations.';
const page = (body: string, head = '') => `<!doctype html><html lang="en"><title>x</title>${head}<body>${body}`;
const texts = (marks: readonly { text: string }[]) => marks.map(({ text }) => text);

inEachBrowser('Every tree of a page', (world) => {
  it('is marked: open, closed and nested shadow roots, there already or attached later', async () => {
    const tab = await world.show(
      page(`<x-open></x-open><div id="shut"></div><x-late></x-late><div id="nested"></div><script>
        document.querySelector('x-open').attachShadow({ mode: 'open' }).innerHTML = '<p>riboflavin here</p>';
        shut.attachShadow({ mode: 'closed' }).innerHTML = '<p>potassium here</p>';
        const outer = nested.attachShadow({ mode: 'open' });
        outer.innerHTML = '<section><x-inner></x-inner></section>';
        outer.querySelector('x-inner').attachShadow({ mode: 'closed' }).innerHTML = 'thiamine deep down';
        setTimeout(() => { customElements.define('x-late', class extends HTMLElement {
          constructor() { super(); this.attachShadow({ mode: 'closed' }).innerHTML = '<p>calcium comes</p>'; } }); }, 600);
        </script><p>${P}</p>`),
    );
    const terms = ['riboflavin', 'potassium', 'thiamine', 'calcium', 'magnesium'];
    await waitForMarks(tab, (seen) => terms.every((term) => texts(seen).includes(term)), 15_000);
  });

  it('is marked: frames of the same and another origin, written, sandboxed, added later', async () => {
    const frame = page(`<p>${P}</p>`);
    world.pages.set('/frame', { body: frame });
    const size = 'width="400" height="100"';
    const tab = await world.show(
      page(`<iframe ${size} src="/frame"></iframe><iframe ${size} src="${world.server.at('127.0.0.1')}frame"></iframe>
        <iframe ${size} srcdoc="<p>${P}</p>"></iframe><iframe ${size} sandbox srcdoc="<p>${P}</p>"></iframe>
        <iframe ${size} id="written"></iframe><div id="late"></div><script>
        addEventListener('load', () => {
          written.contentDocument.open(); written.contentDocument.write('<p>${P}</p>'); written.contentDocument.close();
          setTimeout(() => { late.innerHTML = '<iframe ${size} src="/frame"></iframe>'; }, 500);
        });</script>`),
    );
    await expect
      .poll(
        async () => {
          const counts = await Promise.all(tab.frames().map((one) => marksOn(one as never).catch(() => [])));
          return counts.filter(({ length }) => length === 2).length;
        },
        { timeout: 15_000 },
      )
      .toBe(6);
  });

  it('is marked in XHTML, SVG and plain text', async () => {
    const xhtml = `<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml" lang="en"><head><title>x</title></head><body><p>${P}</p></body></html>`;
    world.pages.set('/x.xhtml', { body: xhtml, type: 'application/xhtml+xml' });
    world.pages.set('/x.txt', { body: `${P}\n`.repeat(3), type: 'text/plain' });
    world.pages.set('/x.svg', {
      body: `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 40"><text y="20">${P}</text></svg>`,
      type: 'image/svg+xml',
    });
    for (const path of ['/x.xhtml', '/x.txt', '/x.svg']) {
      const tab = await world.open(path);
      expect(texts(await waitForMarks(tab)), path).toContain('magnesium');
    }
  });

  it('keeps up after document.open, innerHTML and a moved tree', async () => {
    const tab = await world.show(page(`<p>${P}</p><div id="there"></div>`));
    await waitForMarks(tab);
    await tab.evaluate(() => {
      document.getElementById('there')?.append(document.querySelector('p') as Element);
    });
    await waitForMarks(tab, (seen) => texts(seen).includes('magnesium'));
    await tab.evaluate(() => {
      document.open();
      document.write('<body><p>Zinc and potassium in food.</p>');
      document.close();
    });
    await waitForMarks(tab, (seen) => texts(seen).includes('potassium') && !texts(seen).includes('magnesium'));
  });

  it('opens cards after the document was written anew, before and after the first card', async () => {
    const tab = await world.show(page(`<p>${P}</p>`));
    const hover = async (text: string) => {
      const marks = await waitForMarks(tab, (seen) => texts(seen).includes(text));
      await tab.mouse.move(500, 500);
      await rest(tab, marks.find((mark) => mark.text === text) as SeenMark);
      await waitForPopover(world.control, tab);
    };
    const write = (html: string) =>
      tab.evaluate((written) => {
        document.open();
        document.write(written);
        document.close();
      }, page(html));
    await waitForMarks(tab);
    await write('<p>Zinc and potassium in food.</p>');
    await hover('potassium');
    await write('<p>Thiamine and riboflavin in food.</p>');
    await hover('riboflavin');
  });

  it('has its marks painted in a shadow root that is given other style sheets', async () => {
    const tab = await world.show(
      page(`<div id="host" style="font-size:30px"></div><script>
        root = host.attachShadow({ mode: 'open' }); root.innerHTML = '<p>potassium and riboflavin</p>'</script>`),
    );
    await waitForMarks(tab, (seen) => seen.length === 2);
    const differ = async (one: Picture) => differences(await picture(tab), one).length;
    await world.control.evaluate(() => chrome.storage.local.set({ 'rule:localhost': 'off' }));
    await waitForMarks(tab, (seen) => seen.length === 0);
    const bare = await picture(tab);
    await world.control.evaluate(() => chrome.storage.local.remove('rule:localhost'));
    await waitForMarks(tab, (seen) => seen.length === 2);
    await expect.poll(() => differ(bare)).toBeGreaterThan(0);
    const marked = await picture(tab);
    await tab.evaluate('root.adoptedStyleSheets = [new CSSStyleSheet()]');
    await pause(500);
    await expect.poll(() => differ(marked), { timeout: 10_000 }).toBe(0);
  });

  it('flashes where a mention was stepped to, in closed shadow roots too', async () => {
    const tab = await world.show(
      page(`<p>${P}</p><div id="shut" style="font-size:30px"></div><script>
        shut.attachShadow({ mode: 'closed' }).innerHTML = '<p>potassium here</p>'</script>`),
    );
    await waitForMarks(tab, (seen) => texts(seen).includes('potassium'));
    const place = await tab.evaluate(() => document.getElementById('shut')?.getBoundingClientRect().toJSON());
    const count = async () => {
      const { data, width } = await picture(tab);
      let yellow = 0;
      for (let at = Math.floor(place.top) * width * 3; at < Math.floor(place.bottom) * width * 3; at += 3)
        if (data[at] === 0xff && data[at + 1] === 0xd5 && data[at + 2] === 0x4a) yellow++;
      return yellow;
    };
    expect(await count()).toBe(0);
    for (let i = 0; i < 3; i++) {
      await world.control.evaluate(async (url) => {
        const { hidden } = (await chrome.storage.local.get('hidden')) as { hidden: { version: string } };
        const all: { id?: number; url?: string }[] = await chrome.tabs.query({});
        const id = all.find((one) => one.url === url)?.id ?? -1;
        const message = { type: 'step', version: hidden.version, by: 1, fresh: false, focus: false };
        await chrome.tabs.sendMessage(id, message, { frameId: 0 });
      }, tab.url());
    }
    await expect.poll(count).toBeGreaterThan(200);
  });

  it('is left alone where somebody writes, where code stands, and where nothing is English', async () => {
    const tab = await world.show(
      page(`<p>${P}</p><div contenteditable>potassium</div><textarea>riboflavin</textarea><code>calcium</code>
        <pre><code>thiamine</code></pre><p><span translate="no">iodine</span></p><div class="CodeMirror">sodium</div>
        <div role="textbox">phosphorus</div><p lang="de">Ein Mangel an Kalium und Zink; calcium.</p>
        <p contenteditable="inherit">hypocalcaemia</p><p style="display:none" id="hidden">hypokalemia</p>`),
    );
    await waitForMarks(tab);
    await pause(500);
    expect(new Set(texts(await marksOn(tab)))).toEqual(new Set(['magnesium', 'fasciculations', 'hypocalcaemia']));
    await tab.evaluate(() => {
      (document.getElementById('hidden') as HTMLElement).style.display = '';
      document.querySelector('[contenteditable]')?.removeAttribute('contenteditable');
    });
    await waitForMarks(tab, (seen) => texts(seen).includes('hypokalemia') && texts(seen).includes('potassium'));
    await tab.evaluate(() => document.querySelector('p')?.setAttribute('contenteditable', 'true'));
    await waitForMarks(tab, (seen) => !texts(seen).includes('magnesium'));
  });

  it('is left alone in editors by their class, in decoration and in tables too long to read', async () => {
    const rows = (count: number, word: string) => `<table>${`<tr><td>${word}</td></tr>`.repeat(count)}</table>`;
    const editors = 'CodeMirror cm-editor monaco-editor ace_editor ProseMirror kix-appview-editor';
    const tab = await world.show(
      page(`<p>${P}</p>${editors.split(' ').map((name) => `<div class="dark ${name}"><p>potassium</p></div>`)}
        <p>It is <span aria-hidden="true">riboflavin</span> that counts.</p>${rows(20, 'calcium')}
        <div style="height:20px;overflow:hidden">${rows(2001, 'thiamine')}</div>
        <div role="grid" aria-rowcount="5000"><div role="row">phosphorus</div></div>`),
    );
    await waitForMarks(tab, (seen) => texts(seen).includes('calcium'));
    await pause(500);
    expect(new Set(texts(await marksOn(tab)))).toEqual(new Set(['magnesium', 'fasciculations', 'calcium']));
  });

  it('is left alone while the whole document is an editor', async () => {
    const tab = await world.show(page(`<p>${P}</p>`));
    await waitForMarks(tab, (seen) => seen.length === 2);
    await tab.evaluate("document.designMode = 'on'");
    await waitForMarks(tab, (seen) => seen.length === 0);
    await tab.evaluate("document.designMode = 'off'");
    await waitForMarks(tab, (seen) => seen.length === 2);
  });

  it('is left alone where a class alone makes it an editor, and marked where one ceases to be', async () => {
    const tab = await world.show(
      page(`<p>${P}</p><div id="old" class="CodeMirror"><p>potassium</p></div><div id="new"><p>riboflavin</p></div>
        <x-host></x-host><script>
        const root = document.querySelector('x-host').attachShadow({ mode: 'closed' });
        root.innerHTML = '<section class="dark"><p>thiamine</p></section>';
        become = (one, other) => { old.className = one; document.getElementById('new').className = other;
          root.firstChild.className = other; };</script>`),
    );
    const marked = (terms: string[]) =>
      waitForMarks(
        tab,
        (seen) => texts(seen).sort().join() === [...terms, 'fasciculations', 'magnesium'].sort().join(),
      );
    await marked(['riboflavin', 'thiamine']);
    await tab.evaluate('become("plain", "wide cm-editor")');
    await marked(['potassium']);
    await tab.evaluate('become("ace_editor", "")');
    await marked(['riboflavin', 'thiamine']);
  });

  it('is marked near the viewport only, at most 2,000 at a time, and where the reader scrolls to', async () => {
    const tab = await world.show(page(Array.from({ length: 3000 }, (_, i) => `<h2>${i}</h2><p>${P}</p>`).join('')));
    const first = await waitForMarks(tab);
    expect(first.length).toBeLessThan(300);
    await tab.evaluate(() => scrollTo(0, 60_000));
    await waitForMarks(tab, (seen) => seen.some(({ y }) => y > 0 && y < 800), 20_000);
    await tab.evaluate(() => {
      document.body.innerHTML = `<pre>${'magnesium and riboflavin\n'.repeat(8000)}</pre>`;
    });
    await world.control.evaluate(() => chrome.storage.local.set({ settings: { density: 'every' } }));
    await waitForMarks(tab, (seen) => seen.length > 20, 20_000);
    await tab.evaluate(() => scrollTo(0, 90_000));
    const marks = await waitForMarks(tab, (seen) => seen.some(({ y }) => y > 100 && y < 700), 20_000);
    expect(marks.length).toBeLessThanOrEqual(2000);
    await world.control.evaluate(() => chrome.storage.local.clear());
  });

  it('is marked where a filter brings blocks into view from far below, without a scroll', async () => {
    const blocks = Array.from({ length: 1200 }, (_, i) => `<h2>${i}</h2><p>${P}</p>`).join('');
    const tab = await world.show(
      page(`<button onclick="list.querySelectorAll('*').forEach((block, i) => { block.hidden = i < 2200; })">Filter</button>
        <div id="list" style="height:400px;overflow:auto">${blocks}</div>`),
    );
    await waitForMarks(tab);
    await tab.click('button');
    await waitForMarks(tab, (seen) => seen.some(({ y }) => y > 0 && y < 400), 20_000);
  });

  it('marks every mention, the first of a section, or the first of the page, as set', async () => {
    const tab = await world.show(
      page(
        `<h2>One</h2><p>riboflavin</p><p>riboflavin and potassium</p><h2>Two</h2><p>riboflavin</p><p>riboflavin</p>`,
      ),
    );
    const count = async (density: string, expected: number) => {
      await world.control.evaluate((value) => chrome.storage.local.set({ settings: { density: value } }), density);
      await waitForMarks(tab, (seen) => texts(seen).filter((text) => text === 'riboflavin').length === expected);
    };
    await count('every', 4);
    await count('section', 2);
    await count('page', 1);
    await world.control.evaluate(() => chrome.storage.local.clear());
  });
});
