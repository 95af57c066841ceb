/** Albums: where they are found. */
@NullMarked
package app.keepsake.operations.albums;

import org.jspecify.annotations.NullMarked;
