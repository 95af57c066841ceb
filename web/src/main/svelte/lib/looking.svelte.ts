import { get, type Job, type Status } from './api';
import { tryAgain } from './broken';
import { lookingWaits } from './jobs';
import { note, work } from './work.svelte';

/** How far looking at photos is, as the service last told: shared by all pages. */
export const looking = $state<{ status?: Status }>({});

/** So often a page asks whether folders are there: nothing tells when a disk is unplugged. */
const AGAIN = 15_000;

export async function renew(): Promise<Status> {
  const status = await get<Status>('/status');
  note(status.work);
  // What was away may be back.
  if (looking.status && status.away.length < looking.status.away.length) tryAgain();
  looking.status = status;
  return status;
}

/** For an effect: keeps it up to date for as long as a page is there. */
export function keepUp(failed: (failure: unknown) => void = () => {}): () => void {
  void work.ended;
  renew().catch(failed);
  const timer = setInterval(() => {
    if (!document.hidden) renew().catch(failed);
  }, AGAIN);
  return () => clearInterval(timer);
}

/** What looks at photos now, if anything does. */
export const lookingJob = (): Job | undefined =>
  Object.values(work.jobs).find((job) => job.kind === 'index' && job.state === 'running');

/** Whether photos are looked at, or will be as soon as nothing speaks against it. */
export const isLooking = (): boolean => Boolean(lookingJob()) || Boolean(looking.status?.due);

/** Why nothing is looked at though it is due; empty when something is. */
export const waits = (): string[] =>
  !looking.status || lookingJob() ? [] : lookingWaits(looking.status, Object.values(work.jobs));
