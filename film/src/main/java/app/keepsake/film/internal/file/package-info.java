/** Films as files: projects and OpenTimelineIO. */
@NullMarked
package app.keepsake.film.internal.file;

import org.jspecify.annotations.NullMarked;
