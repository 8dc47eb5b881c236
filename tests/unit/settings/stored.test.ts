import { describe, expect, it } from 'vitest';
import { DEFAULTS, glanceSettings } from '../../../core/settings/defaults.ts';
import { readSettings, writeSettings } from '../../../core/settings/stored.ts';

const VERSION = 1;
const LATER = 99;

describe('Settings that were stored', () => {
  it('are the defaults before anything was', () => {
    expect(readSettings(undefined)).toEqual({ settings: DEFAULTS, damaged: [] });
  });

  it.each([null, 'x', 5, []])('are the defaults where %j is stored, and that is told', (stored) => {
    expect(readSettings(stored)).toEqual({ settings: DEFAULTS, damaged: ['settings'] });
  });

  it.each([
    ['dwell', 5],
    ['dwell', 300.5],
    ['dwell', '300'],
    ['theme', 'sepia'],
    ['hiddenTerms', ['No Id!']],
    ['hiddenCategories', ['weather']],
    ['enabled', 'yes'],
  ])('keep all others where %s is %j', (name, value) => {
    const { settings, damaged } = readSettings({ version: VERSION, density: 'every', [name]: value });
    expect(damaged).toEqual([name]);
    expect(settings).toEqual({ ...DEFAULTS, density: 'every' });
  });

  it.each([-1e308, 0, 1.5, 'x', LATER, null])('are read whatever their version, such as %j', (version) => {
    expect(readSettings({ version, density: 'page' }).settings.density).toBe('page');
  });
});

describe('What is stored after a change', () => {
  it('is what differs from the defaults, and the version', () => {
    expect(writeSettings(undefined, { density: 'every' })).toEqual({ version: VERSION, density: 'every' });
    expect(writeSettings({ version: VERSION, density: 'every', theme: 'dark' }, { density: 'section' })).toEqual({
      version: VERSION,
      theme: 'dark',
    });
  });

  it('lacks what was damaged', () => {
    expect(writeSettings({ version: VERSION, dwell: 'x' }, { theme: 'dark' })).toEqual({
      version: VERSION,
      theme: 'dark',
    });
  });

  it('keeps what a later version stored, its version too, for when that comes back', () => {
    const later = { version: LATER, theme: 'sepia', brightness: 3, density: 'page' };
    expect(writeSettings(later, { enabled: false })).toEqual({ ...later, enabled: false });
  });
});

describe('Settings at a glance, without schemas', () => {
  it.each([undefined, null, 'x', 5])('are the defaults where %j is stored', (stored) => {
    expect(glanceSettings(stored)).toEqual(DEFAULTS);
  });

  it.each([
    ['enabled', 'yes'],
    ['dwell', '300'],
    ['theme', 4],
    ['hiddenTerms', {}],
    ['hiddenTerms', null],
  ])('keep all others where %s is %j', (name, value) => {
    expect(glanceSettings({ density: 'every', [name]: value })).toEqual({ ...DEFAULTS, density: 'every' });
  });

  it('are what the schemas read where nothing is damaged', () => {
    const stored = writeSettings(undefined, { enabled: false, hiddenTerms: ['zinc'], dwell: 500, colour: 'amber' });
    expect(glanceSettings(stored)).toEqual(readSettings(stored).settings);
  });
});
