import { expect, test } from 'vitest';
import type { Settings } from '../../../main/svelte/lib/api';
import { linkBase, linkWarning } from '../../../main/svelte/lib/links';

const set = (publicAddress: string, reachable = true) => ({ publicAddress, reachable }) as Settings;

test('links begin with the address that is set, or as the pages do', () => {
  expect(linkBase(set('https://films.example.org'), 'http://nas:8484')).toBe('https://films.example.org');
  expect(linkBase(set(''), 'http://nas:8484')).toBe('http://nas:8484');
});

test('a service that lets nobody in is told of, whatever its address', () => {
  expect(linkWarning(set('https://films.example.org', false), 'http://localhost:8484')).toBe('linkOnlyHere');
});

test('so are addresses that others do not know', () => {
  expect(linkWarning(set(''), 'http://localhost:8484')).toBe('linkOtherName');
  expect(linkWarning(set(''), 'http://[::1]:8484')).toBe('linkOtherName');
  expect(linkWarning(set('http://192.168.1.7:8484'), 'http://localhost:8484')).toBe('linkNetwork');
  expect(linkWarning(set('https://films.example.org'), 'http://localhost:8484')).toBeUndefined();
});
