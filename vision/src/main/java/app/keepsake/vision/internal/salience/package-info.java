/** What draws the eye by contrast alone. */
@NullMarked
package app.keepsake.vision.internal.salience;

import org.jspecify.annotations.NullMarked;
