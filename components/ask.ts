/** Our own pages' way to the background: one typed call for each message of `FromPage`. */
import { browser } from 'wxt/browser';
import { insist } from '../core/messages/insist.ts';
import type { FromPage, TabReport } from '../core/messages/schema.ts';
import type { SiteState } from '../core/settings/site-rules.ts';

interface Answers {
  'tab-report': TabReport;
  'site-state': SiteState;
}
type Answer<M extends FromPage> = M['type'] extends keyof Answers ? Answers[M['type']] : true;

/** The background's answer; rejects where it refuses or is not there. */
export async function ask<const M extends FromPage>(message: M): Promise<Answer<M>> {
  const answer = await insist(() => browser.runtime.sendMessage(message));
  if (answer === undefined) throw new Error('no answer');
  if (typeof answer === 'object' && answer !== null && 'error' in answer) throw new Error(String(answer.error));
  return answer as Answer<M>;
}
