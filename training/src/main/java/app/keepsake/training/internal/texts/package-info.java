/** How much of the writing in pictures is read. */
@NullMarked
package app.keepsake.training.internal.texts;

import org.jspecify.annotations.NullMarked;
