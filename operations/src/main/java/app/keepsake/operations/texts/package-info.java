/** Reads the writing in photos, when there is time. */
@NullMarked
package app.keepsake.operations.texts;

import org.jspecify.annotations.NullMarked;
