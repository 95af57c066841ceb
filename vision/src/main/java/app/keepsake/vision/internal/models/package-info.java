/** Where pretrained weights come from. */
@NullMarked
package app.keepsake.vision.internal.models;

import org.jspecify.annotations.NullMarked;
