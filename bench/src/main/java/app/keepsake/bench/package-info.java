/** Measures the engine against ONNX Runtime on the same weights, shapes and threads. */
@NullMarked
package app.keepsake.bench;

import org.jspecify.annotations.NullMarked;
