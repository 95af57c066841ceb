/** Listens to recordings: onsets, beats, bars, sections. */
@NullMarked
package app.keepsake.film.internal.music;

import org.jspecify.annotations.NullMarked;
