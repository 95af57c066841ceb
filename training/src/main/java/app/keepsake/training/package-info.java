/** Training the face detector and measuring it; not part of the running app. */
@NullMarked
package app.keepsake.training;

import org.jspecify.annotations.NullMarked;
