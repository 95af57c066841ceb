import type { Job } from './api';

export const over = (job: Job) => job.state === 'done' || job.state === 'failed' || job.state === 'stopped';

/** How much of it is done, 0 to 1; 0 where nobody knows how much there is to do. */
export const share = (job: Job) => (job.total > 0 ? Math.min(1, job.done / job.total) : 0);

/** What an event's text tells; some are packed as a text in a text. */
export function jobIn(data: string): Job {
  const told: Job | string = JSON.parse(data);
  return typeof told === 'string' ? JSON.parse(told) : told;
}
