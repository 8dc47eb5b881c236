/** The knowledge base as the product holds it: compiled from `data/`, checked, with nothing left to resolve. */
import type {
  Category,
  Evidence,
  NumberKind,
  Relation,
  SenseFile,
  Source,
  Topic,
  Urgency,
  Vocabularies,
} from './schema.ts';
import type { Value } from './values.ts';

export type { Category, Evidence, NumberKind, Relation, Source, Topic, Urgency } from './schema.ts';

export interface Fact {
  readonly topic: Topic;
  readonly text: string;
  readonly evidence: Evidence;
  readonly study: string;
  readonly year: number;
  /** Ids of sources, at least one. */
  readonly sources: readonly string[];
}

/** One number for one population (or portion), with everything needed to read it. */
export interface KnownNumber {
  readonly kind: NumberKind;
  readonly measure?: string;
  readonly population: string;
  readonly value: Value;
  readonly unit: string;
  /** The same in the other unit of the pair, computed. */
  readonly converted?: { readonly value: Value; readonly unit: string };
  readonly covers?: string;
  readonly note?: string;
  readonly year: number;
  readonly source: string;
}

export interface RedFlag {
  readonly text: string;
  readonly urgency: Urgency;
  readonly sources: readonly string[];
}

export interface RelatedEntry {
  readonly relation: Relation;
  readonly id: string;
  readonly name: string;
}

/** A string that names an entry on a page. */
export interface Form {
  readonly text: string;
  readonly case: 'exact' | 'any';
  readonly inflect: 'noun' | 'verb' | 'none';
  readonly senses?: SenseFile;
}

export interface Entry {
  readonly id: string;
  readonly name: string;
  readonly category: Category;
  readonly mesh: readonly string[];
  readonly forms: readonly Form[];
  readonly searchWords: readonly string[];
  readonly answer: string;
  readonly facts: readonly Fact[];
  readonly numbers: readonly KnownNumber[];
  readonly relations: readonly RelatedEntry[];
  readonly redFlags: readonly RedFlag[];
  /** ISO dates. */
  readonly reviewed: string;
  readonly nextReview: string;
}

export interface Sign {
  readonly id: string;
  readonly label: string;
  readonly group: 'felt' | 'happened' | 'known';
  readonly entry?: string;
  readonly redFlag: boolean;
}

export interface Cause {
  readonly id: string;
  readonly name: string;
  readonly entry: string;
  readonly mechanism: string;
  /** Ids of signs. */
  readonly accompanying: readonly string[];
  readonly raises: readonly string[];
  readonly lowers: readonly string[];
  readonly action: string;
  readonly evidence: Evidence;
  readonly study: string;
  readonly year: number;
  readonly sources: readonly string[];
}

export interface Causes {
  readonly redFlags: readonly RedFlag[];
  readonly signs: readonly Sign[];
  readonly causes: readonly Cause[];
}

export interface Knowledge {
  readonly vocabularies: Vocabularies;
  /** Sorted by id. */
  readonly entries: readonly Entry[];
  readonly sources: Readonly<Record<string, Source>>;
  readonly causes: Causes;
}
