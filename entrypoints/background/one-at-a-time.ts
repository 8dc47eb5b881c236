/** Work that pages can ask for without end: what is asked for while it is being done is done once more, not as often again. */

/**
 * `act`, run for one `key` at a time. Whoever asks while it runs waits for the next run, which all that asked share. Each
 * is told how a run ended that began after it asked.
 */
export function oneAtATime<K>(act: (key: K) => Promise<void>): (key: K) => Promise<void> {
  const running = new Map<K, Promise<void>>();
  const waiting = new Map<K, Promise<void>>();
  const run = (key: K): Promise<void> => {
    waiting.delete(key);
    const end = act(key).finally(() => {
      if (!waiting.has(key)) running.delete(key);
    });
    running.set(key, end);
    return end;
  };
  return (key) => {
    const now = running.get(key);
    if (!now) return run(key);
    const next =
      waiting.get(key) ??
      now.then(
        () => run(key),
        () => run(key),
      );
    waiting.set(key, next);
    return next;
  };
}
