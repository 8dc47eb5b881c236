/** What is asked of a command, as JSON lines on standard input. */
import { createInterface } from 'node:readline';

/** Each line's object. A line that is none is told, with how one looks, and the command fails in the end. */
export async function* jsonLines(example: object): AsyncGenerator<object> {
  let number = 0;
  for await (const line of createInterface({ input: process.stdin })) {
    number++;
    if (line.trim() === '') continue;
    const item = parsed(line);
    if (item) yield item;
    else {
      console.error(`Line ${number} is left out: it is no JSON object such as ${JSON.stringify(example)}.`);
      process.exitCode = 1;
    }
  }
}

function parsed(line: string): object | undefined {
  try {
    const item: unknown = JSON.parse(line);
    return typeof item === 'object' && item !== null && !Array.isArray(item) ? item : undefined;
  } catch {
    return undefined;
  }
}
