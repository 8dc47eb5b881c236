/** Frames that change under us: in size, in what they show, in what is moved into them. */
import { expect, it } from 'vitest';
import { marksOn, type SeenMark, waitForMarks } from '../../../scripts/lib/reader.ts';
import { observe } from '../support/observed-page.ts';
import { toolbarOf } from '../support/toolbar.ts';
import { inEachBrowser } from '../support/world.ts';

const P = 'There is magnesium in it, and then there are fasciculations.';
const page = (body: string) => `<!doctype html><html lang="en"><title>x</title><body>${body}`;
const FRAME = '<iframe id="frame" src="/framed" width="500" height="200"></iframe>';
const texts = (marks: readonly SeenMark[]) => marks.map(({ text }) => text).sort();

inEachBrowser('A frame', (world) => {
  const show = (body: string) => {
    world.pages.set('/framed', { body: page(`<p>${P}</p>`) });
    world.pages.set('/framing', { body: page(body) });
    return observe(world.launched.browser, `${world.server.url}framing`);
  };
  /** Waits for the marks of all frames together; a frame that is on its way to another page has none. */
  const marksAre = async (tab: Awaited<ReturnType<typeof show>>['page'], top: string[], framed: string[]) => {
    const marks = async () => {
      const [main, ...others] = tab.frames().map((frame) => marksOn(frame as never).catch(() => []));
      return { top: texts((await main) ?? []), framed: texts((await Promise.all(others)).flat()) };
    };
    await expect.poll(marks, { timeout: 20_000 }).toEqual({ top, framed });
  };
  const IN_FRAME = ['fasciculations', 'magnesium'];

  it('that grows from nothing is marked once it is large enough to read', async () => {
    const { page: tab } = await show(`<p>riboflavin</p>${FRAME.replace('height="200"', 'height="0"')}`);
    await marksAre(tab, ['riboflavin'], []);
    await tab.evaluate("document.getElementById('frame').height = 40");
    await tab.evaluate('new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))');
    await marksAre(tab, ['riboflavin'], []);
    await tab.evaluate("document.getElementById('frame').height = 200");
    await marksAre(tab, ['riboflavin'], IN_FRAME);
  });

  it('is marked whatever its address becomes', async () => {
    const { page: tab, errors } = await show(`<p>riboflavin</p>${FRAME.replace('src="/framed"', '')}`);
    await marksAre(tab, ['riboflavin'], []);
    await tab.evaluate("frame.contentDocument.body.innerHTML = '<p>thiamine and potassium in food</p>'");
    await marksAre(tab, ['riboflavin'], ['potassium', 'thiamine']);
    await tab.evaluate("frame.src = '/framed'");
    await marksAre(tab, ['riboflavin'], IN_FRAME);
    await tab.evaluate("frame.srcdoc = '<p>potassium in a drop of ink</p>'");
    await marksAre(tab, ['riboflavin'], ['potassium']);
    expect([...errors]).toEqual([]);
  });

  it('has the marks of what is moved into it, and the page around it has them no more', async () => {
    const { page: tab, errors } = await show(
      `<div id="text"><p>riboflavin</p></div><div id="host"></div><p>thiamine</p>${FRAME}
       <script>host.attachShadow({ mode: 'open' }).innerHTML = '<p>potassium</p>'</script>`,
    );
    await marksAre(tab, ['potassium', 'riboflavin', 'thiamine'], IN_FRAME);
    await tab.evaluate('moved = [text, host]; frame.contentDocument.body.append(...moved)');
    await marksAre(tab, ['thiamine'], [...IN_FRAME, 'potassium', 'riboflavin']);
    await tab.evaluate("moved[1].shadowRoot.querySelector('p').append(' and calcium')");
    await marksAre(tab, ['thiamine'], ['calcium', ...IN_FRAME, 'potassium', 'riboflavin']);
    await tab.evaluate('document.body.append(...moved)');
    await marksAre(tab, ['calcium', 'potassium', 'riboflavin', 'thiamine'], IN_FRAME);
    expect([...errors]).toEqual([]);
  });

  it('that goes elsewhere or is taken away takes its mentions out of the popup’s list, and nobody else’s', async () => {
    world.pages.set('/bare', { body: page('<p>Nothing of interest.</p>') });
    const other = FRAME.replace('"frame"', '"other"');
    const { page: tab } = await show(`<p>riboflavin</p>${FRAME}${other}`);
    const mentions = async () => {
      const { badge, mentions } = await toolbarOf(world.control, tab);
      return { badge, ...mentions };
    };
    const are = (expected: object) => expect.poll(mentions, { timeout: 10_000 }).toEqual(expected);
    await are({ badge: '3', riboflavin: 1, magnesium: 2, fasciculation: 2 });
    await tab.evaluate("frame.src = '/bare'");
    await are({ badge: '3', riboflavin: 1, magnesium: 1, fasciculation: 1 });
    await tab.evaluate('other.remove()');
    await are({ badge: '1', riboflavin: 1 });
    await tab.evaluate("frame.src = '/framed'");
    await are({ badge: '3', riboflavin: 1, magnesium: 1, fasciculation: 1 });
    world.pages.set('/framing', { body: page('<p>Nothing of interest any more.</p>') });
    await tab.reload();
    await are({ badge: '' });
  });

  it('of a frameset, an object or an embedded page is marked', async () => {
    world.pages.set('/framed', { body: page(`<p>${P}</p>`) });
    for (const html of [
      '<!doctype html><frameset cols="*,*"><frame src="/framed"><frame src="/framed"></frameset>',
      page('<object data="/framed" width="500" height="150"></object><embed src="/framed" width="500" height="150">'),
    ]) {
      const tab = await world.show(html);
      await expect.poll(() => tab.frames().length).toBe(3);
      for (const frame of tab.frames().slice(1)) await waitForMarks(frame as never, (marks) => marks.length === 2);
    }
  });
});
