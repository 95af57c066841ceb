/** How well people are recognised on photos of known people. */
@NullMarked
package app.keepsake.training.internal.identity;

import org.jspecify.annotations.NullMarked;
