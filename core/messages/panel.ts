/** What the side panel is asked to show, by way of session storage: background and pages write it, the panel follows. */
import * as v from 'valibot';
import { ENTRY_ID } from '../knowledge/vocabulary.ts';

const at = v.number();
export const PanelRequest = v.union([
  v.strictObject({ entry: v.pipe(v.string(), v.regex(ENTRY_ID)), at }),
  /** Words to look up, such as a selection. */
  v.strictObject({ query: v.pipe(v.string(), v.maxLength(200)), at }),
  v.strictObject({ finder: v.literal(true), at }),
]);
export type PanelRequest = v.InferOutput<typeof PanelRequest>;
