/**
 * What was done, and the way to undo it, for some seconds. It stands in a host of its own, because switching a site off
 * ends the script that the card belongs to.
 */
import { h, render } from 'preact';
import { Host } from './host.ts';
import { dock } from './place.ts';
import { Toast } from './Toast.tsx';
import { UNDO_STAYS } from './timings.ts';

/** Shows `text` along the lower edge, in the layer of `near`; `undo` runs at most once. A pointer on it or the focus in it keeps it there. */
export function showUndo(text: string, undo: () => void, near: Element, theme: string | undefined): void {
  const life = new AbortController();
  const end = () => life.abort();
  const host = new Host(end);
  host.mount.className = 'fascicle sheet';
  if (theme) host.mount.dataset.theme = theme;
  const onUndo = () => {
    end();
    undo();
  };
  render(h(Toast, { text, onUndo }), host.mount);
  host.layOut(near);
  dock(host, life.signal);
  host.reveal();

  let timer = setTimeout(end, UNDO_STAYS);
  const { signal } = life;
  const whenPointer = (type: 'pointerenter' | 'pointerleave', then: () => void) =>
    host.element.addEventListener(type, ({ isTrusted }) => isTrusted && then(), { signal });
  whenPointer('pointerenter', () => clearTimeout(timer));
  whenPointer('pointerleave', () => {
    timer = setTimeout(end, UNDO_STAYS);
  });
  signal.addEventListener('abort', () => {
    clearTimeout(timer);
    render(null, host.mount);
    host.hide();
  });
}
