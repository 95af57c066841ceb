/** A short message at the lower edge, with something to do about it. */
export const notice = $state<{ text: string; action: string; act: () => void }>({
  text: '',
  action: '',
  act: () => {},
});

/** Where it can be seen: at the last of these, since what is open over a page covers it. */
export const hosts = $state<symbol[]>([]);

let timer = 0;

export function say(text: string, action = '', act: () => void = () => {}): void {
  notice.text = text;
  notice.action = action;
  notice.act = () => {
    notice.text = '';
    act();
  };
  clearTimeout(timer);
  timer = window.setTimeout(() => (notice.text = ''), action ? 9000 : 5000);
}

/** Says what went wrong. */
export const sorry = (failure: unknown) => say(failure instanceof Error ? failure.message : String(failure));
