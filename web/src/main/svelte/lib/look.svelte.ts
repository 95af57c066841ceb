/** Light, dark, or as the system has it. */
export type Look = 'system' | 'light' | 'dark';

const KEY = 'keepsake-look';

export const look = $state<{ value: Look }>({ value: (localStorage.getItem(KEY) as Look) || 'system' });

export function wear(value: Look): void {
  look.value = value;
  localStorage.setItem(KEY, value);
  apply();
}

export function apply(): void {
  document.documentElement.dataset.look = look.value;
}
