import type { Words } from './languages';

export const zh: Words = {};
