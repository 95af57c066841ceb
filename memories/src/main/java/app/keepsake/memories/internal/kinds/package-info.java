/** The kinds of memories: one class each. */
@NullMarked
package app.keepsake.memories.internal.kinds;

import org.jspecify.annotations.NullMarked;
