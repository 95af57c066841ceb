/** What several parts of memories share. */
@NullMarked
package app.keepsake.memories.internal;

import org.jspecify.annotations.NullMarked;
