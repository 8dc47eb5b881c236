import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const read = (path: string) => readFileSync(new URL(`../../../${path}`, import.meta.url), 'utf8');
const { dependencies, devDependencies, allowScripts } = JSON.parse(read('package.json'));
const packages: Record<string, string> = { ...dependencies, ...devDependencies };

describe('Every package that we depend on', () => {
  it('is named with its reason in docs/dependencies.md', () => {
    const table = read('docs/dependencies.md');
    const rows = table.split('\n').filter((line) => line.startsWith('| '));
    const named = new Set(rows.flatMap((row) => (row.split('|')[1] ?? '').split(',').map((name) => name.trim())));
    expect(Object.keys(packages).filter((name) => !named.has(name))).toEqual([]);
  });

  it('has an exact version', () => {
    expect(Object.entries(packages).filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual([]);
  });

  it('runs a script at its installation only where it is allowed by name', () => {
    const lock: Record<string, { hasInstallScript?: boolean; optional?: boolean }> = JSON.parse(
      read('package-lock.json'),
    ).packages;
    const scripted = Object.entries(lock)
      .filter(([path, { hasInstallScript, optional }]) => path !== '' && hasInstallScript && !optional)
      .map(([path]) => path.replace(/^.*node_modules\//, ''));
    expect(scripted.filter((name) => !(name in allowScripts))).toEqual([]);
  });

  it('comes with the fingerprint of its content, from whatever registry one uses', () => {
    const lock: Record<string, { integrity?: string; resolved?: string; link?: boolean }> = JSON.parse(
      read('package-lock.json'),
    ).packages;
    const outside = Object.entries(lock).filter(([path]) => path.startsWith('node_modules/'));
    expect(outside.filter(([, { integrity }]) => !integrity).map(([path]) => path)).toEqual([]);
    expect(outside.filter(([, { resolved }]) => resolved)).toEqual([]);
  });
});
