/** Writes the music: harmony, melody and parts, as notes on a beat grid. Pure; knows nothing of sound. */
@NullMarked
package app.keepsake.film.internal.score;

import org.jspecify.annotations.NullMarked;
