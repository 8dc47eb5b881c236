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
            <Title number={first} />
            <span class="entry-meta">
              {first.covers && <span {...WRITTEN}>{`${asSentence(first.covers)} `}</span>}
              {first.note && <span {...WRITTEN}>{`${asSentence(first.note)} `}</span>}
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

/** A number of no named kind is named by what it measures. */
function Title({ number: { kind, measure } }: { number: KnownNumber }) {
  if (kind === 'other' && measure) return <strong {...WRITTEN}>{asTitle(measure)}</strong>;
  return (
    <>
      <strong>{say(NUMBER_NAME[kind])}</strong>
      {measure && <span {...WRITTEN}>{`: ${measure}`}</span>}
    </>
  );
}

/** Editors write what a limit covers as a phrase. */
const asTitle = (phrase: string) => phrase.charAt(0).toUpperCase() + phrase.slice(1);
const asSentence = (phrase: string) => (/[.!?]$/.test(phrase) ? asTitle(phrase) : `${asTitle(phrase)}.`);

function withUnit({ value, unit }: Pick<KnownNumber, 'value' | 'unit'>): string {
  const text = formatValue(value);
  if (value.low === undefined && value.high === undefined) return text;
  return unit.startsWith('%') ? text + unit : `${text} ${unit}`;
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
