/**
 * Fits the popup to the room that the browser gives it: less than it wants where the screen is small, all of it where the
 * browser shows it as a page of its own (telephones). Ends with the signal.
 */
export function fitToRoom(signal: AbortSignal): void {
  const { style: page } = document.documentElement;
  const { style: body } = document.body;
  const fit = () => {
    page.inlineSize = '';
    body.blockSize = '';
    // A popup starts tiny and grows to its content; only a size that it settles at means anything.
    if (innerWidth < SETTLED || innerHeight < SETTLED) return;
    if (innerWidth !== document.documentElement.offsetWidth) page.inlineSize = `${Math.min(innerWidth, WIDEST)}px`;
    if (innerHeight < document.body.offsetHeight) body.blockSize = `${innerHeight}px`;
  };
  addEventListener('resize', fit, { signal });
  const frame = requestAnimationFrame(fit);
  signal.addEventListener('abort', () => {
    cancelAnimationFrame(frame);
    page.inlineSize = '';
    body.blockSize = '';
  });
}

/** CSS pixels. No popup that has settled is smaller than the first, none is read with pleasure above the second. */
const SETTLED = 200;
const WIDEST = 780;
