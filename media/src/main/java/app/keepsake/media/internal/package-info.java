/** How media is read and written. */
@NullMarked
package app.keepsake.media.internal;

import org.jspecify.annotations.NullMarked;
