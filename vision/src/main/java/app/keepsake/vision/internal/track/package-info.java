/** Following faces from frame to frame. */
@NullMarked
package app.keepsake.vision.internal.track;

import org.jspecify.annotations.NullMarked;
