/** Memories measured against libraries of a known story. */
@NullMarked
package app.keepsake.memories.simulation;

import org.jspecify.annotations.NullMarked;
