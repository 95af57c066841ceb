/** Shape inference and rewriting of graphs. */
@NullMarked
package app.keepsake.engine.internal.graph;

import org.jspecify.annotations.NullMarked;
