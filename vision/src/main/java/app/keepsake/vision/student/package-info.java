/** The detector that this project trained: a small network that looks at five scales of a picture. */
@NullMarked
package app.keepsake.vision.student;

import org.jspecify.annotations.NullMarked;
