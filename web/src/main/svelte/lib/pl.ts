import type { Words } from './languages';

export const pl: Words = {};
