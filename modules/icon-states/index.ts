/** Draws the toolbar icon's other states from the one SVG: off without colour, paused with half of it. */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
import { defineWxtModule } from 'wxt/modules';

const SIZES = [16, 32];
const STATES = {
  'off-': { saturation: 0, opacity: 0.55 },
  'paused-': { saturation: 0.45, opacity: 0.75 },
};

export default defineWxtModule({
  name: 'icon-states',
  setup(wxt) {
    wxt.hook('build:done', async (_wxt, output) => {
      const icon = join(wxt.config.root, 'public/icon.svg');
      await mkdir(join(wxt.config.outDir, 'icons'), { recursive: true });
      for (const [state, { saturation, opacity }] of Object.entries(STATES)) {
        for (const size of SIZES) {
          const fileName = `icons/${state}${size}.png`;
          const veil = Buffer.from([255, 255, 255, Math.round(255 * opacity)]);
          await sharp(icon, { density: 288 })
            .resize(size)
            .modulate({ saturation })
            .ensureAlpha()
            .composite([{ input: veil, raw: { width: 1, height: 1, channels: 4 }, tile: true, blend: 'dest-in' }])
            .png()
            .toFile(join(wxt.config.outDir, fileName));
          output.publicAssets.push({ type: 'asset', fileName });
        }
      }
    });
    wxt.hook('prepare:publicPaths', (_wxt, paths) => {
      for (const state of Object.keys(STATES)) for (const size of SIZES) paths.push(`icons/${state}${size}.png`);
    });
  },
});
