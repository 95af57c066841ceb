/** From the colours of cameras to sRGB. */
@NullMarked
package app.keepsake.media.internal.colour;

import org.jspecify.annotations.NullMarked;
