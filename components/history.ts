/** What a reader opened one after another, with the way back and forth. */
import { useState } from 'preact/hooks';

export interface History<View> {
  readonly view: View;
  readonly canGoBack: boolean;
  readonly canGoForward: boolean;
  open(view: View): void;
  back(): void;
  forward(): void;
}

/** Starts at `first`. What was ahead is dropped when something new is opened. */
export function useHistory<View>(first: View): History<View> {
  const [{ views, at }, set] = useState<{ views: readonly View[]; at: number }>({ views: [first], at: 0 });
  return {
    view: views[at] ?? first,
    canGoBack: at > 0,
    canGoForward: at < views.length - 1,
    open: (view) => set((now) => ({ views: [...now.views.slice(0, now.at + 1), view], at: now.at + 1 })),
    back: () => set((now) => ({ ...now, at: Math.max(0, now.at - 1) })),
    forward: () => set((now) => ({ ...now, at: Math.min(now.views.length - 1, now.at + 1) })),
  };
}
