/** The catalog in one SQLite file. */
@NullMarked
package app.keepsake.catalog.internal;

import org.jspecify.annotations.NullMarked;
