/** What words of a search mean in a library, and which pictures fit them. */
@NullMarked
package app.keepsake.memories.internal.search;

import org.jspecify.annotations.NullMarked;
