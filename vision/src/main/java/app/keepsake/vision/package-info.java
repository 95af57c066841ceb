/** What is in one picture: faces, quality, likeness. */
@NullMarked
package app.keepsake.vision;

import org.jspecify.annotations.NullMarked;
