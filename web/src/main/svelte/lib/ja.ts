import type { Words } from './languages';

export const ja: Words = {};
