/** The networks that find faces. */
@NullMarked
package app.keepsake.vision.internal.faces;

import org.jspecify.annotations.NullMarked;
