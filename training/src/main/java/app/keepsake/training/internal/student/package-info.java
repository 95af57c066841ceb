/** The student network: its design, its loss and its training. */
@NullMarked
package app.keepsake.training.internal.student;

import org.jspecify.annotations.NullMarked;
