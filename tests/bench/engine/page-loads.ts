/** What busy sites do, in small: run in the page, each step waits for its frame as a reader would. Bundled into one script. */
import { h, render } from 'preact';

const WORDS = 'magnesium cramp river window potassium town fasciculation committee vitamin spring nerve letter'.split(
  ' ',
);
const text = (i: number): string =>
  Array.from({ length: 12 }, (_, at) => WORDS[(i * 5 + at * 7) % WORDS.length]).join(' ');

/** After the next frame was made. */
const frame = (): Promise<void> =>
  new Promise((resolve) => {
    requestAnimationFrame(() => setTimeout(resolve));
  });

async function steps(count: number, step: (i: number) => void): Promise<void> {
  for (let i = 0; i < count; i++) {
    step(i);
    await frame();
  }
}

function place(tag = 'div'): HTMLElement {
  const element = document.createElement(tag);
  document.body.append(element);
  return element;
}

/** Each a page of its own kind. */
const LOADS: Readonly<Record<string, () => Promise<void>>> = {
  /** A keyed list, rendered anew from its data at each step. */
  async 'component list'() {
    const root = place();
    const rows = (from: number, to: number, done: number) =>
      h(
        'ul',
        null,
        Array.from({ length: to - from }, (_, i) =>
          h('li', { key: from + i, class: (from + i) % 7 === done ? 'done' : '' }, text(from + i)),
        ),
      );
    await steps(20, (i) => render(rows(0, (i + 1) * 20, 0), root));
    await steps(20, (i) => render(rows(0, 400, i % 7), root));
    await steps(20, (i) => render(rows(i * 20, 400, 0), root));
    render(null, root);
  },
  async 'plain list'() {
    const list = place('ul');
    await steps(20, (i) => {
      for (let at = 0; at < 20; at++) list.appendChild(document.createElement('li')).textContent = text(i * 20 + at);
    });
    await steps(20, (i) => {
      for (const item of list.children) item.classList.toggle('done', (item.textContent?.length ?? 0) % 7 === i % 7);
    });
    await steps(20, () => {
      for (let at = 0; at < 20; at++) list.firstElementChild?.remove();
    });
    list.remove();
  },
  async editor() {
    const editor = place();
    editor.contentEditable = 'true';
    for (let i = 0; i < 200; i++) editor.append(Object.assign(document.createElement('p'), { textContent: text(i) }));
    editor.focus();
    const written = Array.from({ length: 500 }, (_, i) => text(0)[i % text(0).length] ?? ' ');
    // Ten letters a frame: a quick hand, and pasted bits.
    await steps(50, (i) => {
      for (const letter of written.slice(i * 10, i * 10 + 10)) document.execCommand('insertText', false, letter);
    });
    editor.remove();
  },
  async 'news feed'() {
    const feed = place('main');
    await steps(60, (i) => {
      const card = document.createElement('article');
      card.append(
        Object.assign(document.createElement('h2'), { textContent: text(i) }),
        ...[1, 2, 3].map((at) => Object.assign(document.createElement('p'), { textContent: text(i * 3 + at) })),
      );
      feed.prepend(card);
      if (feed.children.length > 40) feed.lastElementChild?.remove();
      for (const time of feed.querySelectorAll('h2')) time.title = String(i);
    });
    feed.remove();
  },
  /** Classes put on and off 10,000 times, as hover effects and carousels do. */
  async 'class switches'() {
    const list = place('ul');
    for (let i = 0; i < 200; i++) list.append(Object.assign(document.createElement('li'), { textContent: text(i) }));
    await steps(50, (i) => {
      for (const item of list.children) item.classList.toggle('on', i % 2 === 0);
    });
    list.remove();
  },
};

export const names: readonly string[] = Object.keys(LOADS);

/** Runs one of them `times` times. */
export async function run(name: string, times: number): Promise<void> {
  for (let i = 0; i < times; i++) await LOADS[name]?.();
}

/** Changes the text of a paragraph a frame, `count` times; answers the times between frames. */
export async function changeTexts(count: number): Promise<number[]> {
  const paragraphs = document.querySelectorAll('p');
  const times: number[] = [];
  let last = performance.now();
  for (let i = 0; i < count; i++) {
    const node = paragraphs[(i * 3) % paragraphs.length]?.firstChild as Text | undefined;
    if (node) node.data = `Note ${i}: potassium was measured instead.`;
    await new Promise(requestAnimationFrame);
    const now = performance.now();
    times.push(now - last);
    last = now;
  }
  return times;
}
