/** Placement of buffers in one arena. */
@NullMarked
package app.keepsake.engine.internal.plan;

import org.jspecify.annotations.NullMarked;
