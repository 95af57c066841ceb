/** An encoder of pictures and texts that the owner brings, and what it says of photos. */
@NullMarked
package app.keepsake.operations.encoder;

import org.jspecify.annotations.NullMarked;
