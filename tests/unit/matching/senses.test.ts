import { describe, expect, it } from 'vitest';
import { marksOf } from './support.ts';

/** Whether the word in [brackets] is marked. */
function isMarked(row: string): boolean {
  const start = row.indexOf('[');
  const end = row.indexOf(']') - 1;
  return marksOf(row.replace(/[[\]]/g, '')).some((mark) => mark.start < end && start < mark.end);
}

function each(rows: readonly string[], marked: boolean): void {
  it.each(rows)('%s', (row) => expect(isMarked(row)).toBe(marked));
}

describe('an ambiguous word is marked where it means the entry', () => {
  each(
    [
      'Serum [Mg] was 0.6 mmol/L and the patient had low calcium.',
      'The test showed low sodium ([Na]), potassium and creatinine.',
      'Plasma [K+] rose to 6 mmol/L.',
      'Low [iron] stores cause fatigue and anemia.',
      'Take [iron] tablets with vitamin C.',
      'Children with [lead] poisoning have abdominal pain and anemia.',
      'Blood [lead] levels were measured in the patients.',
      '[Mercury] poisoning causes tremor and numbness.',
      'Her serum [copper] was low and she had neuropathy.',
      'Dietary [zinc] supports the immune system.',
      'People with [MS] often have muscle weakness, numbness and fatigue.',
      '[ALS] is a disease of motor neurons with weakness and fasciculations.',
      'The neurologist ordered an [EMG] and a nerve conduction study.',
      'My doctor says it is benign fasciculation syndrome, or [BFS], and the twitches are harmless.',
      'High doses of [B6] can damage nerves; take vitamin B6 with care.',
      'Low [B12] causes numbness and anemia.',
      'Emotional [stress] and anxiety can bring on eyelid twitching.',
      'Regular [exercise] eases anxiety and improves sleep.',
      'A [stroke] happens when blood flow to the brain stops.',
      'He had a [seizure] and lost consciousness in the hospital.',
      'Leg [cramps] at night wake many older adults.',
      'Muscle [twitching] after caffeine is common.',
      'Low [folate] raises homocysteine.',
      'Too little [potassium] weakens the muscles.',
      'The [heart] pumps blood through the arteries.',
      'Some drink [tonic water] with quinine against leg cramps at night.',
      'A stiff, aching [pain in the neck] may come with a headache.',
      'Diabetic [nephropathy] can weaken the kidneys.',
      'The ulnar [nerve] runs behind the elbow and feeds muscles of the hand.',
      'Septic [shock] with low blood pressure is an emergency.',
      'Symptoms of [depression] include low mood and poor sleep.',
      'She takes a [PPI] for acid reflux and low magnesium followed.',
      'Why are my legs and feet [numb]?',
      'Reduce [salt] to lower blood pressure.',
      'Serum [Fe], ferritin and transferrin were low in anemia.',
      'Serum [Zn] was low in patients with diarrhea.',
      'Serum [Ca] was 2.1 mmol/L, and magnesium was low.',
      '[CK] was 900 U/L and the muscles hurt.',
      'A [CT] of the head showed no bleeding.',
      'He had a [TIA], with weakness of the arm for an hour.',
      'The [AI] for vitamin K is 120 µg a day for men.',
      'The [UL] for magnesium from supplements is 350 mg a day.',
      '[RLS] makes people move their legs at night; iron may help.',
      '[PD] causes tremor, stiffness and slow movement.',
      'Vitamins A, [D], E and K dissolve in fat.',
      'Vitamins A, D, [E] and K dissolve in fat.',
      'Muscle [tension] and anxiety bring on twitches.',
      'Large fish hold [mercury], which is toxic to the nerves of the unborn child.',
      'Colloidal [silver] can turn the skin grey and blocks some antibiotics.',
      'He has a [cold] with cough and a sore throat.',
      'The [brain] uses glucose.',
      '[D3] supplements raise the level in the blood.',
      '[K] 3.1 mmol/L (L)',
      '[CK]: 1,230 U/L',
      '[Ca] 2.0–2.2 mmol/L',
      'The former champion was diagnosed with [Parkinson’s] in 2019.',
      'The actor died of a massive [heart attack] at 61, his family said.',
      'Common side effects: headache, dizziness, [feeling sick], diarrhoea.',
      'Rare: muscle cramps, [fits], low blood pressure.',
      'my [emg] was clean but i still have anxiety',
      'is it [als]? i have had twitching, fasciculations and no weakness for weeks',
      'i had an [mri] of my brain',
      'Serum [Se], zinc and copper were low in the patients with malnutrition.',
      'Patients with [MG] have drooping eyelids and double vision.',
      'He [twitched] all night and his muscles were weak.',
      'She [twitches] when she drinks too much coffee and sleeps too little.',
      'Has anybody with [MS] tried baclofen for spasticity?',
      'Each meal has 340 calories, 12 g [protein] and 20 g of carbohydrate in a balanced diet.',
      'my [ssri] gives me a tremor',
      'Deficiencies of vitamins A, [D] and E are rare.',
      'Lupus, [MS], and rheumatoid arthritis are diseases of the immune system.',
    ],
    true,
  );
});

describe('an ambiguous word is left alone where it means something else', () => {
  each(
    [
      'Take 5 [mg] with water.',
      'The tablet holds 200 [Mg] of something.',
      'Iron Man and [Iron] Maiden played on the same stage.',
      'Give us a week to [iron] out the wrinkles.',
      'A cast [iron] skillet belongs in every kitchen.',
      'She will [lead] the team next year.',
      'This may [lead] to higher prices.',
      'The [lead] singer left the band.',
      'He was the [lead] developer of the app.',
      'Freddie [Mercury] sang with Queen.',
      'Thieves stole [copper] wire from the railway.',
      'The roof is made of [zinc].',
      '[Selenium] drives the browser in our tests.',
      'Download [Chromium] and install the extension.',
      'The dashboard draws its graph with [D3].',
      'White answered with the knight to [B6] and the rook took it.',
      'Take the [B12] towards the city and park there.',
      'I watched her stream on [Twitch] last night.',
      '[MS] Office and Windows were updated.',
      'The [ALS] file is opened by the music software.',
      'Exercise 4: implement [BFS] and DFS on a graph.',
      'The screen has a [PPI] of 401 pixels per inch.',
      'The police reported a [seizure] of weapons at the border.',
      'With a [stroke] of the pen the president signed the law.',
      'A [stroke] of luck won them the game.',
      'The price [shock] hit the market.',
      'A new phase of the trade war put [stress] on the economy.',
      'The steel beam failed under [stress].',
      'The Great [Depression] ruined many banks.',
      'We got to the [heart] of the matter in court.',
      'They broke my [heart] with that ending.',
      'My uncle is a real health [nut] who bikes everywhere.',
      'The new landlord is such a [pain in the neck] for us all.',
      'Police announced the [seizure] of drugs.',
      'Excitement in the town reached [fever] pitch.',
      'He is [numb] to criticism by now.',
      'Now we get to the [meat] of the argument.',
      'The rats showed lower peak [twitch] tension after the nerve was cut.',
      'She ordered a gin and [tonic water] at the bar.',
      'The city lies in the [heart] of Manhattan.',
      'He had the [nerve] to ask for a raise.',
      'The army flexed its [muscle] at the border.',
      'The team caught a [cold] streak and lost the game.',
      'Fertilizer with nitrogen, phosphorus and [potassium] goes on the soil in spring for a better crop.',
      'The password hash needs a [salt] in the database code.',
      'Tickets are 5 [K] each at the concert.',
      'Written by Rachael Link, [MS], editor of the magazine.',
      'Kirchhof [MG], Wong A, Dutz JP. A paper in a journal.',
      'Panels (E, H, [K] and N) show the building.',
      'The kinin [B1] receptor of the cell was studied in patients.',
      'Heat [shock] proteins fold other proteins in the cell.',
      'The [Fe] Maidens sang at the festival.',
      'The [Zn] key on the keyboard does nothing in this app.',
      '[Se] habla español in this hotel.',
      'Turn to [P]. 12 of the book.',
      'As [I] said, the band played well.',
      'Vitamins are sold in aisle [D], row E of the store.',
      'Vitamins are sold in aisle D, row [E] of the store.',
      'Drive to [D] and park in zone E.',
      '[Ca] 1850 the city had a new bridge.',
      '[CK] perfume and jeans are on sale.',
      '[CT] voters elected a new governor.',
      'We asked [TIA] airport for a comment on flights.',
      'The new [AI] model writes code and email.',
      'A [UL] listed power supply for the laptop.',
      'The [RLS] policy protects rows of the database.',
      'The [PD] arrested two suspects on Monday.',
      'The roof is made of [tin].',
      'She won the [silver] medal in swimming.',
      '[Mercury] is the planet nearest to the sun.',
      '[Tension] rose between the two governments.',
      'The [cold] war ended in 1991.',
      '[Cold] weather is coming to the city.',
      '[Brain] drain hurts the economy of the country.',
      '[Calcium] in cement reacts with water as the concrete sets.',
      '[Copper] prices fell on the market.',
      'A [nerve] of steel is what a poker player needs.',
      'The rook goes to [D3] and the bishop to E6.',
      '[D3].js draws the chart.',
      'The plane has seat [B12].',
      'A [twitch] streamer earned millions.',
      'The [cramp] of the vise holds the board on the bench.',
      '[Exercise] your right to vote.',
      'The [exercise] of power by the president.',
      '[Stress] testing of the bank’s balance sheet.',
      'Section 2.1 [I] agree with the terms.',
      'The dopamine [D3] receptor of the rat was blocked.',
    ],
    false,
  );
});

describe('a plain word in the name of something else is left alone, wherever the page stands on health', () => {
  each(
    [
      'Patients with familial Mediterranean [fever] and kidney damage.',
      'The vaccine protects travellers from yellow [fever] and hepatitis.',
      'Pulmonary [edema] is an emergency: the lungs fill with fluid.',
      'Portal [hypertension] follows cirrhosis of the liver.',
      'Pulmonary arterial [hypertension] strains the right heart.',
      'Aplastic [anemia] is a disease of the bone marrow.',
      'Patients with sickle cell [anemia] had pain.',
      'Coronary artery [spasm] causes chest pain.',
      'Infantile [spasms] are seizures of early life.',
      'She took [sodium] valproate for epilepsy.',
      'A bath of [sodium] hypochlorite kills bacteria on the skin.',
      'Cells were stained with propidium [iodide].',
      'The enzyme glucose-6-[phosphate] dehydrogenase was low in the patients.',
      'Reactive [oxygen] species harm the cells of the brain.',
      'The [glucocorticoid] receptor of the cell was blocked in rats.',
      'Heart rate and [lead] II of the patient were recorded.',
      'Perillyl [alcohol] slowed the tumor in mice.',
      'Liver damage was seen in a non-[alcoholic] woman.',
    ],
    false,
  );
  each(
    [
      'A [fever] after the vaccine is common.',
      'Ankle [edema] with heart failure.',
      'Arterial [hypertension] strains the heart.',
      'Iron deficiency [anemia] makes people pale.',
      'Low [sodium] in the blood causes confusion.',
      'Foods with [sodium] chloride.',
    ],
    true,
  );
});

describe('a sentence on its own, in both senses of a word', () => {
  each(
    [
      'Old paint can contain [lead], which harms the brain of children.',
      'Beans and meat are rich in [iron].',
      'After his [stroke] he could not move his arm.',
      'Her hands have a [tremor] when she holds a cup.',
      '[Exercise] helps people with depression sleep better.',
      'Neck [tension] can cause headache.',
      'I caught a [cold] last week and now my eyelid twitches.',
      'A pinched [nerve] in the neck makes the arm tingle.',
      'My left eye has a [twitch].',
      'Long use of a [PPI] such as omeprazole can lower magnesium.',
      '[MS] damages myelin around nerves in the brain.',
    ],
    true,
  );
  each(
    [
      'A bad [cold] snap hit the north.',
      'Frogs are [cold]-blooded animals.',
      'The athlete had the [stomach] for a fight.',
      'At the [stroke] of midnight the bell rang.',
      'Her back [stroke] won the race in the pool.',
      'The tablets are colored with [iron] oxide, and the patient took two.',
      'Patients had cerebellar [atrophy] and poor balance.',
      'Electrons in a [low energy] state stay near the nucleus of the cell.',
      'She is a [senior] scientist at the clinic.',
      'The [mercury] rose to 35 degrees in the city yesterday.',
      'He played a seven-[iron] to the green.',
      '[K] Street lobbyists met the senator.',
      'I live in San Diego, [CA], with my dog.',
      '[TIA] for your help, see the code below.',
      'The furnace holds 300 [K] for a day.',
      'Dr. Ann Lee, MD, [MS], treats patients with migraine.',
      'Written by Jo Park, RD, [MS], who treats patients with diabetes.',
      '[EMG] Holdings shares fell after its results.',
      'The [rls] policy of the table is checked by the function bfs in the code.',
      'Ik ben niet zo groot [als] mijn broer.',
      'A used [MG] roadster is for sale near the city.',
      'The 4E-[BPs] inhibit translation in the cells of patients with hypertension.',
      'The blood cells of the patients carry a [G protein] on the membrane.',
      'The study of patients with diabetes appears in the journal [Heart].',
      'The findings on sleep and pain are in the May issue of the journal [Neurology].',
      'He died from the [cold] on the mountain.',
      'The [depression] over the Atlantic brings rain and storm.',
    ],
    false,
  );
});

describe('an abbreviation or a word that is part of a name is left alone, wherever the page stands on health', () => {
  each(
    [
      'The patients came from a hospital in Detroit, [MI], and had kidney disease.',
      'Tissue of the liver was ground (Omni, Oxford, [CT]) and stored.',
      'Vitamin D was measured by GC-[MS] in the serum of the patients.',
      'The protein CUG-[BP] binds RNA in muscle and brain cells.',
      'Chromosomes of the cells were studied by [FISH] in patients with epilepsy.',
      'The American [Heart] Association advises less sodium for people with high blood pressure.',
      'She joined the British [Heart] Foundation after her stroke.',
      'Iron and the liver. Lee, V. [K]., Smith, J. D.',
      'Bone growth needs [BMP] signaling in the cells of the cartilage.',
      'Mice of strain [B6] had low insulin and high glucose.',
      '[B6] females were mated and the brain of the embryo was stained.',
      'Use these eye drops for the infection: unscrew the [lid] and pull down your lower eyelid.',
      'Digoxin treats atrial flutter and [fibrillation] of the heart.',
      'Use a condom or [diaphragm] while you take the antibiotic tablets.',
      'The common cold and [cold] sores are infections by a virus.',
      'Serum potassium was low in patients with an infection by [K]. pneumoniae.',
      'Serum potassium was normal. The [K]-ras gene was mutated in cancer cells.',
      'Thiamine in the diet and the effect of aflatoxin [B1] on serum calcium in rats.',
      'Thiamine and vitamin B12 were measured; ephrin-[B1]-induced signals reached the cell membrane.',
      'Myasthenia gravis (MG) is rare. The drug killed [MG]-63 tumor cells.',
      'Vitamin deficiency and biotin: [B7]-1 binds to the receptor on T cells.',
      'The patients with cancer were treated with [TS]-1, an oral drug; some had Tourette syndrome and tics.',
      'T cells were stimulated with [PMA] and ionomycin; cells of the patients made less insulin.',
      'Phosphorylation of [Cbl] by the kinase changes T cells of patients with anemia.',
      'A high [level] of willingness was found in patients with anemia and kidney disease.',
      'Expression [levels] of the gene in muscle and nerve cells of patients with neuropathy.',
      'These results provide the first [evidence] that the receptor changes the calcium of cells.',
    ],
    false,
  );
  each(
    [
      'Patients with acute [MI] had chest pain and high troponin.',
      'Serum [CK] was high, and the muscles of the patient hurt.',
      'People should eat [fish] for vitamin D.',
      'She was prescribed non-steroidal [anti-inflammatories] for back pain.',
      'Antidepressants did not help the [depressed] elderly woman.',
      'Two [depressed] patients took lithium.',
      'Patients with [depressive] moods slept badly.',
      'Side effects are feeling or [being sick], headache and diarrhea.',
      'Headache, [feeling sick] or vomiting, and dizziness can occur.',
      'The medicine is used to prevent [fits].',
      'A drooping [lid] and double vision may point to myasthenia gravis.',
      'EMG showed [fibrillation] and denervation of the muscle.',
      'The [diaphragm] is the main breathing muscle.',
      'Riboflavin [B2] and niacin B3 are vitamins in the diet.',
      'The active form is 1,25-dihydroxyvitamin [D3], a hormone.',
      'K is the sign for potassium. In acidosis [K] moves out of the cells.',
      'Your doctor can measure magnesium [levels] in the blood.',
      'Hormone and cholesterol [levels] were normal.',
      'There is little [evidence] that magnesium helps against cramps.',
    ],
    true,
  );
});

describe('an everyday word is left alone in a story or in the news', () => {
  const story = `He rode down to the village at noon, left the horse with the boy at the inn and walked up the lane between
the old walls. Nobody had seen the letter, and nobody would say who had sent the cart away before the rain came over the
hills. The miller said that the road to the coast was closed, and that the bridge would not hold another wagon. So they waited
by the gate until the bell rang, and then the three of them went in together, one behind the other, without a word. On the
table lay the map which his father had drawn in the last summer of the war, with all the farms and all the names on it.\n`;
  const inStory = [
    'She opened the envelope with [trembling hands] and read it by the window.',
    'In his [old age] he told the tale to anyone who came to the door.',
    'The whole house was full of [irritability] until the guests had gone.',
    'There was some [nervousness] in the room when the stranger spoke.',
    'A [tingling] ran through the crowd as the curtain rose.',
    'They came to the top of the stairs [out of breath] and laughing.',
    'He sat down in his [sweaty] shirt and asked for the newspaper.',
    'It nearly gave the old man a [heart attack] to see them there.',
    'The brothers sold [meat] and wool on the square every Friday.',
    'She felt [dizzy] with joy and threw her hat over the fence.',
    'The town got its [drinking water] from the wells below the bridge.',
    'The village had a [cold] winter that year.',
  ];
  it.each(inStory)('%s', (row) => expect(isMarked(story.repeat(3) + row)).toBe(false));
  each(
    [
      'That was a [knee-jerk] reaction of the ministry.',
      'The country saw [anemic] growth for a second year.',
      'Religion is the [opiate] of the masses, he wrote.',
      'Fans came for the [adrenaline] rush.',
      'Mines closed because of [depressed] prices.',
      'He did not have the [guts] to say no.',
      'She took [heart] from the news.',
      'The [RLs] of both groups of patients with poor sleep and low iron were compared.',
      'The [T-SH] groups of the protein bind thyroid hormone.',
      'Mice were given [benzo] (a) pyrene by mouth; tumors of the stomach were counted.',
    ],
    false,
  );
  each(
    [
      'A [knee-jerk] reflex that is too brisk may point to the upper motor neuron.',
      '[Trembling hands] may come with low blood sugar, too much caffeine or an overactive thyroid.',
      'Signs of magnesium deficiency include [irritability] and muscle cramps.',
      'Chest pain and being [out of breath] can be signs of trouble with the heart.',
      'Sudden chest pain can be the sign of a [heart attack].',
      'Eat [meat] or fish for iron and vitamin B12.',
      '[Anxiety] and too little sleep make eyelid twitches worse.',
      'Confusion can be a sign of fever in [old age].',
    ],
    true,
  );
});

describe('what the page says elsewhere', () => {
  it('settles an ambiguous word: the same sentence on two pages', () => {
    const sentence = 'Then came the cramps.';
    const health = `Magnesium deficiency causes fatigue, numbness and muscle weakness in patients.\n${sentence}`;
    const other = `The band played a song at the festival in the park last summer.\n${sentence}`;
    expect(marksOf(health).map(({ text }) => text)).toContain('cramps');
    expect(marksOf(other).map(({ text }) => text)).not.toContain('cramps');
  });

  it('settles an abbreviation: what it stands for is spelled out', () => {
    const sentence = 'The doctor said that PD had been found in two patients with fatigue.';
    const spelled = `Parkinson disease is more common in old age.\n${sentence}`;
    const other = `Alzheimer disease is more common in old age.\n${sentence}`;
    expect(marksOf(spelled).map(({ text }) => text)).toContain('PD');
    expect(marksOf(other).map(({ text }) => text)).not.toContain('PD');
  });
});
