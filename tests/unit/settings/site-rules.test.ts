import { describe, expect, it } from 'vitest';
import { DEFAULTS } from '../../../core/settings/defaults.ts';
import {
  isPaused,
  PAUSE_KEY,
  parsePattern,
  ruleKeys,
  siteState,
  switchRules,
} from '../../../core/settings/site-rules.ts';

const everywhere = { ...DEFAULTS, enabled: true, mode: 'everywhere' } as const;
const listed = { ...DEFAULTS, mode: 'listed' } as const;
const at = (address: string) => new URL(address);

describe('the rules that could apply to an address', () => {
  it('come most specific first: paths, the host, then its parents', () => {
    expect(ruleKeys(at('https://a.example.org/forum/health/1.html'))).toEqual([
      'rule:a.example.org/forum/health/',
      'rule:a.example.org/forum/',
      'rule:a.example.org',
      'rule:*.a.example.org',
      'rule:*.example.org',
      'rule:*.org',
    ]);
  });

  it('are none where an address has no host', () => {
    expect(ruleKeys(at('about:blank'))).toEqual([]);
  });
});

describe('a pattern as typed', () => {
  it.each([
    ['Example.org', 'example.org'],
    ['https://example.org/', 'example.org'],
    ['*.example.org', '*.example.org'],
    ['example.org/forum', 'example.org/forum/'],
    ['https://example.org/forum/', 'example.org/forum/'],
  ])('%s becomes %s', (written, pattern) => {
    expect(parsePattern(written)).toBe(pattern);
  });

  it.each(['', 'a b', '*', '*.example.org/path', 'https://user:pass@example.org', 'http://'])(
    '%j is refused',
    (written) => {
      expect(parsePattern(written)).toBeUndefined();
    },
  );
});

describe('whether marks show', () => {
  it('is decided by the most specific rule', () => {
    const stored = { 'rule:*.example.org': 'off', 'rule:a.example.org/forum/': 'on' };
    expect(siteState(at('https://a.example.org/forum/1'), everywhere, stored, 0)).toBe('on');
    expect(siteState(at('https://a.example.org/other/1'), everywhere, stored, 0)).toBe('off-here');
    expect(siteState(at('https://b.example.com/'), everywhere, stored, 0)).toBe('on');
  });

  it('needs a rule where only listed sites are on', () => {
    expect(siteState(at('https://example.org/'), listed, {}, 0)).toBe('not-listed');
    expect(siteState(at('https://example.org/'), listed, { 'rule:example.org': 'on' }, 0)).toBe('on');
  });

  it('is no while paused or switched off everywhere', () => {
    expect(siteState(at('https://example.org/'), everywhere, { [PAUSE_KEY]: { until: 10 } }, 9)).toBe('paused');
    expect(siteState(at('https://example.org/'), everywhere, { [PAUSE_KEY]: { until: 10 } }, 10)).toBe('on');
    expect(siteState(at('https://example.org/'), { ...everywhere, enabled: false }, {}, 0)).toBe('off-everywhere');
  });

  it('ignores stored nonsense', () => {
    expect(siteState(at('https://example.org/'), everywhere, { 'rule:example.org': { evil: 1 } }, 0)).toBe('on');
    for (const nonsense of [null, 1, 'x', {}, { until: 'x' }]) expect(isPaused(nonsense, 0)).toBe(false);
  });
});

describe('switching a site', () => {
  const url = at('https://www.example.org/forum/post.html');
  const stateAfter = (on: boolean, mode: 'everywhere' | 'listed', stored: Record<string, unknown>) => {
    const changes = switchRules(url, on, mode, stored);
    const rules = Object.entries({ ...stored, ...changes }).filter(([, rule]) => rule !== null);
    return siteState(url, { ...DEFAULTS, mode }, Object.fromEntries(rules), 0);
  };

  it('off and on again leaves no rule behind', () => {
    const off = switchRules(url, false, 'everywhere', {});
    expect(off).toEqual({ 'rule:www.example.org': 'off' });
    expect(switchRules(url, true, 'everywhere', off)).toEqual({ 'rule:www.example.org': null });
  });

  it.each([
    [{}],
    [{ 'rule:*.example.org': 'off' }],
    [{ 'rule:*.example.org': 'on' }],
    [{ 'rule:www.example.org/forum/': 'off' }],
    [{ 'rule:www.example.org/forum/': 'on', 'rule:www.example.org': 'off' }],
  ])('does what it says, whatever rules there are: %j', (stored) => {
    for (const mode of ['everywhere', 'listed'] as const) {
      expect(stateAfter(true, mode, stored)).toBe('on');
      expect(stateAfter(false, mode, stored)).not.toBe('on');
    }
  });
});
