import { describe, expect, it, vi } from 'vitest';
import { insist } from '../../../core/messages/insist.ts';

describe('A message', () => {
  it('that is answered is sent once', async () => {
    const send = vi.fn(async (): Promise<unknown> => null);
    expect(await insist(send)).toBeNull();
    expect(send).toHaveBeenCalledTimes(1);
  });

  it('is sent again where its receiver was ended, with an error or without', async () => {
    const send = vi.fn(async (): Promise<unknown> => true);
    send.mockRejectedValueOnce(new Error('The message channel closed')).mockResolvedValueOnce(undefined);
    expect(await insist(send)).toBe(true);
    expect(send).toHaveBeenCalledTimes(3);
  });

  it('that nobody ever answers ends with nothing, also where the browser throws at once', async () => {
    const send = vi.fn((): Promise<unknown> => {
      throw new Error('Extension context invalidated.');
    });
    expect(await insist(send)).toBeUndefined();
    expect(send).toHaveBeenCalledTimes(3);
  });
});
