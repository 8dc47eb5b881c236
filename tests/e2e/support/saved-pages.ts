/** Real pages that lie beside the project, where they do; nothing of them is ever part of it. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import type { ServedPage } from '../../../scripts/lib/serve.ts';
import { ROOT } from './world.ts';

const FOLDER = join(ROOT, '../shared/eval');
const MANIFEST = v.array(v.object({ id: v.string(), file: v.string() }));
/** No script of the page, nothing from elsewhere: whatever happens on it is the browser's doing, or ours. */
const POLICY = { 'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; img-src data:" };

/** The ids of all saved pages; none where the folder is not there. */
export function savedPageIds(): string[] {
  return manifest().map(({ id }) => id);
}

/** Adds the saved pages to what a server answers, each at `/saved/<id>`. */
export function serveSavedPages(pages: Map<string, ServedPage>): void {
  for (const { id, file } of manifest())
    pages.set(`/saved/${id}`, { body: readFileSync(join(FOLDER, file)), headers: POLICY });
}

function manifest(): v.InferOutput<typeof MANIFEST> {
  const path = join(FOLDER, 'pages/manifest.json');
  return existsSync(path) ? v.parse(MANIFEST, JSON.parse(readFileSync(path, 'utf8'))) : [];
}
