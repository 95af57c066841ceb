package app.keepsake.engine;

import app.keepsake.engine.Op.Arithmetic;
import app.keepsake.engine.Op.Reducer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes a network down in code. Each method adds a node and returns its {@link Value}; names are made up from the
 * operation unless {@link #named} gives one. Not safe for use by several threads.
 *
 * <pre>{@code
 * GraphBuilder g = new GraphBuilder();
 * Value x = g.input("image", Shape.of(1, Shape.UNKNOWN, Shape.UNKNOWN, 3));
 * Value y = g.relu(g.conv2d(x, weights, bias, 2, Padding.SAME));
 * Graph graph = g.output("features", y).build();
 * }</pre>
 */
public final class GraphBuilder {
    /** The result of a node. */
    public record Value(String node) {}

    private final List<Node> nodes = new ArrayList<>();
    private final Map<String, String> outputs = new LinkedHashMap<>();
    private String nextName = "";

    /** Names the next node (and not the constants that it brings along). */
    public GraphBuilder named(String name) {
        nextName = name;
        return this;
    }

    /** Adds any operation. */
    public Value add(Op op, Value... inputs) {
        String name = nextName.isEmpty() ? op.label() + "_" + nodes.size() : nextName;
        nextName = "";
        nodes.add(new Node(name, op, Arrays.stream(inputs).map(Value::node).toList()));
        return new Value(name);
    }

    /** A tensor that the caller gives; height and width may be {@link Shape#UNKNOWN}. */
    public Value input(String name, Shape shape) {
        return named(name).add(new Op.Input(shape));
    }

    /** A tensor that belongs to the model. */
    public Value constant(Tensor value) {
        String kept = nextName;
        nextName = "";
        Value constant = add(new Op.Constant(value));
        nextName = kept;
        return constant;
    }

    /**
     * @param weights {@code [kh, kw, in channels, out channels]}
     * @param bias {@code [out channels]}
     */
    public Value conv2d(Value x, Tensor weights, Tensor bias, int stride, Padding padding) {
        return add(new Op.Conv2d(stride, stride, 1, 1, padding, 1), x, constant(weights), constant(bias));
    }

    /** Any convolution: strides, dilations and groups of {@link Op.Conv2d}. */
    public Value conv2d(Value x, Tensor weights, Tensor bias, Op.Conv2d conv) {
        return add(conv, x, constant(weights), constant(bias));
    }

    /**
     * @param weights {@code [kh, kw, channels, multiplier]}
     * @param bias {@code [channels * multiplier]}
     */
    public Value depthwise(Value x, Tensor weights, Tensor bias, int stride, Padding padding) {
        Shape s = weights.shape();
        Tensor grouped = weights.reshaped(Shape.of(s.dim(0), s.dim(1), 1, s.dim(2) * s.dim(3)));
        return conv2d(x, grouped, bias, new Op.Conv2d(stride, stride, 1, 1, padding, s.dim(2)));
    }

    /** The largest of each window of {@code window * window} pixels. */
    public Value maxPool(Value x, int window, int stride, Padding padding) {
        return add(new Op.Pool(Reducer.MAX, window, window, stride, stride, padding), x);
    }

    public Value add(Value x, Value y) {
        return binary(Arithmetic.ADD, x, y);
    }

    public Value multiply(Value x, Value y) {
        return binary(Arithmetic.MULTIPLY, x, y);
    }

    /** Element by element; shapes are broadcast against each other as in NumPy. */
    public Value binary(Arithmetic arithmetic, Value x, Value y) {
        return add(new Op.Binary(arithmetic), x, y);
    }

    public Value activation(Activation function, Value x) {
        return add(new Op.Unary(function), x);
    }

    public Value relu(Value x) {
        return activation(Activation.RELU, x);
    }

    public Value relu6(Value x) {
        return activation(Activation.RELU6, x);
    }

    public Value sigmoid(Value x) {
        return activation(Activation.SIGMOID, x);
    }

    /**
     * @param slopes {@code [channels]}
     */
    public Value prelu(Value x, Tensor slopes) {
        return add(new Op.Prelu(), x, constant(slopes));
    }

    /** Over the last axis. */
    public Value softmax(Value x) {
        return add(new Op.Softmax(), x);
    }

    /** Joins along an axis; negative axes count from the end. All other extents must be equal. */
    public Value concat(int axis, Value... inputs) {
        return add(new Op.Concat(axis), inputs);
    }

    /**
     * @param x {@code [n, k]}
     * @param weights {@code [k, m]}
     * @param bias {@code [m]}
     */
    public Value fullyConnected(Value x, Tensor weights, Tensor bias) {
        return add(new Op.FullyConnected(), x, constant(weights), constant(bias));
    }

    /** One extent may be {@link Shape#UNKNOWN}; 0 keeps the input's extent at that place. */
    public Value reshape(Value x, Integer... extents) {
        return add(new Op.Reshape(List.of(extents)), x);
    }

    /** Moves axis {@code order[i]} to place {@code i}. */
    public Value transpose(Value x, Integer... order) {
        return add(new Op.Transpose(List.of(order)), x);
    }

    /**
     * {@code [n, h, w, c]} becomes {@code [n, h * block, w * block, c / (block * block)]}; the block's row is the slowest
     * channel index.
     */
    public Value depthToSpace(Value x, int block) {
        return add(new Op.DepthToSpace(block), x);
    }

    /** {@code size[i]} elements from {@code begin[i]} of each axis; a size of {@link Shape#UNKNOWN} is the rest. */
    public Value slice(Value x, List<Integer> begin, List<Integer> size) {
        return add(new Op.Slice(begin, size), x);
    }

    /** Each of the tensors is {@code [channels]}. */
    public Value batchNorm(Value x, Tensor scale, Tensor offset, Tensor mean, Tensor variance, float epsilon) {
        return add(new Op.BatchNorm(epsilon), x, constant(scale), constant(offset), constant(mean), constant(variance));
    }

    /** Declares a result under the name that callers will use. */
    public GraphBuilder output(String name, Value value) {
        outputs.put(name, value.node());
        return this;
    }

    /**
     * @throws ModelException if there is no output or the nodes do not form a graph
     */
    public Graph build() {
        if (outputs.isEmpty()) {
            throw new ModelException("The graph has no output. Declare one with output(name, value).");
        }
        return new Graph(nodes, outputs);
    }
}
