import { expect, test } from 'vitest';
import { stem } from '../../../core/search/stem.ts';

const FAMILIES = [
  'dizzy dizziness',
  'weak weakness',
  'cramp cramps cramping cramped',
  'twitch twitches twitching twitched twitchy',
  'depressed depression depressive',
  'constipated constipation',
  'nausea nauseous',
  'neuron neurons neuronal',
  'hypokalemia hypokalaemia hypokalemic hypokalaemic',
  'seizure seizures seizing',
  'anemia anaemia anemic anaemic',
  'anxious anxiety',
  'muscle muscles',
  'deficiency deficiencies deficient',
  'edema oedema',
  'tired tiredness',
  'sweat sweating sweats sweaty',
  'injection injections',
  'diabetes diabetic',
  'allergy allergies allergic',
  'fiber fibre',
];

test.each(FAMILIES)('one family: %s', (family) => {
  expect(new Set(family.split(' ').map(stem)).size, family.split(' ').map(stem).join()).toBe(1);
});

const STRANGERS = [
  'calcium calcitonin',
  'neuron neuropathy',
  'nerve never',
  'iron ion',
  'thyroid parathyroid',
  'b6 b12',
];

test.each(STRANGERS)('no family: %s', (pair) => {
  expect(new Set(pair.split(' ').map(stem)).size).toBe(2);
});
