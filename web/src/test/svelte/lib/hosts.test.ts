import { expect, test } from 'vitest';
import { isOfThisMachine } from '../../../main/svelte/lib/hosts';

test.each(['localhost', 'keepsake.localhost', '127.0.0.1', '127.1.2.3', '[::1]'])('%s is this machine', (host) => {
  expect(isOfThisMachine(host)).toBe(true);
});

test.each(['nas', 'nas.local', '192.168.1.7', '127.example.org', 'localhost.example.org'])('%s is not', (host) => {
  expect(isOfThisMachine(host)).toBe(false);
});
