import { expect, it } from 'vitest';
import { looksEnglish } from '../../../core/matching/language.ts';

it.each([
  ['en', true, 'The doctor said that it was a vitamin deficiency and that she had to eat more fish.'],
  [
    'en with words of another',
    true,
    'The doctor said that it was all in her mind: “das ist nicht schlimm, und auch die Nerven sind gut”, which she had been told at home as well.',
  ],
  ['too short', true, 'Magnesium'],
  ['empty', true, ''],
  ['a list', true, 'Bulbar palsy - Constipation - Diarrhea - EMG: myopathic abnormalities'],
  ['de', false, 'Der Arzt sagt, dass es nicht an den Nerven liegt und die Muskeln mit der Zeit zucken.'],
  ['fr', false, 'Le médecin dit que les muscles ne sont pas malades et que le magnésium est dans une norme.'],
  [
    'es',
    false,
    'El médico dice que los músculos no están enfermos y que el magnesio es para una vida sana, como la de los niños.',
  ],
  [
    'fi',
    false,
    'Se, miten kaamosoireet vaikuttavat hyvinvointiin, on yksilöllistä, mutta ei se ole sairaus, joka että kuin.',
  ],
  [
    'nl',
    false,
    'De arts zegt dat het niet aan de zenuwen ligt en dat het met de tijd van zelf over gaat voor een deel.',
  ],
  ['ru', false, 'Врач говорит, что это не болезнь нервов и что магний в норме.'],
  ['ja', false, '医者 は マグネシウム 不足 では ない と 言った'],
])('tells %s', (_language, english, text) => {
  expect(looksEnglish(text)).toBe(english);
});
