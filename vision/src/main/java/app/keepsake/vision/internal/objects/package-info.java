/** Things in pictures. */
@NullMarked
package app.keepsake.vision.internal.objects;

import org.jspecify.annotations.NullMarked;
