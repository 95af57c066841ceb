import type { Job } from './api';
import { jobIn, over } from './jobs';

/** The work that waits or runs, kept up to date by the service's events. */
export const work = $state<{ jobs: Record<number, Job>; ended: number }>({ jobs: {}, ended: 0 });

let source: EventSource | undefined;

export function listen(): void {
  if (source) return;
  source = new EventSource('/api/events');
  source.addEventListener('job', (event) => {
    const job = jobIn((event as MessageEvent).data);
    work.jobs[job.id] = job;
    if (over(job)) {
      work.ended++;
    }
  });
}

export function note(jobs: Job[]): void {
  for (const job of jobs) work.jobs[job.id] ??= job;
}
