/** Writes the engine's vector kernels when it is built. */
@NullMarked
package app.keepsake.kernels;

import org.jspecify.annotations.NullMarked;
