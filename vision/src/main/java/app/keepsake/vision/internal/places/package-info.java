/** The table of the world's towns and how it is searched. */
@NullMarked
package app.keepsake.vision.internal.places;

import org.jspecify.annotations.NullMarked;
