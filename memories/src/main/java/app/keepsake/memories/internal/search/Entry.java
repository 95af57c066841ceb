package app.keepsake.memories.internal.search;

import app.keepsake.memories.SearchAnswer.Sort;

/**
 * Something in a library that has a name.
 *
 * @param label as it is shown
 * @param condition what its pictures are
 */
record Entry(Sort sort, String label, Condition condition) {}
