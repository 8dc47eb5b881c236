/** The grammar of a value in the numbers of an entry: `400`, `1.7–2.2`, `< 1.7`, `> 5.5`, `none set`. */

/** `low` and `high` in the unit of the number; both equal for a single value, neither for "none set". */
export interface Value {
  readonly low?: number;
  readonly high?: number;
}

const NUMBER = '(\\d+(?:\\.\\d+)?)';
const RANGE = /* @__PURE__ */ new RegExp(`^${NUMBER}\\s*[–-]\\s*${NUMBER}$`);
const BELOW = /* @__PURE__ */ new RegExp(`^<\\s*${NUMBER}$`);
const ABOVE = /* @__PURE__ */ new RegExp(`^>\\s*${NUMBER}$`);
const SINGLE = /* @__PURE__ */ new RegExp(`^${NUMBER}$`);

/** The value that `written` stands for, or undefined where it follows none of the forms above. */
export function parseValue(written: number | string): Value | undefined {
  const text = String(written).trim();
  if (text === 'none set') return {};
  let match = SINGLE.exec(text);
  if (match) return { low: Number(match[1]), high: Number(match[1]) };
  match = RANGE.exec(text);
  if (match) {
    const low = Number(match[1]);
    const high = Number(match[2]);
    return low < high ? { low, high } : undefined;
  }
  match = BELOW.exec(text);
  if (match) return { high: Number(match[1]) };
  match = ABOVE.exec(text);
  if (match) return { low: Number(match[1]) };
  return undefined;
}

let numberFormat: Intl.NumberFormat | undefined;

/** Made when first needed: in a page that takes ten times as long as everything else in the popover's script. */
function decimal(number: number): string {
  numberFormat ??= new Intl.NumberFormat('en', { maximumSignificantDigits: 4, useGrouping: true });
  return numberFormat.format(number);
}

/** `value` as a reader sees it, without its unit: "400", "1.7–2.2", "below 1.7", "above 5.5", "none set". */
export function formatValue({ low, high }: Value): string {
  if (low === undefined && high === undefined) return 'none set';
  if (low === undefined) return `below ${decimal(high as number)}`;
  if (high === undefined) return `above ${decimal(low)}`;
  return low === high ? decimal(low) : `${decimal(low)}–${decimal(high)}`;
}
