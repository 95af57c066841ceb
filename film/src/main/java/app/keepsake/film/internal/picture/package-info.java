/** Draws frames: resampling, grading, blurring, mixing and lettering. */
@NullMarked
package app.keepsake.film.internal.picture;

import org.jspecify.annotations.NullMarked;
