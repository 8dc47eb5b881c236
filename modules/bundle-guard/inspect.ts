/** Reads one file of a build and names what it must not hold. Pure: no build, no disk. */
import { type ESTree, parseSync, Visitor } from 'vite';
import { FORBIDDEN_GLOBALS, FORBIDDEN_MEMBERS, NAMES_NOT_ADDRESSES } from './rules.ts';

const REMOTE_ADDRESS = /(?:\b(?:https?|wss?|ftp):)?\/\/[a-z0-9-]+(?:\.[a-z0-9-]+)+[^\s"'`<>\\]*/gi;
const HAS_SCHEME = /\b(?:https?|wss?|ftp):\/\/[^\s"'`<>\\]+/gi;

/** What stands in the file at `path` and must not, in words; `cited` are the links that readers may follow. */
export function inspect(path: string, text: string, cited: ReadonlySet<string>): string[] {
  if (path.endsWith('.js')) return inspectScript(path, text, cited);
  if (path.endsWith('.html')) return [...inspectMarkup(text), ...remote(text, REMOTE_ADDRESS, cited)];
  if (path.endsWith('.css'))
    return [...(/@import\b/.test(text) ? ['@import'] : []), ...remote(text, REMOTE_ADDRESS, cited)];
  return remote(text, HAS_SCHEME, cited);
}

function inspectScript(path: string, text: string, cited: ReadonlySet<string>): string[] {
  const { program, errors } = parseSync(path, text);
  if (errors.length > 0) return [`a script that cannot be read: ${errors[0]?.message}`];
  const found = new Set<string>();
  const note = (name: string | undefined, forbidden: ReadonlySet<string>) => {
    if (name !== undefined && forbidden.has(name)) found.add(name);
  };
  /** Keys are identifiers too; these are met as members or properties and are no globals. */
  const keys = new Set<ESTree.Node>();
  const isCode = (callee: ESTree.Node) => callee.type === 'Identifier' && callee.name === 'Function';
  new Visitor({
    MemberExpression(node) {
      if (!node.computed) keys.add(node.property);
      const name = nameOf(node.property, node.computed);
      note(name, FORBIDDEN_MEMBERS);
      note(name, FORBIDDEN_GLOBALS);
      if ((name === 'write' || name === 'writeln') && isDocument(node.object)) found.add(`document.${name}`);
    },
    Property(node) {
      if (!node.computed && !node.shorthand) keys.add(node.key);
      note(nameOf(node.key, node.computed), FORBIDDEN_MEMBERS);
    },
    ObjectPattern({ properties }) {
      for (const property of properties)
        if (property.type === 'Property') note(nameOf(property.key, property.computed), FORBIDDEN_GLOBALS);
    },
    MethodDefinition(node) {
      if (!node.computed) keys.add(node.key);
    },
    PropertyDefinition(node) {
      if (!node.computed) keys.add(node.key);
    },
    CallExpression(node) {
      if (isCode(node.callee)) found.add('Function()');
      const timer = node.callee.type === 'MemberExpression' ? node.callee.property : node.callee;
      const isTimer = timer.type === 'Identifier' && /^set(Timeout|Interval)$/.test(timer.name);
      if (isTimer && node.arguments[0] && isText(node.arguments[0])) found.add('a timer that runs text');
    },
    NewExpression(node) {
      if (isCode(node.callee)) found.add('new Function');
    },
    Identifier(node) {
      if (!keys.has(node)) note(node.name, FORBIDDEN_GLOBALS);
    },
    Literal(node) {
      if (typeof node.value === 'string') for (const item of inText(node.value, cited)) found.add(item);
    },
    TemplateElement(node) {
      for (const item of inText(node.value.cooked ?? node.value.raw, cited)) found.add(item);
    },
  }).visit(program);
  return [...found];
}

function inspectMarkup(text: string): string[] {
  const found: string[] = [];
  if (/<script(?![^>]*\bsrc=)/i.test(text)) found.push('a script written into the page');
  if (/\son[a-z]+\s*=/i.test(text)) found.push('a handler written into the page');
  return found;
}

function inText(text: string, cited: ReadonlySet<string>): string[] {
  const isScript = /^\s*javascript:/i.test(text) ? ['javascript:'] : [];
  return [...isScript, ...remote(text, text.startsWith('//') ? REMOTE_ADDRESS : HAS_SCHEME, cited)];
}

function remote(text: string, pattern: RegExp, cited: ReadonlySet<string>): string[] {
  return [...text.matchAll(pattern)]
    .map(([address]) => address)
    .filter((address) => !cited.has(address) && !Object.hasOwn(NAMES_NOT_ADDRESSES, address));
}

function nameOf(key: ESTree.Node, computed: boolean): string | undefined {
  if (key.type === 'Identifier') return computed ? undefined : key.name;
  if (key.type === 'Literal' && typeof key.value === 'string') return key.value;
  return key.type === 'TemplateLiteral' ? (key.quasis[0]?.value.cooked ?? undefined) : undefined;
}

function isDocument(node: ESTree.Node): boolean {
  return node.type === 'Identifier' ? node.name === 'document' : nameOfMember(node)?.endsWith('ocument') === true;
}

function nameOfMember(node: ESTree.Node): string | undefined {
  return node.type === 'MemberExpression' ? nameOf(node.property, node.computed) : undefined;
}

function isText(node: ESTree.Node): boolean {
  return node.type === 'TemplateLiteral' || (node.type === 'Literal' && typeof node.value === 'string');
}
