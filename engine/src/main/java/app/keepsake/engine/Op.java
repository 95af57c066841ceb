package app.keepsake.engine;

import java.util.List;

/** What a node of a graph computes. Maps are {@code [n, h, w, c]}; each operation has exactly one result. */
public sealed interface Op {
    /** A tensor that the caller gives. Extents may be unknown. */
    record Input(Shape shape) implements Op {}

    /** A tensor that belongs to the model. */
    record Constant(Tensor value) implements Op {}

    /** A constant whose numbers only kernels hold any more, in an order of their own. Graphs that are read have none. */
    record Packed(Shape shape) implements Op {}

    /**
     * Inputs: map, weights {@code [kh, kw, in channels / groups, out channels]} and, if present, a bias
     * {@code [out channels]}. With {@code groups} equal to the input's channels it is a depthwise convolution whose
     * output channel {@code c * multiplier + m} belongs to input channel {@code c}.
     */
    record Conv2d(int strideH, int strideW, int dilationH, int dilationW, Padding padding, int groups) implements Op {}

    /**
     * The gradient of a convolution: inputs are a map, weights {@code [kh, kw, out channels, in channels]} and, if
     * present, a bias. The output is {@code stride} times as large as the input if padded SAME.
     */
    record TransposedConv2d(int strideH, int strideW, Padding padding) implements Op {}

    /** How a pooling window or a reduction makes one number of many. */
    enum Reducer {
        MAX,
        MEAN,
        SUM
    }

    /** Pooling; a mean counts only the pixels inside the input. */
    record Pool(Reducer reducer, int windowH, int windowW, int strideH, int strideW, Padding padding) implements Op {}

    /** Reduction over axes. */
    record Reduce(Reducer reducer, List<Integer> axes, boolean keepsAxes) implements Op {}

    /** A function of two numbers. */
    enum Arithmetic {
        ADD,
        SUBTRACT,
        MULTIPLY,
        DIVIDE,
        MAXIMUM,
        MINIMUM
    }

    /** Two tensors, element by element, broadcast as in NumPy. */
    record Binary(Arithmetic arithmetic) implements Op {}

    /** A function of each element. */
    record Unary(Activation function) implements Op {}

    /** {@code x < 0 ? slope * x : x}. */
    record LeakyRelu(float slope) implements Op {}

    /** As {@link LeakyRelu} with a slope for each channel (inputs: map, slopes broadcast against it). */
    record Prelu() implements Op {}

    /** Over the last axis. */
    record Softmax() implements Op {}

    /** Where the centre of an output pixel lies in the input of a resize. */
    enum PixelCentres {
        /** {@code (x + 0.5) * in / out - 0.5}: the right choice for pictures. */
        HALF_PIXEL,
        /** {@code x * in / out}. */
        CORNER,
        /** {@code x * (in - 1) / (out - 1)}. */
        ALIGNED_CORNERS
    }

    /** Bilinear resize to a fixed size, or by a whole factor when {@code height} and {@code width} are 0. */
    record Resize(int height, int width, int factor, PixelCentres centres) implements Op {
        public static Resize to(int height, int width, PixelCentres centres) {
            return new Resize(height, width, 0, centres);
        }

        public static Resize by(int factor, PixelCentres centres) {
            return new Resize(0, 0, factor, centres);
        }
    }

    /** Joins along an axis; negative axes count from the end. */
    record Concat(int axis) implements Op {}

    /** Adds elements before and after on each axis. */
    record Pad(List<Integer> before, List<Integer> after, float value) implements Op {}

    /** Inputs: {@code [..., k]}, weights {@code [k, m]} and, if present, a bias {@code [m]}. */
    record FullyConnected() implements Op {}

    /** Inputs: {@code [..., n, k]} and {@code [..., k, m]} with the same axes before, both computed or constant. */
    record MatMul() implements Op {}

    /**
     * Rows of a table: inputs are {@code [rows, ...]} and whole numbers of any shape, which count from the end if
     * negative. The result has the axes of the numbers, then those of a row.
     */
    record Gather() implements Op {}

    /** Where the first of the largest elements of the last axis is, which goes. */
    record ArgMax() implements Op {}

    /** The same elements in another shape; one extent may be {@link Shape#UNKNOWN}, 0 keeps the input's extent. */
    record Reshape(List<Integer> extents) implements Op {}

    /** Leaves out axes whose extent is 1; negative axes count from the end. */
    record Squeeze(List<Integer> axes) implements Op {}

    /** Moves axis {@code order[i]} to place {@code i}. */
    record Transpose(List<Integer> order) implements Op {}

    /** Moves {@code block * block} channels into the plane; the block's row is the slowest channel index. */
    record DepthToSpace(int block) implements Op {}

    /** A part of each axis: {@code size} elements from {@code begin}; a size of {@link Shape#UNKNOWN} is the rest. */
    record Slice(List<Integer> begin, List<Integer> size) implements Op {}

    /** Inputs: map, scale, offset, mean, variance, each {@code [c]}; folded into a neighbour before running. */
    record BatchNorm(float epsilon) implements Op {}

    /** The name that messages use. */
    default String label() {
        return getClass().getSimpleName();
    }
}
