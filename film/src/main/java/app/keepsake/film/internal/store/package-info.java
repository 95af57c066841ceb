/** What was rendered before, and may be used again. */
@NullMarked
package app.keepsake.film.internal.store;

import org.jspecify.annotations.NullMarked;
