/** A text with the letters that a query accounts for set off. */
interface Props {
  text: string;
  /** Stretches [start, end), sorted, apart. */
  found: readonly (readonly [number, number])[];
}

export function Letters({ text, found }: Props) {
  let from = 0;
  const parts = found.flatMap(([start, end]) => {
    const before = text.slice(from, start);
    from = end;
    return [before, <mark key={start}>{text.slice(start, end)}</mark>];
  });
  return (
    <>
      {parts}
      {text.slice(from)}
    </>
  );
}
