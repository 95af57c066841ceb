/** Planes and scaling that the measures of a picture share. */
@NullMarked
package app.keepsake.vision.internal.pixels;

import org.jspecify.annotations.NullMarked;
