import type { Abbreviation, Definition } from './definitions.ts';
import type { Found, Keys } from './forms.ts';
import type { BlockScan } from './types.ts';
import type { Words } from './words.ts';

/** What `scan` keeps of a block. */
export interface Scan extends BlockScan {
  readonly candidates: readonly Found[];
  readonly words: Words;
  readonly keys: Keys;
  readonly topics: Uint8Array;
  readonly abbreviations: readonly Abbreviation[];
  readonly definitions: readonly Definition[];
}
