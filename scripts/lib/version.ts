/** Versions and the changelog: what a release writes. */

const PARTS = ['major', 'minor', 'patch'];

/** `version` with one part raised and those after it at zero; undefined where `part` is none. */
export function nextVersion(version: string, part: string): string | undefined {
  const at = PARTS.indexOf(part);
  if (at < 0) return undefined;
  const numbers = version.split('.').map(Number);
  return PARTS.map((_, index) => (index < at ? numbers[index] : index === at ? (numbers[index] ?? 0) + 1 : 0)).join(
    '.',
  );
}

/** What `subjects` of commits tell a reader: each once, and not that there was a release. */
export function changesIn(subjects: readonly string[]): string[] {
  return [...new Set(subjects)].filter((subject) => subject !== '' && !subject.startsWith('Release '));
}

/** The changelog with a chapter for `version` above the others. */
export function changelogWith(changelog: string, version: string, day: string, changes: readonly string[]): string {
  const chapter = `## ${version} (${day})\n\n${changes.map((change) => `- ${change}`).join('\n')}\n`;
  const first = changelog.search(/^## /m);
  return first < 0
    ? `${changelog.trimEnd()}\n\n${chapter}`
    : `${changelog.slice(0, first)}${chapter}\n${changelog.slice(first)}`;
}
