package app.keepsake.engine.internal.format;

import app.keepsake.engine.ModelException;
import app.keepsake.engine.Op.Arithmetic;
import app.keepsake.engine.Op.Reducer;
import app.keepsake.engine.Shape;
import app.keepsake.engine.Tensor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

/** Operations that tell shapes, make numbers of nothing, and move numbers. */
final class FixedMoves {
    private final FixedGraph graph;
    private final Function<String, Fixed> held;
    private final Function<String, float[]> numbers;

    /**
     * @param held a tensor by its name
     * @param numbers of one that must be known
     */
    FixedMoves(FixedGraph graph, Function<String, Fixed> held, Function<String, float[]> numbers) {
        this.graph = graph;
        this.held = held;
        this.numbers = numbers;
    }

    Fixed converted(OnnxNode node) {
        return switch (node.op()) {
            case "Constant" -> constant(node);
            case "ConstantOfShape" -> filled(node);
            case "Shape" -> shape(node);
            case "Size" -> whole(Shape.of(), in(node, 0).shape().elements());
            case "Range" -> range(node);
            case "Trilu" -> triangle(node);
            case "Reshape" -> reshape(in(node, 0), integers(node, 1));
            case "Flatten" -> flatten(in(node, 0), node.integer("axis", 1));
            case "Squeeze" -> squeeze(in(node, 0), integers(node, "axes", 1));
            case "Unsqueeze" -> unsqueeze(in(node, 0), integers(node, "axes", 1));
            case "Transpose" -> transpose(in(node, 0), node.integers("perm"));
            case "Concat" -> concat(node);
            case "Slice" -> slice(node);
            case "Gather" -> gather(in(node, 0), in(node, 1), node.integer("axis", 0));
            case "GatherND" -> gatherDeep(node);
            case "Expand" -> graph.expand(in(node, 0), extents(integers(node, 1)));
            case "Tile" -> tile(in(node, 0), integers(node, 1));
            default -> throw new ModelException("the operation is not known");
        };
    }

    private Fixed in(OnnxNode node, int i) {
        return held.apply(node.input(i));
    }

    static List<Integer> integers(float[] numbers) {
        return IntStream.range(0, numbers.length)
                .map(i -> (int) numbers[i])
                .boxed()
                .toList();
    }

    private List<Integer> integers(OnnxNode node, int i) {
        return integers(numbers.apply(node.input(i)));
    }

    /** An attribute of early opsets, which became an input. */
    private List<Integer> integers(OnnxNode node, String attribute, int input) {
        return node.has(input) ? integers(node, input) : node.integers(attribute);
    }

    static int axis(int axis, int rank) {
        if (axis < -rank || axis >= rank) {
            throw new ModelException("there is no axis %d of %d".formatted(axis, rank));
        }
        return axis < 0 ? axis + rank : axis;
    }

    private static Shape extents(List<Integer> extents) {
        return Shape.of(extents.stream().mapToInt(i -> i).toArray());
    }

    private static Fixed whole(Shape shape, float... values) {
        return Fixed.known(Tensor.of(shape, values), true);
    }

    private static Fixed constant(OnnxNode node) {
        if (node.has("value")) {
            return Fixed.known(node.tensor("value"), node.isWhole("value"));
        }
        if (node.has("value_int")) {
            return whole(Shape.of(), node.integer("value_int", 0));
        }
        if (node.has("value_ints")) {
            List<Integer> values = node.integers("value_ints");
            float[] numbers = new float[values.size()];
            for (int i = 0; i < numbers.length; i++) {
                numbers[i] = values.get(i);
            }
            return whole(Shape.of(numbers.length), numbers);
        }
        if (node.has("value_float")) {
            return Fixed.known(Tensor.scalar(node.real("value_float", 0)), false);
        }
        float[] values = node.reals("value_floats");
        return Fixed.known(Tensor.of(Shape.of(values.length), values), false);
    }

    private Fixed filled(OnnxNode node) {
        Shape shape = extents(integers(node, 0));
        FixedGraph.checkSize(shape);
        Tensor filled = Tensor.zeros(shape);
        if (node.has("value")) {
            Arrays.fill(filled.data(), node.tensor("value").data()[0]);
        }
        return Fixed.known(filled, node.has("value") && node.isWhole("value"));
    }

    private Fixed shape(OnnxNode node) {
        Shape shape = in(node, 0).shape();
        int begin = Math.clamp(fromFront(node.integer("start", 0), shape.rank()), 0, shape.rank());
        int end = Math.clamp(fromFront(node.integer("end", shape.rank()), shape.rank()), begin, shape.rank());
        float[] extents = new float[end - begin];
        for (int i = 0; i < extents.length; i++) {
            extents[i] = shape.dim(begin + i);
        }
        return whole(Shape.of(extents.length), extents);
    }

    private static int fromFront(int index, int count) {
        return index < 0 ? index + count : index;
    }

    private Fixed range(OnnxNode node) {
        float start = numbers.apply(node.input(0))[0];
        float limit = numbers.apply(node.input(1))[0];
        float step = numbers.apply(node.input(2))[0];
        Shape shape = Shape.of((int) Math.max(0, Math.ceil((limit - start) / step)));
        FixedGraph.checkSize(shape);
        float[] values = new float[shape.elements()];
        for (int i = 0; i < values.length; i++) {
            values[i] = start + i * step;
        }
        return Fixed.known(Tensor.of(shape, values), in(node, 0).whole());
    }

    /** Zero beyond a diagonal. */
    private Fixed triangle(OnnxNode node) {
        Fixed x = in(node, 0);
        int diagonal = node.has(1) ? integers(node, 1).getFirst() : 0;
        boolean upper = node.integer("upper", 1) == 1;
        int rows = x.shape().dim(-2);
        int columns = x.shape().dim(-1);
        float[] values = numbers.apply(node.input(0)).clone();
        for (int i = 0; i < values.length; i++) {
            int beyond = i % columns - i / columns % rows - diagonal;
            if (upper ? beyond < 0 : beyond > 0) {
                values[i] = 0;
            }
        }
        return Fixed.known(Tensor.of(x.shape(), values), x.whole());
    }

    private Fixed reshape(Fixed x, List<Integer> wanted) {
        int[] extents = new int[wanted.size()];
        int open = -1;
        int known = 1;
        for (int i = 0; i < extents.length; i++) {
            extents[i] = wanted.get(i) == 0 ? x.shape().dim(i) : wanted.get(i);
            if (extents[i] == Shape.UNKNOWN) {
                open = i;
            } else {
                known *= extents[i];
            }
        }
        if (open >= 0) {
            extents[open] = x.shape().elements() / known;
        }
        return graph.reshape(x, Shape.of(extents));
    }

    private Fixed flatten(Fixed x, int wanted) {
        int axis = fromFront(wanted, x.rank());
        int rows = 1;
        for (int i = 0; i < axis; i++) {
            rows *= x.shape().dim(i);
        }
        return graph.reshape(x, Shape.of(rows, x.shape().elements() / rows));
    }

    private Fixed squeeze(Fixed x, List<Integer> axes) {
        List<Integer> left = axes.stream().map(axis -> axis(axis, x.rank())).toList();
        return graph.reshape(
                x,
                Shape.of(IntStream.range(0, x.rank())
                        .filter(axis -> axes.isEmpty() ? x.shape().dim(axis) != 1 : !left.contains(axis))
                        .map(x.shape()::dim)
                        .toArray()));
    }

    private Fixed unsqueeze(Fixed x, List<Integer> axes) {
        int rank = x.rank() + axes.size();
        List<Integer> added = axes.stream().map(axis -> axis(axis, rank)).toList();
        int[] extents = new int[rank];
        int from = 0;
        for (int i = 0; i < rank; i++) {
            extents[i] = added.contains(i) ? 1 : x.shape().dim(from++);
        }
        return graph.reshape(x, Shape.of(extents));
    }

    private Fixed transpose(Fixed x, List<Integer> order) {
        return graph.transpose(
                x,
                order.isEmpty()
                        ? IntStream.range(0, x.rank())
                                .map(i -> x.rank() - 1 - i)
                                .boxed()
                                .toList()
                        : order);
    }

    private Fixed concat(OnnxNode node) {
        Fixed[] parts = node.inputs().stream().map(held).toArray(Fixed[]::new);
        return graph.concat(axis(node.integer("axis", 0), parts[0].rank()), parts);
    }

    private Fixed slice(OnnxNode node) {
        Fixed x = in(node, 0);
        List<Integer> starts = integers(node, "starts", 1);
        List<Integer> ends = integers(node, "ends", 2);
        List<Integer> axes = integers(node, "axes", 3);
        if (node.has(4) && integers(node, 4).stream().anyMatch(step -> step != 1)) {
            throw new ModelException("only parts without gaps are known");
        }
        for (int i = 0; i < starts.size(); i++) {
            int axis = axes.isEmpty() ? i : axis(axes.get(i), x.rank());
            int extent = x.shape().dim(axis);
            int begin = Math.clamp(fromFront(starts.get(i), extent), 0, extent);
            int end = Math.clamp(fromFront(ends.get(i), extent), begin, extent);
            x = graph.slice(x, axis, begin, end - begin);
        }
        return x;
    }

    /** The parts of an axis, one for each result. */
    List<Fixed> split(OnnxNode node) {
        Fixed x = in(node, 0);
        int axis = axis(node.integer("axis", 0), x.rank());
        List<Integer> sizes = integers(node, "split", 1);
        int count = node.outputs().size();
        int equal = Math.ceilDiv(x.shape().dim(axis), count);
        List<Fixed> parts = new ArrayList<>();
        int begin = 0;
        for (int i = 0; i < count; i++) {
            int size = sizes.isEmpty() ? Math.min(equal, x.shape().dim(axis) - begin) : sizes.get(i);
            parts.add(graph.slice(x, axis, begin, size));
            begin += size;
        }
        return parts;
    }

    private Fixed gather(Fixed x, Fixed indices, int wanted) {
        int axis = axis(wanted, x.rank());
        Tensor known = indices.known();
        if (known == null || known.data().length != 1 || x.shape().dim(axis) == 0) {
            return graph.gather(x, indices, axis);
        }
        int extent = x.shape().dim(axis);
        int index = fromFront((int) known.data()[0], extent);
        if (index < 0 || index >= extent) {
            throw new ModelException("there is no element %d of %d".formatted(index, extent));
        }
        Fixed one = graph.slice(x, axis, index, 1);
        List<Integer> extents = new ArrayList<>();
        for (int i = 0; i < x.rank(); i++) {
            if (i != axis) {
                extents.add(x.shape().dim(i));
            } else {
                IntStream.of(indices.shape().extents()).forEach(extents::add);
            }
        }
        return graph.reshape(one, extents(extents));
    }

    /** Rows by several numbers each, which count along the first axes: as one number in a table of all of them. */
    private Fixed gatherDeep(OnnxNode node) {
        Fixed x = in(node, 0);
        Fixed indices = in(node, 1);
        if (node.integer("batch_dims", 0) != 0) {
            throw new ModelException("batches of tables are not known");
        }
        int depth = indices.shape().c();
        float[] strides = new float[depth];
        int rows = 1;
        for (int axis = depth - 1; axis >= 0; axis--) {
            strides[axis] = rows;
            rows *= x.shape().dim(axis);
        }
        int[] table = new int[x.rank() - depth + 1];
        table[0] = rows;
        for (int i = 1; i < table.length; i++) {
            table[i] = x.shape().dim(depth + i - 1);
        }
        Fixed weighed = graph.binary(Arithmetic.MULTIPLY, indices, whole(Shape.of(depth), strides));
        Fixed row = graph.reduce(Reducer.SUM, weighed, List.of(-1), false);
        return graph.gather(graph.reshape(x, Shape.of(table)), row, 0);
    }

    private Fixed tile(Fixed x, List<Integer> times) {
        Fixed result = x;
        for (int axis = 0; axis < times.size(); axis++) {
            FixedGraph.checkSize(result.shape().with(axis, result.shape().dim(axis) * times.get(axis)));
            Fixed[] copies = new Fixed[Math.max(1, times.get(axis))];
            Arrays.fill(copies, result);
            result = graph.concat(axis, copies);
        }
        return result;
    }
}
