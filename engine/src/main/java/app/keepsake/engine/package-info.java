/** Tensors, graphs, memory plans, kernels and weight files. */
@NullMarked
package app.keepsake.engine;

import org.jspecify.annotations.NullMarked;
