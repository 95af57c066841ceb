/** Chooses and orders shots. */
@NullMarked
package app.keepsake.memories.internal.select;

import org.jspecify.annotations.NullMarked;
