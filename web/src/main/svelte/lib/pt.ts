import type { Words } from './languages';

export const pt: Words = {};
