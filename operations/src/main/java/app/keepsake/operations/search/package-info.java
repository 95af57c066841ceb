/** Finding pictures by words, and keeping searches. */
@NullMarked
package app.keepsake.operations.search;

import org.jspecify.annotations.NullMarked;
