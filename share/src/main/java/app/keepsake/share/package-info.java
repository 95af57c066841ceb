/** Sends films to places that the user has set up: one class for each protocol, all behind {@link Target}. */
@NullMarked
package app.keepsake.share;

import org.jspecify.annotations.NullMarked;
