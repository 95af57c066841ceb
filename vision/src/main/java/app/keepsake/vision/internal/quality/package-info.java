/** How well a picture was taken. */
@NullMarked
package app.keepsake.vision.internal.quality;

import org.jspecify.annotations.NullMarked;
