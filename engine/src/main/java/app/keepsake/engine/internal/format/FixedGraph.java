package app.keepsake.engine.internal.format;

import app.keepsake.engine.Activation;
import app.keepsake.engine.Graph;
import app.keepsake.engine.GraphBuilder;
import app.keepsake.engine.GraphBuilder.Value;
import app.keepsake.engine.ModelException;
import app.keepsake.engine.Node;
import app.keepsake.engine.Op;
import app.keepsake.engine.Op.Arithmetic;
import app.keepsake.engine.Op.Reducer;
import app.keepsake.engine.Shape;
import app.keepsake.engine.Tensor;
import app.keepsake.engine.internal.graph.Shapes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.stream.IntStream;

/** Adds operations whose shapes are known to a graph; what known numbers give is computed at once, by the same operations. */
final class FixedGraph {
    /** More than any layer of an encoder has: 256 MB. */
    private static final int MOST_ELEMENTS = 1 << 26;

    private final GraphBuilder graph = new GraphBuilder();
    private final BiFunction<Node, List<Tensor>, Tensor> evaluate;
    private final Map<Tensor, Value> constants = new IdentityHashMap<>();

    FixedGraph(BiFunction<Node, List<Tensor>, Tensor> evaluate) {
        this.evaluate = evaluate;
    }

    Fixed input(String name, Shape shape, boolean whole) {
        return Fixed.computed(shape, whole, graph.input(name, shape));
    }

    Graph of(String output, Fixed result) {
        return graph.output(output, value(result)).build();
    }

    private Value value(Fixed x) {
        Tensor known = x.known();
        return known == null
                ? java.util.Objects.requireNonNull(x.computed())
                : constants.computeIfAbsent(known, graph::constant);
    }

    Fixed add(Op op, boolean whole, Fixed... in) {
        Node node = new Node(op.label(), op, List.of());
        Shape shape = Shapes.of(node, Arrays.stream(in).map(Fixed::shape).toList());
        checkSize(shape);
        if (Arrays.stream(in).allMatch(Fixed::isKnown)) {
            List<Tensor> tensors = Arrays.stream(in).map(Fixed::known).toList();
            return Fixed.known(evaluate.apply(node, tensors), whole);
        }
        Value value = graph.add(op, Arrays.stream(in).map(this::value).toArray(Value[]::new));
        return Fixed.computed(shape, whole, value);
    }

    static void checkSize(Shape shape) {
        if (shape.elements() > MOST_ELEMENTS) {
            throw new ModelException(
                    "the shape %s is larger than any layer may be (%d numbers)".formatted(shape, MOST_ELEMENTS));
        }
    }

    Fixed binary(Arithmetic arithmetic, Fixed x, Fixed y) {
        return add(new Op.Binary(arithmetic), x.whole() && y.whole(), x, y);
    }

    /** With a number beside it. */
    Fixed binary(Arithmetic arithmetic, Fixed x, float y) {
        return binary(arithmetic, x, Fixed.known(Tensor.scalar(y), x.whole()));
    }

    Fixed unary(Activation function, Fixed x) {
        boolean keeps = function == Activation.ABS || function == Activation.NEGATE || function == Activation.SQUARE;
        return add(new Op.Unary(function), x.whole() && keeps, x);
    }

    Fixed reduce(Reducer reducer, Fixed x, List<Integer> axes, boolean keeps) {
        List<Integer> all =
                axes.isEmpty() ? IntStream.range(0, x.rank()).boxed().toList() : axes;
        return add(new Op.Reduce(reducer, all, keeps), x.whole() && reducer != Reducer.MEAN, x);
    }

    Fixed reshape(Fixed x, Shape shape) {
        if (x.shape().equals(shape)) {
            return x;
        }
        Tensor known = x.known();
        if (known != null) {
            return Fixed.known(known.reshaped(shape), x.whole());
        }
        List<Integer> extents = Arrays.stream(shape.extents()).boxed().toList();
        return add(new Op.Reshape(extents), x.whole(), x);
    }

    Fixed transpose(Fixed x, List<Integer> order) {
        boolean stays = order.equals(IntStream.range(0, x.rank()).boxed().toList());
        return stays ? x : add(new Op.Transpose(order), x.whole(), x);
    }

    /** One axis moves to another place, the others stay in their order. */
    Fixed move(Fixed x, int from, int to) {
        List<Integer> order =
                new ArrayList<>(IntStream.range(0, x.rank()).boxed().toList());
        order.remove(from);
        order.add(to, from);
        return transpose(x, order);
    }

    Fixed slice(Fixed x, int axis, int begin, int size) {
        if (begin == 0 && size == x.shape().dim(axis)) {
            return x;
        }
        List<Integer> begins = new ArrayList<>();
        List<Integer> sizes = new ArrayList<>();
        for (int i = 0; i < x.rank(); i++) {
            begins.add(i == axis ? begin : 0);
            sizes.add(i == axis ? size : x.shape().dim(i));
        }
        return add(new Op.Slice(begins, sizes), x.whole(), x);
    }

    Fixed concat(int axis, Fixed... parts) {
        boolean whole = Arrays.stream(parts).allMatch(Fixed::whole);
        return parts.length == 1 ? parts[0] : add(new Op.Concat(axis), whole, parts);
    }

    /** Repeats what has the extent 1. */
    Fixed expand(Fixed x, Shape wanted) {
        Shape shape = Shapes.broadcast(x.shape(), wanted);
        checkSize(shape);
        return x.shape().equals(shape) ? x : binary(Arithmetic.ADD, x, Fixed.known(Tensor.zeros(shape), x.whole()));
    }

    /** Rows along an axis; the axes of the numbers stand in its place. */
    Fixed gather(Fixed x, Fixed indices, int axis) {
        Fixed front = move(x, axis, 0);
        Fixed rows = add(new Op.Gather(), x.whole(), front, indices);
        List<Integer> order = new ArrayList<>();
        int count = indices.rank();
        IntStream.range(count, count + axis).forEach(order::add);
        IntStream.range(0, count).forEach(order::add);
        IntStream.range(count + axis, rows.rank()).forEach(order::add);
        return transpose(rows, order);
    }

    /** {@code [..., n, k]} times {@code [..., k, m]}; axes before are broadcast. */
    Fixed product(Fixed x, Fixed y) {
        if (y.isKnown() && y.rank() == 2) {
            return add(new Op.FullyConnected(), false, x, y);
        }
        Shape front = Shapes.broadcast(front(x.shape()), front(y.shape()));
        return add(new Op.MatMul(), false, expand(x, behind(front, x.shape())), expand(y, behind(front, y.shape())));
    }

    private static Shape front(Shape shape) {
        if (shape.rank() < 2) {
            throw new ModelException("expected matrices as factors, found %s".formatted(shape));
        }
        return Shape.of(Arrays.copyOf(shape.extents(), shape.rank() - 2));
    }

    private static Shape behind(Shape front, Shape matrix) {
        int[] extents = Arrays.copyOf(front.extents(), front.rank() + 2);
        extents[front.rank()] = matrix.dim(-2);
        extents[front.rank() + 1] = matrix.dim(-1);
        return Shape.of(extents);
    }
}
