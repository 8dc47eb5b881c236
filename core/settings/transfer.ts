/** All settings and site rules as one JSON file, and back: read with the line of whatever is wrong in it. */
import { findNodeAtLocation, type Node, type ParseError, parseTree } from 'jsonc-parser';
import { DEFAULTS, type Settings } from './defaults.ts';
import { SETTINGS, SETTINGS_VERSION } from './schema.ts';
import { isRule, parsePattern, RULE_PREFIX, type Rule, rulesIn } from './site-rules.ts';
import { readSettings, writeSettings } from './stored.ts';

/** Marks a file as ours and says how it is laid out. */
const FILE_VERSION = 1;
/** Far above ten thousand rules; larger files are no settings. */
export const MAX_FILE_LENGTH = 4_000_000;
/** Wrong lines named at most: more say no more, and finding each takes its time. */
const MAX_WRONG = 8;
/** Letters of a wrong line that are shown. */
const MAX_SHOWN = 60;

export interface Transfer {
  /** What the file sets; everything else stays. */
  readonly settings: Partial<Settings>;
  readonly rules: Readonly<Record<string, Rule>>;
}

export interface WrongLine {
  /** From 1. */
  readonly line: number;
  /** The name of the setting or rule that cannot be used; what stands there where that is no JSON. */
  readonly about: string;
}

export type ReadTransfer =
  | { readonly transfer: Transfer }
  | { readonly wrong: readonly WrongLine[] }
  | { readonly tooLarge: true };

/** The file's text for everything in local storage: what differs from the defaults, and every rule. */
export function writeTransfer(stored: Readonly<Record<string, unknown>>, settings: unknown): string {
  const { version: _version, ...changed } = writeSettings(settings, {});
  const file = {
    fascicle: FILE_VERSION,
    settings: { version: SETTINGS_VERSION, ...changed },
    rules: Object.fromEntries(rulesIn(stored).sort(([a], [b]) => (a < b ? -1 : 1))),
  };
  return `${JSON.stringify(file, null, 2)}\n`;
}

/** What `text` holds, or the first lines of it that cannot be used; one wrong line refuses the whole file. */
export function readTransfer(text: string): ReadTransfer {
  if (text.length > MAX_FILE_LENGTH) return { tooLarge: true };
  const lineAt = (offset: number) => text.slice(0, offset).split('\n').length;
  const errors: ParseError[] = [];
  const root = treeOf(text, errors);
  if (errors.length > 0 || !root) {
    const lines = new Set(errors.slice(0, MAX_WRONG).map(({ offset }) => lineAt(offset)));
    return { wrong: [...(lines.size > 0 ? lines : [1])].map((line) => ({ line, about: shown(text, line) })) };
  }
  const report = (path: string[], about: string): WrongLine => ({ line: lineAt(offsetOf(root, path)), about });
  const file: unknown = JSON.parse(text);
  if (!isRecord(file) || file.fascicle !== FILE_VERSION) return { wrong: [report(['fascicle'], 'fascicle')] };
  const { settings = {}, rules = {} } = file;
  if (!isRecord(settings)) return { wrong: [report(['settings'], 'settings')] };
  if (!isRecord(rules)) return { wrong: [report(['rules'], 'rules')] };

  const wrong = readSettings(settings).damaged.map((name) => report(['settings', name], name));
  const read: Record<string, Rule> = {};
  for (const [pattern, rule] of Object.entries(rules)) {
    const normal = parsePattern(pattern);
    if (wrong.length >= MAX_WRONG) break;
    if (normal === undefined || !isRule(rule)) {
      wrong.push(report(['rules', pattern], pattern.slice(0, MAX_SHOWN)));
    } else read[normal] = rule;
  }
  if (wrong.length > 0) return { wrong };
  const set = readSettings(settings).settings;
  const named = Object.keys(SETTINGS).filter((name) => Object.hasOwn(settings, name));
  return {
    transfer: { settings: Object.fromEntries(named.map((name) => [name, set[name as keyof Settings]])), rules: read },
  };
}

export interface Difference {
  readonly settings: readonly (keyof Settings)[];
  readonly added: readonly string[];
  readonly changed: readonly string[];
}

/** What taking over `transfer` would change; rules and settings that it does not name stay. */
export function differenceOf(
  transfer: Transfer,
  settings: Settings,
  stored: Readonly<Record<string, unknown>>,
): Difference {
  const names = Object.keys(DEFAULTS) as (keyof Settings)[];
  const patterns = Object.keys(transfer.rules);
  const now = (pattern: string) => stored[RULE_PREFIX + pattern];
  return {
    settings: names.filter(
      (name) => name in transfer.settings && JSON.stringify(transfer.settings[name]) !== JSON.stringify(settings[name]),
    ),
    added: patterns.filter((pattern) => now(pattern) === undefined),
    changed: patterns.filter((pattern) => now(pattern) !== undefined && now(pattern) !== transfer.rules[pattern]),
  };
}

/** Undefined where the text is no JSON, or nested so deeply that it is none of ours. */
function treeOf(text: string, errors: ParseError[]): Node | undefined {
  try {
    return parseTree(text, errors, { disallowComments: true });
  } catch {
    // The parser calls itself for every level.
    return undefined;
  }
}

/** The beginning of a line. */
const shown = (text: string, line: number): string => (text.split('\n')[line - 1] ?? '').trim().slice(0, MAX_SHOWN);

/** Where the value of `path` starts, or the nearest thing around it. */
function offsetOf(root: Node, path: readonly string[]): number {
  for (let length = path.length; length > 0; length--) {
    const node = findNodeAtLocation(root, path.slice(0, length));
    if (node) return node.parent?.offset ?? node.offset;
  }
  return root.offset;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
