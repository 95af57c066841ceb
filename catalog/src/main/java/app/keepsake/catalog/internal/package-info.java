/** The catalog in a database. */
@NullMarked
package app.keepsake.catalog.internal;

import org.jspecify.annotations.NullMarked;
