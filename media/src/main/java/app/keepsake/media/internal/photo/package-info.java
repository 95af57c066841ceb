/** Decoding stills. */
@NullMarked
package app.keepsake.media.internal.photo;

import org.jspecify.annotations.NullMarked;
