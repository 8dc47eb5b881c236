/** Questions to a sorted list of strings. */

/** Index of the first string that is not before `text`. */
export function lowerBound(list: readonly string[], text: string): number {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((list[middle] as string) < text) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Index of `text`, or -1. */
export function indexOf(list: readonly string[], text: string): number {
  const index = lowerBound(list, text);
  return list[index] === text ? index : -1;
}

/** Indexes [from, to) of the strings that begin with `start`. */
export function startingWith(list: readonly string[], start: string): [from: number, to: number] {
  return [lowerBound(list, start), lowerBound(list, `${start}\uffff`)];
}
