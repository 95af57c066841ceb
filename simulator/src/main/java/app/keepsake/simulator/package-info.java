/** Ten years of a family's photos, made up from a seed, and the truth about them. */
@NullMarked
package app.keepsake.simulator;

import org.jspecify.annotations.NullMarked;
