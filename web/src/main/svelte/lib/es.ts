import type { Words } from './languages';

export const es: Words = {};
