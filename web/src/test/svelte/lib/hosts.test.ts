import { expect, test } from 'vitest';
import { reachOf } from '../../../main/svelte/lib/hosts';

test.each(['localhost', 'keepsake.localhost', '127.0.0.1', '127.1.2.3', '[::1]'])('%s is this machine', (host) => {
  expect(reachOf(host)).toBe('machine');
});

test.each([
  'nas',
  'nas.local',
  'keepsake.fritz.box',
  'nas.home.arpa',
  '192.168.1.7',
  '10.1.2.3',
  '172.16.0.1',
  '172.31.0.1',
  '169.254.3.4',
  '100.64.0.1',
  '[fd12:3456::1]',
  '[fe80::1]',
])('%s is known in one network', (host) => {
  expect(reachOf(host)).toBe('network');
});

test.each([
  'films.example.org',
  '127.example.org',
  'localhost.example.org',
  'local.example.org',
  '10.example.org',
  '172.32.0.1',
  '100.128.0.1',
  '203.0.113.7',
  '[2001:db8::1]',
])('%s may be known to all', (host) => {
  expect(reachOf(host)).toBe('all');
});
