/** What one face tells: its landmarks, whose it may be, how well it can be seen, what it expresses. */
@NullMarked
package app.keepsake.vision.internal.portrait;

import org.jspecify.annotations.NullMarked;
