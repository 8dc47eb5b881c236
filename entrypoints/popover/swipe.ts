/** A sheet that is drawn down by its handle goes with the finger, and is let go when drawn far or fast enough. */
import { SWIPE } from './timings.ts';

/** Lets the card in `mount` be drawn by its handle; `done` is called when it is let go. */
export function watchSwipe(mount: HTMLElement, done: () => void, signal: AbortSignal): void {
  const sheet = mount.querySelector<HTMLElement>('.card');
  const handle = mount.querySelector<HTMLElement>('.handle');
  if (!sheet || !handle) return;
  let from: { y: number; at: number } | undefined;
  const drawn = (event: PointerEvent) => (from ? Math.max(0, event.clientY - from.y) : 0);
  const move = (by: number) => sheet.style.setProperty('translate', by > 0 ? `0 ${by}px` : 'none');
  handle.addEventListener(
    'pointerdown',
    (event) => {
      if (!event.isTrusted) return;
      from = { y: event.clientY, at: event.timeStamp };
      handle.setPointerCapture(event.pointerId);
    },
    { signal },
  );
  handle.addEventListener('pointermove', (event) => move(drawn(event)), { signal });
  const end = (event: PointerEvent) => {
    if (!from) return;
    const by = drawn(event);
    const speed = by / Math.max(1, event.timeStamp - from.at);
    from = undefined;
    if (event.type === 'pointerup' && (by > SWIPE.far || (by > SWIPE.least && speed > SWIPE.fast))) done();
    else move(0);
  };
  handle.addEventListener('pointerup', end, { signal });
  handle.addEventListener('pointercancel', end, { signal });
}
