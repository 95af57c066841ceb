import type { Job, Status } from './api';

export const over = (job: Job) => job.state === 'done' || job.state === 'failed' || job.state === 'stopped';

/** How much of it is done, 0 to 1; 0 where nobody knows how much there is to do. */
export const share = (job: Job) => (job.total > 0 ? Math.min(1, job.done / job.total) : 0);

/** What an event's text tells; some are packed as a text in a text. */
export function jobIn(data: string): Job {
  const told: Job | string = JSON.parse(data);
  return typeof told === 'string' ? JSON.parse(told) : told;
}

/** Photos are looked at on a busy machine, too. */
const IN_THE_WAY = ['battery', 'disk', 'heat'];

/** Why photos that are due are not looked at, a word each: what a person can do something about, before other work. */
export function lookingWaits(status: Pick<Status, 'background' | 'waitsFor' | 'due'>, jobs: Job[]): string[] {
  if (!status.due) return [];
  if (!status.background) return ['off'];
  const reasons = status.waitsFor.filter((reason) => IN_THE_WAY.includes(reason));
  if (reasons.length) return reasons;
  const others = jobs.filter((job) => !over(job) && job.kind !== 'index' && job.kind !== 'share');
  if (others.some((job) => job.kind === 'film')) return ['film'];
  return others.length ? ['work'] : [];
}
