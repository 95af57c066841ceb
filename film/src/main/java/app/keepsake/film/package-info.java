/** Timeline, moods, camera and renderer. */
@NullMarked
package app.keepsake.film;

import org.jspecify.annotations.NullMarked;
