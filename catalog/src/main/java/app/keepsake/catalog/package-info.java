/** Storing and finding assets, faces, people, tags, memories and choices. */
@NullMarked
package app.keepsake.catalog;

import org.jspecify.annotations.NullMarked;
