import type { Job } from './api';

/** The work that waits or runs, kept up to date by the service's events. */
export const work = $state<{ jobs: Record<number, Job>; ended: number }>({ jobs: {}, ended: 0 });

let source: EventSource | undefined;

export function listen(): void {
  if (source) return;
  source = new EventSource('/api/events');
  source.addEventListener('job', (event) => {
    const told = JSON.parse((event as MessageEvent).data);
    const job: Job = typeof told === 'string' ? JSON.parse(told) : told;
    work.jobs[job.id] = job;
    if (over(job)) {
      work.ended++;
    }
  });
}

export function note(jobs: Job[]): void {
  for (const job of jobs) work.jobs[job.id] ??= job;
}

export const over = (job: Job) => job.state === 'done' || job.state === 'failed' || job.state === 'stopped';
export const share = (job: Job) => (job.total > 0 ? Math.min(1, job.done / job.total) : 0);
