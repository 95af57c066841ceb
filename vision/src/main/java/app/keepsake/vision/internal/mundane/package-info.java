/** Pictures that nobody wants to see in a memory. */
@NullMarked
package app.keepsake.vision.internal.mundane;

import org.jspecify.annotations.NullMarked;
