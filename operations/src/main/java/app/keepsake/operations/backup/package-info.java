/** One file that holds all that cannot be computed again; what is read from one is exactly what was written, or refused. */
@NullMarked
package app.keepsake.operations.backup;

import org.jspecify.annotations.NullMarked;
