/** Makes sound of notes: sampled and synthesised instruments, a room, loudness and peaks. */
@NullMarked
package app.keepsake.film.internal.sound;

import org.jspecify.annotations.NullMarked;
