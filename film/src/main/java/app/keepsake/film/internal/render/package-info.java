/** Turns a plan into a movie file: decoding ahead, drawing on several threads, encoding beside. */
@NullMarked
package app.keepsake.film.internal.render;

import org.jspecify.annotations.NullMarked;
