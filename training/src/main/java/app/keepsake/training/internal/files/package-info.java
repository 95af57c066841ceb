/** What the app reads of files' dates, places and cameras, beside what exiftool reads. */
@NullMarked
package app.keepsake.training.internal.files;

import org.jspecify.annotations.NullMarked;
