/** Where a picture shows writing. */
@NullMarked
package app.keepsake.vision.internal.text;

import org.jspecify.annotations.NullMarked;
