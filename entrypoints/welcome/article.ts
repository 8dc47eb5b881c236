/** The demo article: what the welcome page teaches with, and what `npm start` serves as an ordinary web page. */

/** A paragraph is text; a list is an array of its items. */
export interface Section {
  readonly heading?: string;
  readonly parts: readonly (string | readonly string[])[];
}

export const ARTICLE: { readonly title: string; readonly sections: readonly Section[] } = {
  title: 'Why does my eyelid twitch?',
  sections: [
    {
      parts: [
        'It starts without a warning: a small flutter under the eye, a jump in the calf, a thumb that moves by itself. ' +
          'Doctors call it a fasciculation when a few muscle fibers fire on their own. Nearly everyone has a muscle twitch ' +
          'now and then, and most of the time it goes away without any treatment.',
      ],
    },
    {
      heading: 'The usual suspects',
      parts: [
        'An eyelid twitch often comes in a week of too little sleep, too much coffee or a lot of stress. Caffeine makes ' +
          'nerves quicker to fire; so can alcohol the day after. Hard training can leave a calf jumping for hours, and ' +
          'muscle cramps may follow when dehydration comes on top.',
        'Some medicines can do it too: diuretics, salbutamol and corticosteroids are examples. If twitching began with a ' +
          'new tablet, ask a pharmacist before you stop it.',
      ],
    },
    {
      heading: 'Is something missing?',
      parts: [
        'Many people think of magnesium first. A real lack, called hypomagnesaemia, can make muscles twitch, but it mostly ' +
          'comes with other signs. The same holds for these:',
        [
          'Low calcium in the blood, or hypocalcemia, brings tingling around the mouth and spasms in the hands.',
          'Low potassium makes muscles weak; very low levels can upset the heart.',
          'A vitamin B12 deficiency causes numbness and an unsteady walk more than twitching.',
          'Too much vitamin B6 from pills can harm nerves, so more is not better.',
        ],
        'A tablet of 5 mg or 500 mg tells you little by itself: what counts is how much you take in all, and whether you ' +
          'need it. Blood tests such as serum magnesium, TSH or creatine kinase can help a doctor to sort this out.',
      ],
    },
    {
      heading: 'When twitching needs a doctor',
      parts: [
        'See a doctor if muscle weakness grows over weeks, if a muscle gets thinner, or if you have trouble speaking or ' +
          'swallowing. Many people with twitches worry about amyotrophic lateral sclerosis (ALS). It is rare, and twitching ' +
          'alone, without weakness, is very seldom its sign. Benign fasciculation syndrome (BFS) is the name for twitches ' +
          'that stay for months and do no harm. People with BFS do not lose strength.',
      ],
    },
  ],
};
