/** FFmpeg's program as the system has it, run as a process of its own: nothing of it is linked or shipped. */
@NullMarked
package app.keepsake.media.internal.program;

import org.jspecify.annotations.NullMarked;
