/** Threads that make a film. */
@NullMarked
package app.keepsake.film.internal.work;

import org.jspecify.annotations.NullMarked;
