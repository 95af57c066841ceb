/** What follows from a library alone. */
@NullMarked
package app.keepsake.memories.internal.analysis;

import org.jspecify.annotations.NullMarked;
