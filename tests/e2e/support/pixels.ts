/** Pixels of what a reader sees, compared between two moments. */
import type { Page } from 'puppeteer-core';
import sharp from 'sharp';
import type { SeenMark } from '../../../scripts/lib/reader.ts';

export interface Picture {
  readonly data: Buffer;
  readonly width: number;
  readonly height: number;
}

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** The viewport as it is painted now. */
export async function picture(page: Page): Promise<Picture> {
  const shot = await page.screenshot({ captureBeyondViewport: false });
  const { data, info } = await sharp(shot).removeAlpha().raw().toBuffer({ resolveWithObject: true });
  return { data, width: info.width, height: info.height };
}

/** The places at which two pictures of the same size differ. */
export function differences(a: Picture, b: Picture): { readonly x: number; readonly y: number }[] {
  const places: { x: number; y: number }[] = [];
  for (let at = 0; at < a.data.length; at += 3) {
    if (a.data[at] === b.data[at] && a.data[at + 1] === b.data[at + 1] && a.data[at + 2] === b.data[at + 2]) continue;
    places.push({ x: (at / 3) % a.width, y: Math.floor(at / 3 / a.width) });
  }
  return places;
}

/** Whether a pixel lies in a box, or touches it. */
export function isIn({ x, y }: { readonly x: number; readonly y: number }, box: Box): boolean {
  return x >= box.x - 1 && x <= box.x + box.width + 1 && y >= box.y - 1 && y <= box.y + box.height + 1;
}

/** Where the line below a word may be: from a little above the baseline to a little below the box of its letters. */
export const below = ({ x, y, width, height }: SeenMark): Box => ({
  x,
  y: y + height * 0.7,
  width,
  height: height * 0.3 + 3,
});

/** The sections of a page by their id. */
export function sections(page: Page): Promise<Record<string, Box>> {
  return page.evaluate(() =>
    Object.fromEntries(
      [...document.querySelectorAll('section')].map((one) => [one.id, one.getBoundingClientRect().toJSON()]),
    ),
  );
}
