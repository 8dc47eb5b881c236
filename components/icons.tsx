/** Small line drawings, 16 × 16. They never stand alone: the control that holds one is named in words. */
const PATHS = {
  search: 'M7 2.5a4.5 4.5 0 1 0 0 9 4.5 4.5 0 0 0 0-9zM10.5 10.5 14 14',
  close: 'M4 4l8 8M12 4l-8 8',
  back: 'M13 8H3.5M7.5 4 3.5 8l4 4',
  next: 'M6 3.5 10.5 8 6 12.5',
  previous: 'M10 3.5 5.5 8l4.5 4.5',
  read: 'M8 4.2C6.7 3.2 4.9 2.9 2.5 3v9c2.4-.1 4.2.2 5.5 1.2 1.3-1 3.1-1.3 5.5-1.2V3c-2.4-.1-4.2.2-5.5 1.2zm0 0v9',
  panel: 'M2.5 3.5h11v9h-11zM9.5 3.5v9',
  settings: 'M2.5 4.5h6M12.5 4.5h1M2.5 11.5h1M7.5 11.5h6M10.5 2.8v3.4M5.5 9.8v3.4',
  finder: 'M3 4.5h1.5M3 8h1.5M3 11.5h1.5M7 4.5h6M7 8h6M7 11.5h6',
  copy: 'M5.5 5.5v-3h8v8h-3M2.5 5.5h8v8h-8z',
  check: 'M3 8.5 6.5 12 13 4.5',
  warn: 'M8 3 14 13H2zM8 7v2.5M8 11.2v.3',
} as const;
export type IconName = keyof typeof PATHS;

/** Those that point along the line of reading. */
const TURNING: ReadonlySet<IconName> = new Set(['back', 'next', 'previous', 'panel']);

export function Icon({ name }: { name: IconName }) {
  return (
    <svg class={TURNING.has(name) ? 'icon turns' : 'icon'} viewBox="0 0 16 16" aria-hidden="true">
      <path d={PATHS[name]} />
    </svg>
  );
}
