/** Decoding, metadata, encoding and video. */
@NullMarked
package app.keepsake.media;

import org.jspecify.annotations.NullMarked;
