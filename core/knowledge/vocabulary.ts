/** The fixed words of the knowledge base, in the order in which readers see them. Views need these and no schema. */

/** The id of an entry, where it comes from outside of the knowledge base: storage, messages, files. */
export const ENTRY_ID = /^[a-z0-9-]{1,80}$/;

/** Folder below `data/terms/` → category of the entries in it, in the order in which readers see them. */
export const CATEGORIES = [
  'symptom',
  'nutrient',
  'deficiency-or-excess',
  'condition',
  'medicine',
  'test',
  'food',
  'lifestyle',
  'anatomy',
  'physiology',
  'other',
] as const;
export type Category = (typeof CATEGORIES)[number];

/** The fixed scale of evidence, strongest first; data/README.md says what each means. */
export const EVIDENCE = ['strong', 'some', 'weak', 'none'] as const;
export type Evidence = (typeof EVIDENCE)[number];

/** What a fact is about. Readers see the facts of an entry grouped in this order. */
export const TOPICS = [
  'what',
  'role',
  'causes',
  'harmless causes',
  'serious causes',
  'signs',
  'too little',
  'too much',
  'at risk',
  'food',
  'medicines',
  'effects',
  'interactions',
  'finding out',
  'meaning',
  'limits',
  'treatment',
  'outlook',
  'twitching',
  'evidence',
] as const;
export type Topic = (typeof TOPICS)[number];

/** The topics without which an entry of the category would leave its reader alone. */
export const REQUIRED_TOPICS: Readonly<Partial<Record<Category, readonly Topic[]>>> = {
  symptom: ['harmless causes', 'serious causes'],
  'deficiency-or-excess': ['causes', 'signs', 'finding out', 'treatment'],
  condition: ['signs'],
  medicine: ['effects'],
  test: ['meaning', 'limits'],
};

/** Direction in which an editor writes a relation → what it is called when read from the other end. */
export const RELATIONS = {
  'deficiency of': 'has deficiency',
  'excess of': 'has excess',
  causes: 'caused by',
  eases: 'eased by',
  'interacts with': 'interacts with',
  'measured by': 'measures',
  'found in': 'contains',
  'part of': 'has part',
  'kind of': 'has kind',
  'confused with': 'confused with',
  'see also': 'see also',
} as const;
export type WrittenRelation = keyof typeof RELATIONS;
export type Relation = WrittenRelation | (typeof RELATIONS)[WrittenRelation];

/** Kinds of number. The first group are daily intakes, compared with `data/reference/dri.yaml` where that has them. */
export const NUMBER_KINDS = [
  'RDA',
  'AI',
  'UL',
  'CDRR',
  'EU PRI',
  'EU AI',
  'EU UL',
  'EU safe level',
  'UK RNI',
  'UK guidance',
  'food amount',
  'reference range',
  'threshold',
  'frequency',
  'other',
] as const;
export type NumberKind = (typeof NUMBER_KINDS)[number];

export const URGENCIES = ['emergency', 'urgent', 'soon'] as const;
export type Urgency = (typeof URGENCIES)[number];
