/** What could be behind the twitching, given what else a reader notices. It orders causes; it does not diagnose. */
import type { Cause, Causes } from './knowledge.ts';

export interface Ranked {
  readonly cause: Cause;
  /** Ids of ticked signs that go along with the cause or make it likelier. */
  readonly speaksFor: readonly string[];
  /** Ids of ticked signs that make it less likely. */
  readonly speaksAgainst: readonly string[];
}

/** A sign that makes a cause likelier tells more than one that goes along with it. */
const WORTH = { raises: 1.5, accompanying: 1, lowers: -2 };

/**
 * The causes in the order in which `ticked` speaks for them; a sign of few causes tells more than one of many. Causes that
 * nothing speaks for keep the order of the table, those that more speaks against than for come last.
 */
export function rankCauses({ causes, signs }: Causes, ticked: ReadonlySet<string>): Ranked[] {
  const tells = new Map(
    signs.map(({ id }) => {
      const shared = causes.filter((cause) => cause.accompanying.includes(id) || cause.raises.includes(id)).length;
      return [id, Math.log1p(causes.length / Math.max(1, shared))];
    }),
  );
  const sum = (ids: readonly string[], worth: number) =>
    ids.reduce((total, id) => total + (ticked.has(id) ? worth * (tells.get(id) ?? 0) : 0), 0);
  return causes
    .map((cause, place) => ({
      cause,
      place,
      speaksFor: [...new Set([...cause.raises, ...cause.accompanying])].filter((id) => ticked.has(id)),
      speaksAgainst: cause.lowers.filter((id) => ticked.has(id)),
      score:
        sum(cause.accompanying, WORTH.accompanying) + sum(cause.raises, WORTH.raises) + sum(cause.lowers, WORTH.lowers),
    }))
    .sort((a, b) => b.score - a.score || a.place - b.place)
    .map(({ cause, speaksFor, speaksAgainst }) => ({ cause, speaksFor, speaksAgainst }));
}

/** Ids of the ticked signs that outrank every cause. */
export function tickedRedFlags({ signs }: Causes, ticked: ReadonlySet<string>): string[] {
  return signs.filter(({ id, redFlag }) => redFlag && ticked.has(id)).map(({ id }) => id);
}
