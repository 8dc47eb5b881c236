/**
 * `npm run release -- major|minor|patch`: sets the version, writes CHANGELOG.md from the subjects of the commits since the
 * last release and the version into the listing of the stores, commits and tags. Refuses on uncommitted changes, and where
 * nothing has changed.
 */
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { listing } from './lib/store-listing.ts';
import { changelogWith, changesIn, nextVersion } from './lib/version.ts';

const git = (...args: string[]) => execFileSync('git', args, { encoding: 'utf8' }).trim();

if (git('status', '--porcelain') !== '') fail('There are uncommitted changes: commit or stash them first.');
const { version } = JSON.parse(readFileSync('package.json', 'utf8'));
const next = nextVersion(version, process.argv[2] ?? '');
if (!next) fail('Say which part of the version goes up: major, minor or patch.');
const last = git('tag', '--list', 'v*', '--sort=-v:refname').split('\n')[0];
const changes = changesIn(
  git('log', '--no-merges', '--reverse', '--format=%s', last ? `${last}..HEAD` : 'HEAD').split('\n'),
);
if (changes.length === 0) fail(`Nothing has changed since ${last}.`);

for (const file of ['package.json', 'package-lock.json']) {
  const content = JSON.parse(readFileSync(file, 'utf8'));
  content.version = next;
  if (content.packages?.['']) content.packages[''].version = next;
  writeFileSync(file, `${JSON.stringify(content, null, 2)}\n`);
}
const today = new Date().toISOString().slice(0, 10);
writeFileSync('store/listing.md', listing(next));
writeFileSync('CHANGELOG.md', changelogWith(readFileSync('CHANGELOG.md', 'utf8'), next, today, changes));
git('commit', '--quiet', '--all', '--message', `Release ${next}`);
git('tag', `v${next}`);
console.log(`Version ${next} with ${changes.length} changes. Next: npm test && npm run zip && git push --follow-tags`);

function fail(message: string): never {
  console.error(message);
  process.exit(2);
}
