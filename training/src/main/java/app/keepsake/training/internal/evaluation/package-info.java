/** Measures detectors against labelled photos. */
@NullMarked
package app.keepsake.training.internal.evaluation;

import org.jspecify.annotations.NullMarked;
