/** Writes the music: harmony, melody and parts, as notes on a beat grid. Pure; knows nothing of sound. */
@NullMarked
package app.keepsake.music.internal.score;

import org.jspecify.annotations.NullMarked;
