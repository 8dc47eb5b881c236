/** The numbers of an entry: one table for each kind, source and year, so that limits that differ stand side by side. */
import type { KnownNumber } from '../core/knowledge/knowledge.ts';
import { formatValue } from '../core/knowledge/values.ts';
import { type Cited, SourceLinks } from './SourceLinks.tsx';
import { NUMBER_NAME, say, WRITTEN } from './words.ts';

export function Numbers({ numbers, cited }: { numbers: readonly KnownNumber[]; cited: Cited }) {
  return (
    <div class="numbers">
      {tablesOf(numbers).map(([first, ...rest]) => (
        <table key={keyOf(first)}>
          <caption>
            <strong>{say(NUMBER_NAME[first.kind])}</strong>
            {first.measure && <span {...WRITTEN}>{`: ${first.measure}`}</span>}
            <span class="entry-meta">
              {first.covers && <span {...WRITTEN}>{`${first.covers}. `}</span>}
              {first.note && <span {...WRITTEN}>{`${first.note} `}</span>}
              <SourceLinks ids={[first.source]} cited={cited} />
              {`, ${first.year}`}
            </span>
          </caption>
          <tbody>
            {[first, ...rest].map((number) => (
              <tr key={number.population}>
                <th scope="row" {...WRITTEN}>
                  {number.population}
                </th>
                <td>
                  <span {...WRITTEN}>{withUnit(number)}</span>
                  {number.converted && (
                    <span class="other-unit" {...WRITTEN}>
                      {withUnit(number.converted)}
                    </span>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      ))}
    </div>
  );
}

function withUnit({ value, unit }: Pick<KnownNumber, 'value' | 'unit'>): string {
  const text = formatValue(value);
  return value.low === undefined && value.high === undefined ? text : `${text} ${unit}`;
}

type Table = [KnownNumber, ...KnownNumber[]];

function keyOf({ kind, measure = '', source, year, unit, covers = '', note = '' }: KnownNumber): string {
  return [kind, measure, source, year, unit, covers, note].join('|');
}

/** Numbers that share everything but population and value, in the order in which the editor gave them. */
function tablesOf(numbers: readonly KnownNumber[]): Table[] {
  const tables = new Map<string, Table>();
  for (const number of numbers) {
    const table = tables.get(keyOf(number));
    if (table) table.push(number);
    else tables.set(keyOf(number), [number]);
  }
  return [...tables.values()];
}
