/** What a trace says of the main thread of the page that was loaded in it. */
import * as v from 'valibot';

const TRACE = v.object({
  traceEvents: v.array(
    v.object({
      name: v.string(),
      pid: v.number(),
      tid: v.number(),
      ts: v.number(),
      dur: v.optional(v.number(), 0),
      args: v.optional(v.object({ data: v.optional(v.object({ url: v.optional(v.string()) })) })),
    }),
  ),
});

/** Times in microseconds. */
export type TraceEvent = v.InferOutput<typeof TRACE>['traceEvents'][number];

/** The events of the thread that parsed most HTML. */
export function mainThread(trace: Uint8Array): TraceEvent[] {
  const { traceEvents } = v.parse(TRACE, JSON.parse(new TextDecoder().decode(trace)));
  const parsed = new Map<string, number>();
  const thread = ({ pid, tid }: TraceEvent) => `${pid} ${tid}`;
  for (const event of traceEvents) {
    if (event.name === 'ParseHTML') parsed.set(thread(event), (parsed.get(thread(event)) ?? 0) + event.dur + 1);
  }
  const main = [...parsed].sort((a, b) => b[1] - a[1])[0]?.[0];
  return traceEvents.filter((event) => thread(event) === main);
}

/** The longest run of an extension's script: its evaluation or a call into it. */
export function longestTask(events: readonly TraceEvent[]): number {
  const own = events.filter(({ args }) => args?.data?.url?.startsWith('chrome-extension://'));
  return Math.max(0, ...own.map(({ dur }) => dur));
}
