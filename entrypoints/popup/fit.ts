/** Fits the popup to the room that the browser gives it: less than its height where the screen is small. */
export function fitHeight(): void {
  const fit = () => {
    const { style } = document.body;
    style.blockSize = '';
    // A popup starts tiny and grows to its content; only a height it settles at means anything.
    if (innerHeight > 200 && innerHeight < document.body.offsetHeight) style.blockSize = `${innerHeight}px`;
  };
  addEventListener('resize', fit);
  requestAnimationFrame(fit);
}
