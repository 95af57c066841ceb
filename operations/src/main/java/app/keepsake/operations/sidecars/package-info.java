/** What is written into sidecars beside pictures, for other programs. */
@NullMarked
package app.keepsake.operations.sidecars;

import org.jspecify.annotations.NullMarked;
