/** Labelled photos, and the tiles that are cut from them. */
@NullMarked
package app.keepsake.training.internal.data;

import org.jspecify.annotations.NullMarked;
