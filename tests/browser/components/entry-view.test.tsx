import { afterEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import css from '../../../components/all.css?inline';
import { EntryView } from '../../../components/EntryView.tsx';
import { loadEntry } from '../../../components/library.ts';
import type { EntryView as Entry } from '../../../core/knowledge/view.ts';
import { expectAccessible, expectNoOverflow, mount, unmount } from '../support/mount.tsx';

afterEach(unmount);

async function entry(id: string): Promise<Entry> {
  const found = await loadEntry(id);
  if (!found) throw new Error(`no entry ${id}`);
  return found;
}
const ignore = () => undefined;

describe('An entry', () => {
  it('shows its answer, its red flags, every fact with evidence and source, its numbers and sources', async () => {
    const magnesium = await entry('magnesium');
    const root = await mount(<EntryView entry={magnesium} onOpenEntry={ignore} />, { css });
    expect(root.textContent).toContain(magnesium.answer);
    for (const { text } of [...magnesium.facts, ...magnesium.redFlags]) expect(root.textContent).toContain(text);
    expect(root.querySelectorAll('.fact')).toHaveLength(magnesium.facts.length);
    expect(root.querySelectorAll('.fact .evidence')).toHaveLength(magnesium.facts.length);
    expect(root.querySelectorAll('tbody tr')).toHaveLength(magnesium.numbers.length);
    for (const fact of root.querySelectorAll('.fact')) expect(fact.querySelector('a[href^="https://"]')).not.toBeNull();
  });

  it('tells a source nothing about where the reader comes from', async () => {
    const root = await mount(<EntryView entry={await entry('fasciculation')} onOpenEntry={ignore} />, {
      css,
    });
    for (const link of root.querySelectorAll('a')) {
      expect(link.rel).toContain('noreferrer');
      expect(link.target).toBe('_blank');
    }
  });

  it('opens a related entry', async () => {
    const opened: string[] = [];
    const magnesium = await entry('magnesium');
    await mount(<EntryView entry={magnesium} onOpenEntry={(id) => opened.push(id)} />, { css });
    const [related] = magnesium.relations;
    await userEvent.click(page.getByRole('button', { name: related?.name ?? '', exact: true }).first());
    expect(opened).toEqual([related?.id]);
  });

  it('names each related entry once unless in two telling ways, what is merely worth a look last', async () => {
    const alcohol = await entry('alcohol-use');
    expect(alcohol.relations.filter(({ id }) => id === 'folate-deficiency')).toHaveLength(2);
    const root = await mount(<EntryView entry={alcohol} onOpenEntry={ignore} />, { css });
    const chips = [...root.querySelectorAll('.related .chip')].map(({ textContent }) => textContent);
    expect(chips.filter((name) => name === 'Folate deficiency')).toHaveLength(1);
    expect([...root.querySelectorAll('.related dt')].at(-1)?.textContent).toBe('See also');
  });

  it('folds in a long list of related entries: the other kinds stay in sight', async () => {
    const weakness = await entry('muscle-weakness');
    const causes = weakness.relations.filter(({ relation }) => relation === 'caused by');
    expect(causes.length).toBeGreaterThan(20);
    const root = await mount(<EntryView entry={weakness} onOpenEntry={ignore} />, { css });
    const fold = root.querySelector<HTMLDetailsElement>('.more-related');
    const seen = () =>
      [...(fold?.closest('dd')?.querySelectorAll('.chip') ?? [])].filter((chip) => chip.checkVisibility());
    expect(seen().length).toBeLessThan(10);
    expect(fold?.querySelector('summary')?.textContent).toBe(`${causes.length - seen().length} more`);
    fold?.querySelector('summary')?.click();
    expect(seen()).toHaveLength(causes.length);
  });

  it('puts facts under headings that fit its category', async () => {
    const headings = async (id: string) => {
      const root = await mount(<EntryView entry={await entry(id)} onOpenEntry={ignore} />, { css });
      return [...root.querySelectorAll('.fact-group h3')].map(({ textContent }) => textContent);
    };
    expect(await headings('creatine-kinase-test')).toContain('What it cannot tell');
    expect(await headings('banana')).toContain('Keep in mind');
  });

  it('says when its review is overdue', async () => {
    const magnesium = await entry('magnesium');
    const shown = async (nextReview: string) =>
      (await mount(<EntryView entry={{ ...magnesium, nextReview }} onOpenEntry={ignore} />, { css })).textContent;
    expect(await shown('2999-01-01')).not.toContain('overdue');
    expect(await shown('2020-01-01')).toContain('This review is overdue');
  });

  it.each(['light', 'dark'] as const)('can be read by everyone, %s', async (theme) => {
    for (const id of ['magnesium', 'amyotrophic-lateral-sclerosis', 'eyelid-twitch']) {
      const shown = await entry(id);
      await mount(<EntryView entry={shown} onOpenEntry={ignore} />, { css, theme });
      await expectAccessible();
    }
  });

  it.each([
    ['pseudo', 320],
    ['pseudo-rtl', 320],
    ['de', 320],
    ['en', 780],
  ] as const)('fits in %s at %i px', async (language, width) => {
    await mount(<EntryView entry={await entry('magnesium')} onOpenEntry={ignore} />, {
      css,
      language,
      width,
    });
    expectNoOverflow();
  });
});
