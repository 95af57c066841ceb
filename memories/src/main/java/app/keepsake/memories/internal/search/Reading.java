package app.keepsake.memories.internal.search;

import app.keepsake.memories.SearchAnswer.Sort;

/**
 * What some words were taken for.
 *
 * @param from where they begin in the text
 * @param to where they end, exclusive
 * @param begun whether its name only begins so
 */
record Reading(int from, int to, Sort sort, String label, Condition condition, boolean begun) {}
