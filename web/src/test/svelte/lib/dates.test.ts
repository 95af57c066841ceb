import { describe, expect, test } from 'vitest';
import { EMPTY, folder, said } from '../../../main/svelte/lib/dates';

describe('what a form says', () => {
  test.each([
    [{ how: 'day', day: '1985-07-14' }, '1985-07-14', ''],
    [{ how: 'month', year: '1985', month: 7 }, '1985-07', ''],
    [{ how: 'month', year: ' 1985 ', month: 12 }, '1985-12', ''],
    [{ how: 'year', year: '1985' }, '1985', ''],
    [{ how: 'years', year: '1983', last: '1986' }, '1983..1986', ''],
    [{ how: 'clock', by: '1', unit: 'h' }, '', '+1h'],
    [{ how: 'clock', by: '9', unit: 'y', later: false }, '', '-9y'],
  ] as const)('%o', (form, date, shift) => {
    expect(said({ ...EMPTY, ...form })).toEqual({ date, shift });
  });

  test.each([
    { how: 'day' },
    { how: 'month', year: '85' },
    { how: 'year', year: '' },
    { how: 'years', year: '1986', last: '1983' },
    { how: 'years', year: '1983' },
    { how: 'clock', by: '' },
    { how: 'clock', by: '0' },
    { how: 'clock', by: '-1' },
  ] as const)('nothing while something is lacking: %o', (form) => {
    expect(said({ ...EMPTY, ...form })).toBeUndefined();
  });
});

test.each([
  ['/photos/Album', 'Album', '/photos/'],
  ['/photos/Album/', 'Album/', '/photos/'],
  ['C:\\Bilder\\Album', 'Album', 'C:\\Bilder\\'],
  ['/', '/', ''],
])('the folder %s', (path, name, before) => {
  expect(folder(path)).toEqual([name, before]);
});
