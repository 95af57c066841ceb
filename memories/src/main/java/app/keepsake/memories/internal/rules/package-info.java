/** What the user's choices allow. */
@NullMarked
package app.keepsake.memories.internal.rules;

import org.jspecify.annotations.NullMarked;
