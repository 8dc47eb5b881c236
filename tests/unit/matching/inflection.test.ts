import { describe, expect, it } from 'vitest';
import {
  ADJECTIVE,
  accepted,
  BARE,
  IA,
  innerStem,
  ONGOING,
  PAST,
  PLURAL,
  stem,
  surfaces,
} from '../../../core/matching/inflection.ts';

const STEMS: readonly (readonly [word: string, stem: string, ending: number])[] = [
  ['twitch', 'twitch', BARE],
  ['twitches', 'twitch', PLURAL],
  ['twitched', 'twitch', PAST],
  ['twitching', 'twitch', ONGOING],
  ['cramps', 'cramp', PLURAL],
  ['cramped', 'cramp', PAST],
  ['cramping', 'cramp', ONGOING],
  ['spasming', 'spasm', ONGOING],
  ['muscles', 'muscle', PLURAL],
  ['deficiency', 'deficiency', BARE],
  ['deficiencies', 'deficiency', PLURAL],
  ['bodies', 'body', PLURAL],
  ['injuries', 'injury', PLURAL],
  ['injured', 'injur', PAST],
  ['worried', 'worry', PAST],
  ['worrying', 'worry', ONGOING],
  ['disease', 'diseas', BARE],
  ['diseases', 'diseas', PLURAL],
  ['virus', 'virus', BARE],
  ['viruses', 'virus', PLURAL],
  ['reflexes', 'reflex', PLURAL],
  ['headache', 'headach', BARE],
  ['headaches', 'headach', PLURAL],
  ['dose', 'dose', BARE],
  ['doses', 'dose', PLURAL],
  ['stress', 'stress', BARE],
  ['stresses', 'stress', PLURAL],
  ['stressed', 'stress', PAST],
  ['tetanus', 'tetanus', BARE],
  ['pelvis', 'pelvis', BARE],
  ['neurosis', 'neurosis', BARE],
  ['nerves', 'nerve', PLURAL],
  ['gas', 'gas', BARE],
  ['als', 'als', BARE],
  ['feet', 'foot', PLURAL],
  ['teeth', 'tooth', PLURAL],
  ['calves', 'calf', PLURAL],
  ['leaves', 'leaf', PLURAL],
  ['hypocalcemia', 'hypocalcem', IA],
  ['hypocalcemic', 'hypocalcem', ADJECTIVE],
  ['hypocalcaemia', 'hypocalcem', IA],
  ['hypocalcaemic', 'hypocalcem', ADJECTIVE],
  ['anemia', 'anem', IA],
  ['anaemia', 'anem', IA],
  ['anaemic', 'anem', ADJECTIVE],
  ['dystonia', 'dyston', IA],
  ['dystonic', 'dyston', ADJECTIVE],
  ['myopathy', 'myopath', BARE],
  ['myopathies', 'myopath', PLURAL],
  ['myopathic', 'myopath', ADJECTIVE],
  ['atrophy', 'atroph', BARE],
  ['atrophic', 'atroph', ADJECTIVE],
  ['neuron', 'neuron', BARE],
  ['neuronal', 'neuron', ADJECTIVE],
  ['neurological', 'neurolog', ADJECTIVE],
  ['edema', 'edema', BARE],
  ['oedema', 'edema', BARE],
  ['diarrhea', 'diarrhea', BARE],
  ['diarrhoea', 'diarrhea', BARE],
  ['oesophagus', 'esophagus', BARE],
  ['haemoglobin', 'hemoglobin', BARE],
  ['coeliac', 'celiac', BARE],
  ['sulphate', 'sulfate', BARE],
  ['tumour', 'tumor', BARE],
  ['tumours', 'tumor', PLURAL],
  ['fibre', 'fiber', BARE],
  ['fibres', 'fiber', PLURAL],
  ['paralyse', 'paralyz', BARE],
  ['paralyze', 'paralyz', BARE],
  ['paralysed', 'paralyz', PAST],
  ['paralysis', 'paralysis', BARE],
  ['code', 'code', BARE],
  ['cod', 'cod', BARE],
  ['sleepy', 'sleepy', BARE],
  ['bloody', 'bloody', BARE],
  ['tingle', 'tingle', BARE],
  ['tingling', 'tingl', ONGOING],
  ['b', 'b', BARE],
];

describe('the stem of a word', () => {
  it.each(STEMS)('%s → %s', (word, root, ending) => {
    expect(stem(word)).toEqual({ stem: root, ending });
  });

  it.each([
    ['muscle', 'muscles'],
    ['parkinson', 'parkinsons'],
    ['vitamin', 'vitamins'],
    ['disease', 'diseases'],
    ['anaemia', 'anemia'],
  ])('takes %s and %s for the same inside a form', (one, other) => {
    expect(innerStem(one)).toBe(innerStem(other));
  });

  it.each([
    ['iron', 'ironing'],
    ['lead', 'leading'],
    ['cod', 'code'],
    ['blood', 'bloody'],
    ['numb', 'number'],
    ['panic', 'pan'],
    ['toe', 'to'],
  ])('keeps %s apart from %s where the form takes nouns', (noun, other) => {
    const mask = accepted('noun', stem(noun).ending, noun);
    const read = stem(other);
    expect(read.stem === stem(noun).stem && ((mask >> read.ending) & 1) === 1).toBe(false);
  });
});

describe('the spellings of a word that the scan must know', () => {
  it.each([
    ['anemia', 'noun', ['anemia', 'anaemia', 'anemic', 'anaemic']],
    ['edema', 'noun', ['edema', 'oedema']],
    ['diarrhea', 'noun', ['diarrhea', 'diarrhoea']],
    ['esophagus', 'noun', ['oesophagus']],
    ['hemoglobin', 'noun', ['haemoglobin']],
    ['leukemia', 'noun', ['leukaemia']],
    ['celiac', 'noun', ['coeliac']],
    ['fetus', 'noun', ['foetus', 'fetuses']],
    ['twitch', 'verb', ['twitches', 'twitched', 'twitching']],
    ['tingle', 'verb', ['tingles', 'tingled', 'tingling']],
    ['cram', 'verb', ['cramming', 'crammed']],
    ['tic', 'noun', ['tics']],
    ['calf', 'noun', ['calves']],
    ['injury', 'noun', ['injuries']],
    ['myopathy', 'noun', ['myopathies', 'myopathic']],
    ['fiber', 'noun', ['fibre', 'fibres']],
    ['tumor', 'noun', ['tumour', 'tumours']],
    ['sulfate', 'noun', ['sulphate']],
  ] as const)('of %s (%s) include %j', (word, kind, expected) => {
    const mask = accepted(kind, stem(word).ending, word);
    expect(surfaces(word, mask)).toEqual(expect.arrayContaining([...expected]));
  });
});
