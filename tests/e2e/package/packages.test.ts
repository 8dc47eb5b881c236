import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { unzipSync } from 'fflate';
import { afterAll, describe, expect, it } from 'vitest';
import { citedLinks, inspectBuild } from '../../../modules/bundle-guard/index.ts';
import { ROOT } from '../support/world.ts';
import { FILES, MANIFESTS, PACKAGE, SCRIPTS } from './contents.ts';

const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
const packed = (what: string) => readFileSync(join(ROOT, `.output/fascicle-${version}-${what}.zip`));
/** Where a file of a package stands in `FILES`. */
const groupOf = (path: string) =>
  path in FILES
    ? path
    : path.replace(/^(assets|chunks|icons)\/.*(?=\.\w+$)/, '$1/*').replace(/^_locales\/\w+/, '_locales/*');

describe.each(['chrome', 'firefox'])('The package for %s', (target) => {
  const files = unzipSync(packed(target));

  it('holds the files that it should, and no other', () => {
    expect([...new Set(Object.keys(files).map(groupOf))].sort()).toEqual(Object.keys(FILES).sort());
  });

  it('is within its sizes', () => {
    const sizes: Record<string, number> = {};
    for (const [path, { length }] of Object.entries(files))
      sizes[groupOf(path)] = (sizes[groupOf(path)] ?? 0) + length / 1024;
    expect(Object.entries(sizes).filter(([group, size]) => size > (FILES[group] ?? 0))).toEqual([]);
    expect(packed(target).length / 1024).toBeLessThan(PACKAGE);
  });

  it.each(Object.entries(SCRIPTS))('brings %s to a page in %d kB of gzip', (path, most) => {
    expect(gzipSync(files[path] ?? '', { level: 9 }).length / 1000).toBeLessThan(most);
  });

  it('asks for the permissions that docs/permissions.md justifies, in the manifest expected', () => {
    const manifest = JSON.parse(Buffer.from(files['manifest.json'] ?? []).toString());
    expect(manifest).toEqual({ ...MANIFESTS[target], version });
    const justified = readFileSync(join(ROOT, 'docs/permissions.md'), 'utf8');
    for (const permission of manifest.permissions) expect(justified).toContain(`| \`${permission}\``);
  });

  it('names the licence of every package whose code it holds', () => {
    const licences = Buffer.from(files['licences.txt'] ?? []).toString();
    for (const name of ['preact', 'valibot', 'webextension-polyfill', 'wxt']) expect(licences).toContain(`\n${name} `);
  });

  it('passes the guard of the build', () => {
    expect(inspectBuild(join(ROOT, `.output/${target}-mv3`), citedLinks(ROOT))).toEqual([]);
  });
});

describe('The package of the sources', () => {
  const folder = mkdtempSync(join(tmpdir(), 'fascicle-sources-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('builds to the same bytes in a folder of its own', { timeout: 180_000 }, () => {
    for (const [path, content] of Object.entries(unzipSync(packed('sources')))) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), content);
    }
    symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'));
    // The test runner's own mode would make it a build for tests.
    const { NODE_ENV: _, VITEST: __, ...env } = process.env;
    execFileSync('wxt', ['zip', '--browser', 'firefox', '--mv3'], { cwd: folder, stdio: 'pipe', env });
    const rebuilt = readFileSync(join(folder, `.output/fascicle-${version}-firefox.zip`));
    expect(rebuilt.equals(packed('firefox'))).toBe(true);
    const sources = readFileSync(join(folder, `.output/fascicle-${version}-sources.zip`));
    expect(sources.equals(packed('sources'))).toBe(true);
  });
});
