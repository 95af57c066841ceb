/** From a memory to its film: planning, rendering, and playing while it is made. */
@NullMarked
package app.keepsake.operations.film;

import org.jspecify.annotations.NullMarked;
