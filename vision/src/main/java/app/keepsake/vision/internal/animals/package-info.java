/** What tells one animal from another. */
@NullMarked
package app.keepsake.vision.internal.animals;

import org.jspecify.annotations.NullMarked;
