/** Compares the intakes in the entries with `data/reference/dri.yaml`, which was entered separately. */
import * as v from 'valibot';
import type { Entry, KnownNumber } from './knowledge.ts';
import { parseValue, type Value } from './values.ts';

/** The groups of the DRI tables, adults only. */
export const GROUPS = [
  'men 19–30',
  'men 31–50',
  'men 51–70',
  'men 71+',
  'women 19–30',
  'women 31–50',
  'women 51–70',
  'women 71+',
  'pregnant 19–30',
  'pregnant 31–50',
  'breastfeeding 19–30',
  'breastfeeding 31–50',
] as const;
type Group = (typeof GROUPS)[number];

const written = v.union([v.number(), v.string()]);
const byGroup = v.record(v.picklist(GROUPS), written);

/** The shape of `data/reference/dri.yaml`: nutrient id → its row. */
export const DriSchema = v.record(
  v.string(),
  v.strictObject({
    unit: v.string(),
    kind: v.picklist(['RDA', 'AI']),
    year: v.number(),
    values: byGroup,
    ul: v.union([byGroup, v.literal('none set')]),
    ulUnit: v.exactOptional(v.string()),
    cdrr: v.exactOptional(byGroup),
    covers: v.exactOptional(v.string()),
  }),
);
export type Dri = v.InferOutput<typeof DriSchema>;

/**
 * The groups that a population of an entry covers: "women 31+" covers the three older groups of women, "adults 19–50"
 * men and women of these ages, "pregnant" both groups. Undefined for a population that is none of the tables'.
 */
export function groupsOf(population: string): readonly Group[] | undefined {
  const match = /^(men|women|adults|pregnant|breastfeeding)(?: (\d+)(?:–(\d+)|\+))?$/.exec(population);
  if (!match) return undefined;
  const [, who, low, high] = match;
  const from = low === undefined ? 19 : Number(low);
  const to = high === undefined ? Number.POSITIVE_INFINITY : Number(high);
  const kinds = who === 'adults' ? ['men', 'women'] : [who];
  return GROUPS.filter((group) => {
    const [kind, ages] = group.split(' ') as [string, string];
    const youngest = Number.parseInt(ages, 10);
    return kinds.includes(kind) && youngest >= from && youngest <= to;
  });
}

/** Every disagreement between an entry and the table, and every group of the table that the entry leaves out, in words. */
export function compareIntakes(entry: Entry, row: Dri[string]): string[] {
  const tables: [KnownNumber['kind'], Readonly<Record<string, string | number>> | 'none set' | undefined][] = [
    [row.kind, row.values],
    ['UL', row.ul],
    ['CDRR', row.cdrr],
  ];
  return tables.flatMap(([kind, table]) => {
    if (table === undefined) return [];
    const numbers = entry.numbers.filter((number) => number.kind === kind);
    if (table === 'none set') {
      return numbers.every(({ value }) => isNoneSet(value)) ? [] : [`${kind}: the table sets none`];
    }
    const covered = new Map<Group, Value>();
    for (const number of numbers)
      for (const group of groupsOf(number.population) ?? []) covered.set(group, number.value);
    return GROUPS.flatMap((group) => {
      const expected = parseValue(table[group] ?? 'none set');
      const given = covered.get(group);
      // A limit given for adults holds for pregnancy too where the table says the same.
      const value = given ?? (kind === 'UL' || kind === 'CDRR' ? covered.get('women 19–30') : undefined);
      if (!value) return [`${kind} of ${group} is missing`];
      return sameValue(value, expected) ? [] : [`${kind} of ${group}: entry ${show(value)}, table ${show(expected)}`];
    });
  });
}

const isNoneSet = ({ low, high }: Value) => low === undefined && high === undefined;
const sameValue = (a: Value, b: Value | undefined) => a.low === b?.low && a.high === b?.high;
const show = (value: Value | undefined) => JSON.stringify(value);
