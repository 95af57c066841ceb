/** Telling memories, all, those of a day, or one that is asked for; and saying why. */
@NullMarked
package app.keepsake.operations.memories;

import org.jspecify.annotations.NullMarked;
