/** Examples of mundane pictures, and how many of them are told from good photos. */
@NullMarked
package app.keepsake.training.internal.mundane;

import org.jspecify.annotations.NullMarked;
