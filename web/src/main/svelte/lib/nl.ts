import type { Words } from './languages';

export const nl: Words = {};
