import { afterEach, describe, expect, test, vi } from 'vitest';
import { call, film, get, refuse, Refusal, thumbnail } from '../../../main/svelte/lib/api';

test('addresses', () => {
  expect(thumbnail(7)).toBe('/api/assets/7/thumbnail?size=grid');
  expect(thumbnail(7, 'view')).toBe('/api/assets/7/thumbnail?size=view');
  expect(film('trip-2024', 'dreamy', 'short')).toBe('/memories/trip-2024/films/dreamy/short');
});

describe('an answer', () => {
  const refusal = (response: Response, text: string) => {
    try {
      refuse(response, text);
    } catch (failure) {
      return failure;
    }
  };

  test('that is one is no refusal', () => {
    expect(refusal(new Response(null, { status: 204 }), '')).toBeUndefined();
  });

  test('that is none says what the service says', () => {
    const text = '{"error":{"code":"proof","message":"Give the password again."}}';
    const found = refusal(new Response(text, { status: 403 }), text);
    expect(found).toBeInstanceOf(Refusal);
    expect(found).toMatchObject({ status: 403, code: 'proof', message: 'Give the password again.' });
  });

  test.each(['', '<h1>Bad gateway</h1>', '{}', 'null'])('of another says what its status says: %s', (text) => {
    const found = refusal(new Response(text, { status: 502, statusText: 'Bad Gateway' }), text);
    expect(found).toMatchObject({ status: 502, code: '', message: 'Bad Gateway' });
  });
});

describe('a connection that breaks once', () => {
  afterEach(() => vi.unstubAllGlobals());

  const breaking = () =>
    vi.fn(async () => new Response('{"open":true}')).mockRejectedValueOnce(new TypeError('Failed to fetch'));

  test('is no word about the service: what only asks is asked again', async () => {
    const fetching = breaking();
    vi.stubGlobal('fetch', fetching);
    expect(await get('/session')).toEqual({ open: true });
    expect(fetching).toHaveBeenCalledTimes(2);
  });

  test('repeats nothing that may be done already', async () => {
    const fetching = breaking();
    vi.stubGlobal('fetch', fetching);
    await expect(call('POST', '/index')).rejects.toMatchObject({ code: 'unreachable' });
    expect(fetching).toHaveBeenCalledTimes(1);
  });
});
