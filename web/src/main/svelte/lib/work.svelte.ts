import { get, type Job } from './api';
import { jobIn, over } from './jobs';
import { minutesLeft, noted, rate, type Sample } from './pace';

/**
 * The work that waits or runs, kept up to date by the service's events; and the pace of looking at photos: how many a
 * minute, and how many minutes are left, while that can be told.
 */
export const work = $state<{ jobs: Record<number, Job>; ended: number; aMinute?: number; left?: number }>({
  jobs: {},
  ended: 0,
});

let samples: Sample[] = [];

function measure(job: Job): void {
  samples = over(job) ? [] : noted(samples, performance.now(), job.done);
  const each = rate(samples);
  work.aMinute = each && Math.max(1, Math.round(60 * each));
  work.left = minutesLeft(samples, job.total);
}

let source: EventSource | undefined;
let opened: Promise<unknown> = Promise.resolve();

export function listen(): void {
  if (source) return;
  source = new EventSource('/api/events');
  opened = new Promise((done) => source?.addEventListener('open', done, { once: true }));
  source.addEventListener('job', (event) => {
    const job = jobIn((event as MessageEvent).data);
    work.jobs[job.id] = job;
    if (job.kind === 'index') measure(job);
    if (over(job)) {
      work.ended++;
    }
  });
}

/** Notes work that was just begun, and what became of it before the events were heard. */
export async function follow(job: Job): Promise<void> {
  note([job]);
  await opened;
  const before = work.jobs[job.id];
  const now = await get<Job>(`/jobs/${job.id}`);
  if (work.jobs[job.id] === before) work.jobs[job.id] = now;
}

export function note(jobs: Job[]): void {
  for (const job of jobs) work.jobs[job.id] ??= job;
}
