import type { Words } from './languages';

export const fr: Words = {};
