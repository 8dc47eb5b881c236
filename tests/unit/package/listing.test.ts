import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { manifest } from '../../../manifest.config.ts';
import { listing } from '../../../scripts/lib/store-listing.ts';

const read = (path: string) => readFileSync(new URL(`../../../${path}`, import.meta.url), 'utf8');
const { version } = JSON.parse(read('package.json'));

describe('The listing for the stores', () => {
  it('is what `npm run store` writes', () => {
    expect(read('store/listing.md')).toBe(listing(version));
  });

  it.each(manifest('chrome').permissions ?? [])('says what the permission %s is for', (permission) => {
    expect(listing(version)).toContain(`- **${permission}**: `);
  });
});
