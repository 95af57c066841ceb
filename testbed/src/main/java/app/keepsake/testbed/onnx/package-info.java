/** Writes model files of ONNX, for tests and comparisons. */
@NullMarked
package app.keepsake.testbed.onnx;

import org.jspecify.annotations.NullMarked;
