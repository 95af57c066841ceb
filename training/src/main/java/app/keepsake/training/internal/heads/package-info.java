/** Small classifiers on top of features: scenes, paper and screens. */
@NullMarked
package app.keepsake.training.internal.heads;

import org.jspecify.annotations.NullMarked;
