/** What kind of place or moment a picture shows. */
@NullMarked
package app.keepsake.vision.internal.scenes;

import org.jspecify.annotations.NullMarked;
