import { describe, expect, it } from 'vitest';
import type { Scan } from '../../../core/matching/scan.ts';
import { knowledge, matcher, shown } from './support.ts';

/** Text → what is marked in it, in order. */
type Rows = readonly (readonly [text: string, ...marks: string[]])[];

function holds(rows: Rows): void {
  it.each(rows.map(([text, ...marks]) => [text, marks] as const))('%s', (text, marks) => {
    expect(shown(text)).toEqual(marks);
  });
}

describe('a longer name is one mark, though its words are names as well', () => {
  holds([
    ['chronic kidney disease', 'chronic kidney disease → chronic-kidney-disease'],
    ['chronic renal failure', 'chronic renal failure → chronic-kidney-disease'],
    ['Duchenne muscular dystrophy', 'Duchenne muscular dystrophy → muscular-dystrophy'],
    ['tricyclic antidepressants', 'tricyclic antidepressants → antidepressant'],
    ['non-steroidal anti-inflammatory drugs', 'non-steroidal anti-inflammatory drugs → nsaid'],
    ['non-steroidal anti-inflammatories', 'non-steroidal anti-inflammatories → nsaid'],
    ['insulin-dependent diabetes mellitus', 'insulin-dependent diabetes mellitus → diabetes'],
    ['muscle biopsy', 'muscle biopsy → biopsy'],
    ['blood glucose', 'blood glucose → glucose'],
    ['the common cold and cold sores', 'common cold → common-cold'],
    ['heart rate and rate of growth', 'heart rate → heart-rate'],
    ['neck tension', 'neck tension → muscle-tension'],
    ['depressive moods', 'depressive → depression'],
  ]);
});

describe('an abbreviation may stand in the plural and in the genitive', () => {
  const abbreviations = knowledge.entries.flatMap(({ forms }, entry) =>
    forms
      .filter(({ case: kind, text }) => kind === 'exact' && /^[A-Z]{2,}$/.test(text))
      .map(({ text }) => ({ text, entry })),
  );
  it.each(abbreviations)('$text', ({ text, entry }) => {
    for (const written of [text, `${text}s`, `${text}’s`, `${text}'s`]) {
      const found = matcher.scan(`Two ${written} of it.`) as Scan | undefined;
      expect(found?.candidates.map((candidate) => candidate.entry)).toContain(entry);
    }
  });
});

describe('names and consumer words', () => {
  holds([
    ['Magnesium it is.', 'Magnesium → magnesium'],
    ['a fasciculation', 'fasciculation → fasciculation'],
    ['pins and needles', 'pins and needles → paresthesia'],
    ['shortness of breath', 'shortness of breath → dyspnea'],
    ['a charley horse', 'charley horse → muscle-cramp'],
    ['high blood pressure', 'high blood pressure → hypertension'],
    ['restless legs syndrome', 'restless legs syndrome → restless-legs-syndrome'],
    ['Lou Gehrig’s disease', 'Lou Gehrig’s disease → amyotrophic-lateral-sclerosis'],
    ["Crohn's disease", "Crohn's disease → crohn-disease"],
    ['Parkinson disease', 'Parkinson disease → parkinson-disease'],
    ["Parkinson's disease", "Parkinson's disease → parkinson-disease"],
    ['Parkinsons disease', 'Parkinsons disease → parkinson-disease'],
    ['myasthenia gravis', 'myasthenia gravis → myasthenia-gravis'],
    ['Isaacs syndrome', 'Isaacs syndrome → isaacs-syndrome'],
    ['nothing of ours here'],
    [''],
  ]);
});

describe('American and British spelling', () => {
  holds([
    ['hypomagnesemia', 'hypomagnesemia → hypomagnesemia'],
    ['hypomagnesaemia', 'hypomagnesaemia → hypomagnesemia'],
    ['hypocalcaemia', 'hypocalcaemia → hypocalcemia'],
    ['hyperkalaemia', 'hyperkalaemia → hyperkalemia'],
    ['hyponatraemia', 'hyponatraemia → hyponatremia'],
    ['anaemia', 'anaemia → anemia'],
    ['diarrhoea', 'diarrhoea → diarrhea'],
    ['oedema', 'oedema → edema'],
    ['dyspnoea', 'dyspnoea → dyspnea'],
    ['paraesthesia', 'paraesthesia → paresthesia'],
    ['oestrogen', 'oestrogen → estrogen'],
    ['coeliac disease', 'coeliac disease → celiac-disease'],
    ['haemochromatosis', 'haemochromatosis → iron-overload'],
  ]);
});

describe('plural, possessive, verb and adjective', () => {
  holds([
    ['fasciculations', 'fasciculations → fasciculation'],
    ['the eyelid twitches', 'eyelid twitches → eyelid-twitch'],
    ['neurons', 'neurons → neuron'],
    ['neuronal', 'neuronal → neuron'],
    ['hypocalcemic', 'hypocalcemic → hypocalcemia'],
    ['hypocalcaemic', 'hypocalcaemic → hypocalcemia'],
    ['hypokalemic', 'hypokalemic → hypokalemia'],
    ['myopathies', 'myopathies → myopathy'],
    ['myopathic', 'myopathic → myopathy'],
    ['electrolytes', 'electrolytes → electrolyte'],
    ['deficiencies of magnesium', 'deficiencies of magnesium → hypomagnesemia'],
    ['magnesium’s role', 'magnesium’s → magnesium'],
    ['vitamins', 'vitamins → vitamin'],
    ['SSRIs', 'SSRIs → ssri'],
    ['muscle cramps', 'muscle cramps → muscle-cramp'],
    ['muscle cramping', 'muscle cramping → muscle-cramp'],
  ]);
});

describe('hyphens, spaces and dashes', () => {
  holds([
    ['vitamin B12', 'vitamin B12 → vitamin-b12'],
    ['vitamin B-12', 'vitamin B-12 → vitamin-b12'],
    ['vitamin B 12', 'vitamin B 12 → vitamin-b12'],
    ['vitamin B‑12', 'vitamin B‑12 → vitamin-b12'],
    ['vitamin B–12', 'vitamin B–12 → vitamin-b12'],
    ['vitamin\u00a0B12', 'vitamin\u00a0B12 → vitamin-b12'],
    ['vitamin-B12', 'vitamin-B12 → vitamin-b12'],
    ['Vitamin  B12', 'Vitamin  B12 → vitamin-b12'],
    ['vitamin\nB12', 'vitamin → vitamin'],
    ['multivitamin', 'multivitamin → multivitamin'],
    ['multi-vitamin', 'multi-vitamin → multivitamin'],
    ['multi vitamin', 'multi vitamin → multivitamin'],
    ['a hypo-calcaemia', 'hypo-calcaemia → hypocalcemia'],
    ['low on cis-platin', 'cis-platin → chemotherapy-platinum'],
    ['the anti-convulsant', 'anti-convulsant → anticonvulsant'],
    ['beta blocker', 'beta blocker → beta-blocker'],
    ['beta-blockers', 'beta-blockers → beta-blocker'],
    ['omega-3 fatty acids', 'omega-3 fatty acids → omega-3'],
    ['omega 3', 'omega 3 → omega-3'],
    ['omega3', 'omega3 → omega-3'],
    ['magne\u00adsium', 'magne\u00adsium → magnesium'],
    ['magnésium', 'magnésium → magnesium'],
    ['magne\u0301sium', 'magne\u0301sium → magnesium'],
    ['ＭＡＧＮＥＳＩＵＭ', 'ＭＡＧＮＥＳＩＵＭ → magnesium'],
    ['𝗺𝗮𝗴𝗻𝗲𝘀𝗶𝘂𝗺', '𝗺𝗮𝗴𝗻𝗲𝘀𝗶𝘂𝗺 → magnesium'],
    ['“magnesium”', 'magnesium → magnesium'],
    ['magnesium.', 'magnesium → magnesium'],
    ['magnesium3', 'magnesium → magnesium'],
    ['xmagnesium'],
    ['magnesiumx'],
    ['magnesium_level'],
    ['muscle, cramps of the leg', 'muscle → muscle', 'cramps of the leg → muscle-cramp'],
  ]);
});

describe('Greek letters', () => {
  holds([
    ['α-linolenic acid', 'α-linolenic acid → omega-3'],
    ['α‑tocopherol', 'tocopherol → vitamin-e'],
    ['β-blockers', 'β-blockers → beta-blocker'],
    ['β‐carotene', 'β‐carotene → vitamin-a'],
    ['γ-aminobutyric acid', 'γ-aminobutyric acid → gaba'],
    ['ω-3 fatty acids', 'ω-3 fatty acids → omega-3'],
    ['αβγδ ΑΒΓΔ ά'],
  ]);
});

describe('ions, subscripts and superscripts', () => {
  holds([
    ['Mg2+', 'Mg2+ → magnesium'],
    ['Mg²⁺', 'Mg²⁺ → magnesium'],
    ['Mg(2+)', 'Mg(2+) → magnesium'],
    ['Ca2+', 'Ca2+ → calcium'],
    ['Ca²⁺', 'Ca²⁺ → calcium'],
    ['vitamin B₁₂', 'vitamin B₁₂ → vitamin-b12'],
    ['vitamin B¹²', 'vitamin B¹² → vitamin-b12'],
    ['5 mg'],
    ['5mg'],
    ['200 Mg'],
    ['mg'],
    ['MG'],
  ]);
});

describe('word orders with the same meaning', () => {
  holds([
    ['magnesium deficiency', 'magnesium deficiency → hypomagnesemia'],
    ['deficiency of magnesium', 'deficiency of magnesium → hypomagnesemia'],
    ['deficiency in magnesium', 'deficiency in magnesium → hypomagnesemia'],
    ['low magnesium', 'low magnesium → hypomagnesemia'],
    ['low in magnesium', 'low in magnesium → hypomagnesemia'],
    ['low blood magnesium', 'low blood magnesium → hypomagnesemia'],
    ['low serum magnesium', 'low serum magnesium → hypomagnesemia'],
    ['low magnesium levels', 'low magnesium levels → hypomagnesemia'],
    ['low levels of magnesium', 'low levels of magnesium → hypomagnesemia'],
    ['low levels of magnesium in the blood', 'low levels of magnesium in the blood → hypomagnesemia'],
    ['magnesium-deficient', 'magnesium-deficient → hypomagnesemia'],
    ['lack of magnesium', 'lack of magnesium → hypomagnesemia'],
    ['insufficient magnesium', 'insufficient magnesium → hypomagnesemia'],
    ['weakness of the muscles', 'weakness of the muscles → muscle-weakness'],
    ['iron deficiency', 'iron deficiency → iron-deficiency'],
    ['lack of iron', 'lack of iron → iron-deficiency'],
    ['low vitamin D', 'low vitamin D → vitamin-d-deficiency'],
    ['vitamin D deficiency', 'vitamin D deficiency → vitamin-d-deficiency'],
    ['deficiency of vitamin B12', 'deficiency of vitamin B12 → vitamin-b12-deficiency'],
    ['high serum potassium', 'high serum potassium → hyperkalemia'],
    ['low blood sugar', 'low blood sugar → hypoglycemia'],
    ['lacking iron', 'lacking iron → iron-deficiency'],
    ['shortage of potassium', 'shortage of potassium → hypokalemia'],
    ['excess of calcium', 'excess of calcium → hypercalcemia'],
    ['your iron levels', 'iron → iron', 'levels → serum-level'],
    ['levels of vitamin D', 'levels → serum-level', 'vitamin D → vitamin-d'],
    ['low pressure'],
  ]);
});

describe('lists that share a word', () => {
  holds([
    ['vitamins B6 and B12', 'vitamins B6 → vitamin-b6', 'B12 → vitamin-b12'],
    ['vitamins A, C and D', 'vitamins A → vitamin-a', 'C → vitamin-c', 'D → vitamin-d'],
    ['vitamins A, C, and D', 'vitamins A → vitamin-a', 'C → vitamin-c', 'D → vitamin-d'],
    ['vitamin C or E', 'vitamin C → vitamin-c', 'E → vitamin-e'],
    ['vitamin B6/B12', 'vitamin B6 → vitamin-b6', 'B12 → vitamin-b12'],
    ['calcium and magnesium deficiency', 'calcium → calcium-deficiency', 'magnesium deficiency → hypomagnesemia'],
    ['hypo- or hyperkalemia', 'hypo → hypokalemia', 'hyperkalemia → hyperkalemia'],
    ['hypo/hyperkalaemia', 'hypo → hypokalemia', 'hyperkalaemia → hyperkalemia'],
    ['tachy- or bradycardia', 'tachy → tachycardia', 'bradycardia → bradycardia'],
    [
      'deficiencies of calcium and magnesium',
      'deficiencies of calcium → calcium-deficiency',
      'magnesium → hypomagnesemia',
    ],
    [
      'calcium, magnesium and potassium deficiency',
      'calcium → calcium-deficiency',
      'magnesium → hypomagnesemia',
      'potassium deficiency → hypokalemia',
    ],
    ['weakness or cramps of the legs', 'weakness → muscle-weakness', 'cramps of the legs → muscle-cramp'],
    ['hypo- and hypercalcaemia', 'hypo → hypocalcemia', 'hypercalcaemia → hypercalcemia'],
    ['muscle weakness and cramps', 'muscle weakness → muscle-weakness', 'cramps → muscle-cramp'],
    ['low and very low vitamin D', 'low vitamin D → vitamin-d-deficiency'],
    ['vitamin C and nothing', 'vitamin C → vitamin-c'],
    ['vitamins A, C & D', 'vitamins A → vitamin-a', 'C → vitamin-c', 'D → vitamin-d'],
    ['vitamin B6 + B12', 'vitamin B6 → vitamin-b6', 'B12 → vitamin-b12'],
    ['calcium & magnesium deficiency', 'calcium → calcium-deficiency', 'magnesium deficiency → hypomagnesemia'],
    [
      'vitamin B12 and folate deficiency',
      'vitamin B12 → vitamin-b12-deficiency',
      'folate deficiency → folate-deficiency',
    ],
    [
      'vitamin B12, vitamin D or iron deficiency',
      'vitamin B12 → vitamin-b12-deficiency',
      'vitamin D → vitamin-d-deficiency',
      'iron deficiency → iron-deficiency',
    ],
    ['vitamins B12 and D deficiency', 'vitamins B12 → vitamin-b12-deficiency', 'D → vitamin-d-deficiency'],
    [
      'deficiencies of vitamin B12, folate and iron',
      'deficiencies of vitamin B12 → vitamin-b12-deficiency',
      'folate → folate-deficiency',
      'iron → iron-deficiency',
    ],
    [
      'deficiencies in vitamins B12 and D',
      'deficiencies in vitamins B12 → vitamin-b12-deficiency',
      'D → vitamin-d-deficiency',
    ],
    ['the spinal cord and the nerves', 'spinal cord → spinal-cord', 'nerves → nerve'],
  ]);
});

describe('the longest meaning', () => {
  holds([
    ['magnesium deficiency anemia', 'magnesium deficiency → hypomagnesemia', 'anemia → anemia'],
    ['peripheral neuropathy', 'peripheral neuropathy → peripheral-neuropathy'],
    ['calcium channel blocker', 'calcium channel blocker → calcium-channel-blocker'],
    ['benign fasciculation syndrome', 'benign fasciculation syndrome → benign-fasciculation-syndrome'],
    ['vitamin B12 deficiency', 'vitamin B12 deficiency → vitamin-b12-deficiency'],
    ['thyroid-stimulating hormone', 'thyroid-stimulating hormone → tsh-test'],
    ['amyotrophic lateral sclerosis', 'amyotrophic lateral sclerosis → amyotrophic-lateral-sclerosis'],
  ]);
});
