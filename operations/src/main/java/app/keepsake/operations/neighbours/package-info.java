/** What other photo programs know of the same pictures: read, never written. */
@NullMarked
package app.keepsake.operations.neighbours;

import org.jspecify.annotations.NullMarked;
