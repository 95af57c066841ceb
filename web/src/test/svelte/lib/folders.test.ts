import { describe, expect, it, test } from 'vitest';
import { crumbs, nameOf, reason, roughly } from '../../../main/svelte/lib/folders';

describe('the way to a folder', () => {
  it('begins where the tree begins', () => {
    expect(crumbs('/')).toEqual([{ name: '/', path: '/' }]);
    expect(crumbs('/home/anna')).toEqual([
      { name: '/', path: '/' },
      { name: 'home', path: '/home' },
      { name: 'anna', path: '/home/anna' },
    ]);
  });

  it('begins at a drive on Windows', () => {
    expect(crumbs('D:\\Photos\\2024')).toEqual([
      { name: 'D:', path: 'D:\\' },
      { name: 'Photos', path: 'D:\\Photos' },
      { name: '2024', path: 'D:\\Photos\\2024' },
    ]);
  });
});

describe('what was counted roughly', () => {
  it.each([
    [0, 0],
    [7, 7],
    [98, 98],
    [123, 120],
    [4567, 4500],
    [19999, 19000],
  ])('tells %i as %i', (count, told) => {
    expect(roughly(count)).toBe(told);
  });
});

it('has words of its own for what is often wrong, and for nothing else', () => {
  expect(reason('gone')).toBe('folderGone');
  expect(reason('internal')).toBeUndefined();
  expect(reason('toString')).toBeUndefined();
});

test.each([
  ['/media/anna/Disk', 'Disk'],
  ['/media/anna/Disk/', 'Disk'],
  ['C:\\Photos', 'Photos'],
  ['/', '/'],
])('%s is called %s', (path, name) => {
  expect(nameOf(path)).toBe(name);
});
