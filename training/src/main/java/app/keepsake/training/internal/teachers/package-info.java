/** Pretrained face detectors: what the student learns from and is measured against. */
@NullMarked
package app.keepsake.training.internal.teachers;

import org.jspecify.annotations.NullMarked;
