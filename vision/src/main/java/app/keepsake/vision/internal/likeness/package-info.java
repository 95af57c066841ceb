/** Signatures by which near-duplicates are told. */
@NullMarked
package app.keepsake.vision.internal.likeness;

import org.jspecify.annotations.NullMarked;
