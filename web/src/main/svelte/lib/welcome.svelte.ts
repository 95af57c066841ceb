// The four steps of the first evening. This browser remembers where one is, so that a page that is loaded anew, or
// another one that is looked at in between, loses nothing.
export const STEPS = ['folder', 'who', 'never', 'language'] as const;
export type Step = (typeof STEPS)[number];

const KEY = 'keepsake-welcome';
const NAME = 'keepsake-my-name';
const DONE = 'done';

const kept = localStorage.getItem(KEY) ?? '';

/** step: the one that is seen, empty before the first and behind the last; name: of who waits to be found in pictures. */
export const welcome = $state<{ step: Step | ''; done: boolean; name: string }>({
  step: STEPS.find((one) => one === kept) ?? '',
  done: kept === DONE,
  name: localStorage.getItem(NAME) ?? '',
});

export function goTo(step: Step): void {
  welcome.step = step;
  welcome.done = false;
  localStorage.setItem(KEY, step);
}

export function finish(): void {
  welcome.step = '';
  welcome.done = true;
  localStorage.setItem(KEY, DONE);
}

/** The step so many further; undefined where there is none. */
export const beside = (step: Step, by: number): Step | undefined => STEPS[STEPS.indexOf(step) + by];

/** @param name nothing when they were found, or do not want to be */
export function remember(name: string): void {
  welcome.name = name;
  if (name) localStorage.setItem(NAME, name);
  else localStorage.removeItem(NAME);
}
