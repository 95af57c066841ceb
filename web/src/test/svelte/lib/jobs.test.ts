import { expect, test } from 'vitest';
import type { Job } from '../../../main/svelte/lib/api';
import { jobIn, lookingWaits, over, share } from '../../../main/svelte/lib/jobs';

const job = (change: Partial<Job> = {}): Job => ({
  background: false,
  done: 0,
  id: 7,
  kind: 'film',
  message: '',
  state: 'running',
  subject: '',
  task: '',
  total: 0,
  ...change,
});

test.each([
  ['waiting', false],
  ['running', false],
  ['done', true],
  ['failed', true],
  ['stopped', true],
] as const)('%s work is over: %s', (state, expected) => {
  expect(over(job({ state }))).toBe(expected);
});

test.each([
  [0, 0, 0],
  [5, 0, 0],
  [1, 4, 0.25],
  [4, 4, 1],
  [9, 4, 1],
])('%i of %i is a share of %d', (done, total, expected) => {
  expect(share(job({ done, total }))).toBe(expected);
});

test('a job is told as it is, or as a text in a text', () => {
  const told = job({ message: 'Grüße "von hier"' });
  expect(jobIn(JSON.stringify(told))).toEqual(told);
  expect(jobIn(JSON.stringify(JSON.stringify(told)))).toEqual(told);
});

const status = (change: object = {}) => ({ background: true, due: true, waitsFor: [], ...change });

test.each([
  [status({ due: false }), [], []],
  [status(), [], []],
  [status({ background: false, waitsFor: ['battery'] }), [], ['off']],
  [status({ waitsFor: ['battery', 'load'] }), [job()], ['battery']],
  [status({ waitsFor: ['load'] }), [], []],
  [status(), [job({ kind: 'memories' }), job()], ['film']],
  [status(), [job({ kind: 'explain' }), job({ state: 'done' })], ['work']],
  [status(), [job({ kind: 'share' }), job({ kind: 'index', state: 'waiting' })], []],
])('of %j and %j photos wait for %j', (now, jobs, reasons) => {
  expect(lookingWaits(now, jobs)).toEqual(reasons);
});
