/** Listens to recordings: onsets, beats, bars, sections. */
@NullMarked
package app.keepsake.music.internal.analysis;

import org.jspecify.annotations.NullMarked;
