/** Other ways to find forms in a page, each as fast as its makers allow: for the benchmark and its differential test. */
import { AhoCorasick } from '@monyone/aho-corasick/fast';
import findAndReplaceDOMText from 'findandreplacedomtext';
import Mark from 'mark.js';
import { trieSource } from './trie-source.ts';

/** Finds forms below an element and hands out what it found as it is written there; the page stays as it is. */
export type Find = (root: HTMLElement, found: (text: string) => void) => void;

/** A candidate: given the forms, prepares itself (a table, an expression) and answers how it finds them. */
export type Candidate = (forms: readonly string[]) => Find;

const literal = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
const longestFirst = (forms: readonly string[]) => [...forms].sort((a, b) => b.length - a.length);
const alternation = (forms: readonly string[]) =>
  new RegExp(`\\b(?:${longestFirst(forms).map(literal).join('|')})\\b`, 'gi');

/** Calls `read` with each text node's text: what every candidate of ours has to do at the least. */
export function eachText(root: Node, read: (text: string) => void): void {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) read((node as Text).data);
}

function byExpression(expression: RegExp): Find {
  return (root, found) =>
    eachText(root, (text) => {
      expression.lastIndex = 0;
      for (let match = expression.exec(text); match; match = expression.exec(text)) found(match[0]);
    });
}

const isWord = (code: number) => /\w/.test(String.fromCharCode(code));

/** The libraries take one expression or one list; each gets the kind with which it is fastest. */
export const RIVALS: Readonly<Record<string, Candidate>> = {
  'one alternation RegExp': (forms) => byExpression(alternation(forms)),
  'trie-shaped RegExp': (forms) => byExpression(new RegExp(`\\b(?:${trieSource(forms)})\\b`, 'gi')),
  '@monyone/aho-corasick': (forms) => {
    const automaton = new AhoCorasick([...forms]);
    return (root, found) =>
      eachText(root, (text) => {
        for (const { begin, end } of automaton.matchInText(text.toLowerCase())) {
          if (!isWord(text.charCodeAt(begin - 1)) && !isWord(text.charCodeAt(end))) found(text.slice(begin, end));
        }
      });
  },
  'mark.js': (forms) => {
    const expression = new RegExp(`\\b(?:${trieSource(forms)})\\b`, 'gi');
    return (root, found) =>
      new Mark(root).markRegExp(expression, {
        // Refusing each match leaves the page as it is: only the finding is compared.
        filter(_node, match) {
          found(match);
          return false;
        },
      });
  },
  findAndReplaceDOMText: (forms) => {
    const expression = new RegExp(`\\b(?:${trieSource(forms)})\\b`, 'gi');
    // Without its second half: only the finding is compared.
    findAndReplaceDOMText.Finder.prototype.processMatches = () => undefined;
    return (root, found) => {
      const { matches } = new findAndReplaceDOMText.Finder(root, { find: expression, preset: 'prose' });
      for (const match of matches) found(match[0]);
    };
  },
};
