import { describe, expect, it } from 'vitest';
import { changelogWith, changesIn, nextVersion } from '../../../scripts/lib/version.ts';

describe('A release', () => {
  it.each([
    ['0.1.9', 'patch', '0.1.10'],
    ['0.1.9', 'minor', '0.2.0'],
    ['0.1.9', 'major', '1.0.0'],
    ['0.1.9', '', undefined],
  ])('of %s as %s is %s', (version, part, next) => {
    expect(nextVersion(version, part)).toBe(next);
  });

  it('says each change once, and of itself nothing', () => {
    expect(changesIn(['Find terms', 'Find terms', 'Release 0.1.0', ''])).toEqual(['Find terms']);
  });

  it('writes its chapter above the older ones', () => {
    const first = changelogWith('# Changelog\n', '0.1.0', '2026-01-01', ['Mark terms']);
    expect(first).toBe('# Changelog\n\n## 0.1.0 (2026-01-01)\n\n- Mark terms\n');
    const second = changelogWith(first, '0.2.0', '2026-02-02', ['Find terms']);
    expect(second).toBe(
      '# Changelog\n\n## 0.2.0 (2026-02-02)\n\n- Find terms\n\n## 0.1.0 (2026-01-01)\n\n- Mark terms\n',
    );
  });
});
