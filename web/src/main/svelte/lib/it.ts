import type { Words } from './languages';

export const it: Words = {};
