/** How one shot gives way to the next: each transition in a file of its own. */
@NullMarked
package app.keepsake.film.internal.transition;

import org.jspecify.annotations.NullMarked;
