import { compileLexicon } from '../../../core/matching/compile.ts';

const form = (text: string, more: object = {}) => ({ text, case: 'any', inflect: 'noun', ...more });
const entries = [
  { id: 'als', forms: [form('amyotrophic lateral sclerosis'), form('ALS', { case: 'exact' })] },
  { id: 'magnesium', forms: [form('magnesium')] },
  { id: 'zinc', forms: [form('zinc')] },
];
const none = { health: { strong: [], weak: [] }, other: [] };
const { payload } = compileLexicon({ entries, vocabularies: none } as unknown as Parameters<typeof compileLexicon>[0]);

export default () => payload;
