/** Vector kernels and the choice between them. */
@NullMarked
package app.keepsake.engine.internal.kernel;

import org.jspecify.annotations.NullMarked;
