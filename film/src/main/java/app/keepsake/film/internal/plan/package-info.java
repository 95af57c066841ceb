/** Decides a film: its grid of beats, which shot stands how long, how it passes into the next. Pure. */
@NullMarked
package app.keepsake.film.internal.plan;

import org.jspecify.annotations.NullMarked;
