/** FFmpeg's C API, in process. Everything native is freed by the object that made it. */
@NullMarked
package app.keepsake.media.internal.ffmpeg;

import org.jspecify.annotations.NullMarked;
