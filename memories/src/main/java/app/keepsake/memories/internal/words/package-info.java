/** Titles and reasons in the user's language. */
@NullMarked
package app.keepsake.memories.internal.words;

import org.jspecify.annotations.NullMarked;
