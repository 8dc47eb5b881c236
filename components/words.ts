/** Words of the user interface, and the tables that name each fixed value of the knowledge base. */
import { type GeneratedI18nStructure, i18n } from '#i18n';
import type { Category, Evidence, NumberKind, Relation, Topic, Urgency } from '../core/knowledge/knowledge.ts';

/** A message that takes nothing: no number, no inserts. */
export type PlainKey = {
  [Key in keyof GeneratedI18nStructure]: GeneratedI18nStructure[Key] extends { plural: false; substitutions: 0 }
    ? Key
    : never;
}[keyof GeneratedI18nStructure];

export const t = i18n.t;

/** The message of a key that a table holds. */
export const say = (key: PlainKey): string => t(key as Parameters<typeof t>[0]);

/** BCP 47 tag of the language that the words are in: the browser's own where it has them, else that of the words. */
export function uiLanguage(): string {
  const words = t('language');
  const browser = t('@@ui_locale').replaceAll('_', '-');
  return browser === words || browser.startsWith(`${words}-`) ? browser : words;
}

/** What the knowledge base says is English whatever the language of the interface. */
export const WRITTEN = { lang: 'en', dir: 'ltr' } as const;

/** An ISO date as a reader of the interface writes it. */
export function sayDate(iso: string): string {
  return new Intl.DateTimeFormat(uiLanguage(), { dateStyle: 'medium', timeZone: 'UTC' }).format(new Date(iso));
}

export const CATEGORY_NAME: Readonly<Record<Category, PlainKey>> = {
  symptom: 'category.symptom',
  nutrient: 'category.nutrient',
  'deficiency-or-excess': 'category.deficiency',
  condition: 'category.condition',
  medicine: 'category.medicine',
  test: 'category.test',
  food: 'category.food',
  lifestyle: 'category.lifestyle',
  anatomy: 'category.anatomy',
  physiology: 'category.physiology',
  other: 'category.other',
};

export const CATEGORY_GROUP: Readonly<Record<Category, PlainKey>> = {
  symptom: 'categories.symptom',
  nutrient: 'categories.nutrient',
  'deficiency-or-excess': 'categories.deficiency',
  condition: 'categories.condition',
  medicine: 'categories.medicine',
  test: 'categories.test',
  food: 'categories.food',
  lifestyle: 'categories.lifestyle',
  anatomy: 'categories.anatomy',
  physiology: 'categories.physiology',
  other: 'categories.other',
};

const TOPIC_NAME: Readonly<Record<Topic, PlainKey>> = {
  role: 'topic.role',
  what: 'topic.what',
  causes: 'topic.causes',
  'harmless causes': 'topic.harmlessCauses',
  'serious causes': 'topic.seriousCauses',
  signs: 'topic.signs',
  'too little': 'topic.tooLittle',
  'too much': 'topic.tooMuch',
  'at risk': 'topic.atRisk',
  food: 'topic.food',
  medicines: 'topic.medicines',
  effects: 'topic.effects',
  interactions: 'topic.interactions',
  'finding out': 'topic.findingOut',
  meaning: 'topic.meaning',
  limits: 'topic.limits',
  treatment: 'topic.treatment',
  outlook: 'topic.outlook',
  twitching: 'topic.twitching',
  evidence: 'topic.evidence',
};

/** In an entry of another kind than a topic was first meant for, its facts stand under wider words. */
const WIDE_TOPIC: Readonly<
  Partial<Record<Topic, { readonly holds: (category: Category) => boolean; readonly name: PlainKey }>>
> = {
  role: { holds: among('food'), name: 'topic.gives' },
  'harmless causes': { holds: outside('symptom', 'condition', 'deficiency-or-excess', 'test'), name: 'topic.harmless' },
  'serious causes': { holds: outside('symptom', 'condition', 'test'), name: 'topic.serious' },
  meaning: { holds: outside('test'), name: 'topic.means' },
  limits: { holds: outside('test'), name: 'topic.keepInMind' },
};

function among(...categories: Category[]) {
  return (category: Category) => categories.includes(category);
}

function outside(...categories: Category[]) {
  return (category: Category) => !categories.includes(category);
}

/** The heading of a topic's facts in an entry of `category`. */
export function topicName(topic: Topic, category: Category): PlainKey {
  const wide = WIDE_TOPIC[topic];
  return wide?.holds(category) ? wide.name : TOPIC_NAME[topic];
}

export const EVIDENCE_NAME: Readonly<Record<Evidence, PlainKey>> = {
  strong: 'evidence.strong',
  some: 'evidence.some',
  weak: 'evidence.weak',
  none: 'evidence.none',
};

export const URGENCY_NAME: Readonly<Record<Urgency, PlainKey>> = {
  emergency: 'urgency.emergency',
  urgent: 'urgency.urgent',
  soon: 'urgency.soon',
};

export const NUMBER_NAME: Readonly<Record<NumberKind, PlainKey>> = {
  RDA: 'number.rda',
  AI: 'number.ai',
  UL: 'number.ul',
  CDRR: 'number.cdrr',
  'EU PRI': 'number.euPri',
  'EU AI': 'number.euAi',
  'EU UL': 'number.euUl',
  'EU safe level': 'number.euSafe',
  'UK RNI': 'number.ukRni',
  'UK guidance': 'number.ukGuidance',
  'food amount': 'number.food',
  'reference range': 'number.range',
  threshold: 'number.threshold',
  frequency: 'number.frequency',
  other: 'number.other',
};

export const RELATION_NAME: Readonly<Record<Relation, PlainKey>> = {
  'deficiency of': 'relation.deficiencyOf',
  'has deficiency': 'relation.hasDeficiency',
  'excess of': 'relation.excessOf',
  'has excess': 'relation.hasExcess',
  causes: 'relation.causes',
  'caused by': 'relation.causedBy',
  eases: 'relation.eases',
  'eased by': 'relation.easedBy',
  'interacts with': 'relation.interactsWith',
  'measured by': 'relation.measuredBy',
  measures: 'relation.measures',
  'found in': 'relation.foundIn',
  contains: 'relation.contains',
  'part of': 'relation.partOf',
  'has part': 'relation.hasPart',
  'kind of': 'relation.kindOf',
  'has kind': 'relation.hasKind',
  'confused with': 'relation.confusedWith',
  'see also': 'relation.seeAlso',
};
