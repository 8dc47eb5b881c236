/** Lexicons of other sizes than ours, generated: does a pass take longer with more forms? */

import type { Entry, Form, Knowledge } from '../../../core/knowledge/knowledge.ts';
import { compileLexicon } from '../../../core/matching/compile.ts';
import type { LexiconPayload } from '../../../core/matching/lexicon.ts';

/** Parts that words of the field are put together from. */
const BEGINNINGS =
  'hyper hypo neuro myo cardi gastr hepat nephr pulmon dermat arthr oste hem angi enceph ophthalm ot rhin laryng thyr adren pancre splen lymph cyt hist immun endocrin metabol psych'.split(
    ' ',
  );
const MIDDLES =
  'algi calc kal natr magnes phosph glyc lip prote ur chol bil ket lact cortic estr andr thromb leuk eryth scler fibr plas troph tens kines esthes paralys dystroph spasm'.split(
    ' ',
  );
const ENDS =
  'emia osis itis pathy algia oma uria penia cytosis trophy plegia paresis ectomy ostomy graphy metry lysis genesis stasis rrhea phagia pnea tonia taxia kinesia esthesia ine ol ide ate'.split(
    ' ',
  );
/** Forms of an entry. */
const FORMS = 15;

/** Numbers from 0 to `below`, the same in every run (Park and Miller, 1988). */
function numbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 48271) % 2147483647;
    return state % below;
  };
}

/** Forms that a small lexicon takes of each entry: with 500 entries about 1,500, and those that pages use most. */
const USUAL = 3;

/** The usual forms of the knowledge base alone, filled up with generated ones to `count`; all find the same on a page. */
export function lexiconOf({ entries, vocabularies }: Knowledge, count: number): LexiconPayload {
  const usual = entries.map((entry) => ({ ...entry, forms: entry.forms.slice(0, USUAL) }));
  const [template] = usual;
  if (!template) throw new Error('The knowledge base is empty');
  let left = count - usual.reduce((sum, { forms }) => sum + forms.length, 0);
  const next = numbers(7);
  const word = () => [BEGINNINGS, MIDDLES, ENDS].map((parts) => parts[next(parts.length)]).join('');
  const seen = new Set<string>();
  const generated: Entry[] = [];
  while (left > 0) {
    const forms: Form[] = [];
    while (forms.length < Math.min(FORMS, left)) {
      const text = Array.from({ length: 1 + next(3) }, word).join(' ');
      if (seen.has(text)) continue;
      seen.add(text);
      forms.push({ text, case: 'any', inflect: 'none' });
    }
    generated.push({ ...template, id: `zz-${generated.length}`, category: 'condition', forms });
    left -= forms.length;
  }
  return compileLexicon({ entries: [...usual, ...generated], vocabularies }).payload;
}
