/** Plans camera moves. Pure geometry. */
@NullMarked
package app.keepsake.film.internal.motion;

import org.jspecify.annotations.NullMarked;
