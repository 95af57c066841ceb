/** Brings what other programs keep into the library: facts and previews as files of its own, beside users' folders. */
@NullMarked
package app.keepsake.operations.sources;

import org.jspecify.annotations.NullMarked;
