/** The raw files of cameras: the finished picture that each holds beside what the sensor wrote. */
@NullMarked
package app.keepsake.media.internal.raw;

import org.jspecify.annotations.NullMarked;
