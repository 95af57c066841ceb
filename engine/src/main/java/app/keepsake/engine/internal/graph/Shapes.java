package app.keepsake.engine.internal.graph;

import app.keepsake.engine.Graph;
import app.keepsake.engine.ModelException;
import app.keepsake.engine.Node;
import app.keepsake.engine.Op;
import app.keepsake.engine.Padding;
import app.keepsake.engine.Shape;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Shape inference: what each node of a graph computes for given input shapes. */
public final class Shapes {
    private Shapes() {}

    /**
     * @param inputs a fully known shape for each input
     * @throws ModelException naming the node whose inputs do not fit
     */
    public static NodeShapes infer(Graph graph, Map<String, Shape> inputs) {
        Map<String, Shape> shapes = new HashMap<>();
        for (Node node : graph.nodes()) {
            List<Shape> in = node.inputs().stream().map(shapes::get).toList();
            shapes.put(node.name(), node.op() instanceof Op.Input input ? given(node, input, inputs) : of(node, in));
        }
        return new NodeShapes(shapes);
    }

    /**
     * The shape of what a node computes.
     *
     * @throws ModelException naming the node if its inputs do not fit
     */
    public static Shape of(Node node, List<Shape> in) {
        try {
            return of(node.op(), in);
        } catch (ModelException e) {
            throw new ModelException("Node '%s' (%s) of inputs %s: %s"
                    .formatted(node.name(), node.op().label(), in, e.getMessage()));
        } catch (IndexOutOfBoundsException e) {
            throw new ModelException("Node '%s' (%s) does not fit its inputs %s: too few inputs or axes."
                    .formatted(node.name(), node.op().label(), in));
        }
    }

    private static Shape given(Node node, Op.Input input, Map<String, Shape> inputs) {
        Shape shape = inputs.get(node.name());
        if (shape == null) {
            throw new ModelException(
                    "no shape was given for the input '%s'; given are %s.".formatted(node.name(), inputs.keySet()));
        }
        check(
                input.shape().accepts(shape) && shape.isKnown(),
                "the input '%s' must have the shape %s, found %s.",
                node.name(),
                input.shape(),
                shape);
        return shape;
    }

    private static Shape of(Op op, List<Shape> in) {
        return switch (op) {
            case Op.Input input -> input.shape();
            case Op.Constant constant -> constant.value().shape();
            case Op.Packed packed -> packed.shape();
            case Op.Conv2d conv -> conv(conv, in.get(0), in.get(1));
            case Op.TransposedConv2d conv -> transposed(conv, in.get(0), in.get(1));
            case Op.Pool pool -> pool(pool, in.get(0));
            case Op.Reduce reduce -> reduce(reduce, in.get(0));
            case Op.Binary ignored -> broadcast(in.get(0), in.get(1));
            case Op.Unary ignored -> in.get(0);
            case Op.LeakyRelu ignored -> in.get(0);
            case Op.Prelu ignored -> same(broadcast(in.get(0), in.get(1)), in.get(0));
            case Op.Softmax ignored -> in.get(0);
            case Op.Resize resize -> resize(resize, in.get(0));
            case Op.Concat concat -> concat(concat, in);
            case Op.Pad pad -> pad(pad, in.get(0));
            case Op.FullyConnected ignored -> fullyConnected(in.get(0), in.get(1));
            case Op.MatMul ignored -> product(in.get(0), in.get(1));
            case Op.Gather ignored -> gather(in.get(0), in.get(1));
            case Op.ArgMax ignored -> without(Set.of(axis(-1, in.get(0))), in.get(0));
            case Op.Squeeze squeeze -> squeeze(squeeze, in.get(0));
            case Op.Reshape reshape -> reshape(reshape, in.get(0));
            case Op.Transpose transpose -> transpose(transpose, in.get(0));
            case Op.DepthToSpace blocks -> depthToSpace(blocks.block(), in.get(0));
            case Op.Slice slice -> slice(slice, in.get(0));
            case Op.BatchNorm ignored -> in.get(0);
        };
    }

    private static Shape conv(Op.Conv2d conv, Shape x, Shape weights) {
        checkMap(x);
        check(weights.rank() == 4, "the weights %s must be [kh, kw, in, out].", weights);
        check(
                conv.groups() >= 1 && x.c() == weights.dim(2) * conv.groups() && weights.c() % conv.groups() == 0,
                "the input has %d channels, but the weights %s in %d groups want %d.",
                x.c(),
                weights,
                conv.groups(),
                weights.dim(2) * conv.groups());
        check(
                conv.strideH() > 0 && conv.strideW() > 0 && conv.dilationH() > 0 && conv.dilationW() > 0,
                "strides and dilations must be positive.");
        int h = conv.padding().output(true, x.h(), weights.dim(0), conv.strideH(), conv.dilationH());
        int w = conv.padding().output(false, x.w(), weights.dim(1), conv.strideW(), conv.dilationW());
        return window(x, h, w, weights.c());
    }

    private static Shape transposed(Op.TransposedConv2d conv, Shape x, Shape weights) {
        checkMap(x);
        check(weights.rank() == 4, "the weights %s must be [kh, kw, out, in].", weights);
        check(x.c() == weights.c(), "the input has %d channels, the weights want %d.", x.c(), weights.c());
        return conv.padding() instanceof Padding.Same
                ? Shape.of(x.n(), x.h() * conv.strideH(), x.w() * conv.strideW(), weights.dim(2))
                : Shape.of(
                        x.n(),
                        (x.h() - 1) * conv.strideH() + weights.dim(0),
                        (x.w() - 1) * conv.strideW() + weights.dim(1),
                        weights.dim(2));
    }

    private static Shape pool(Op.Pool pool, Shape x) {
        checkMap(x);
        check(pool.strideH() > 0 && pool.strideW() > 0, "strides must be positive.");
        int h = pool.padding().output(true, x.h(), pool.windowH(), pool.strideH(), 1);
        int w = pool.padding().output(false, x.w(), pool.windowW(), pool.strideW(), 1);
        return window(x, h, w, x.c());
    }

    private static Shape window(Shape x, int h, int w, int c) {
        check(h > 0 && w > 0, "the input %s is smaller than the window. Give a larger picture.", x);
        return Shape.of(x.n(), h, w, c);
    }

    private static Shape reduce(Op.Reduce reduce, Shape x) {
        Set<Integer> axes = new LinkedHashSet<>();
        reduce.axes().forEach(axis -> axes.add(axis(axis, x)));
        if (!reduce.keepsAxes()) {
            return without(axes, x);
        }
        int[] extents = x.extents();
        for (int axis : axes) {
            extents[axis] = 1;
        }
        return Shape.of(extents);
    }

    private static Shape squeeze(Op.Squeeze squeeze, Shape x) {
        Set<Integer> axes = new LinkedHashSet<>();
        squeeze.axes().forEach(axis -> axes.add(axis(axis, x)));
        axes.forEach(axis -> check(x.dim(axis) == 1, "axis %d must have the extent 1, found %d.", axis, x.dim(axis)));
        return without(axes, x);
    }

    private static Shape without(Set<Integer> axes, Shape x) {
        return Shape.of(java.util.stream.IntStream.range(0, x.rank())
                .filter(axis -> !axes.contains(axis))
                .map(x::dim)
                .toArray());
    }

    /** The common shape of two tensors by NumPy's rule. */
    public static Shape broadcast(Shape a, Shape b) {
        int rank = Math.max(a.rank(), b.rank());
        int[] extents = new int[rank];
        for (int i = 1; i <= rank; i++) {
            int x = i <= a.rank() ? a.dim(-i) : 1;
            int y = i <= b.rank() ? b.dim(-i) : 1;
            check(x == y || x == 1 || y == 1, "%s and %s cannot be broadcast against each other.", a, b);
            extents[rank - i] = x == 1 ? y : x;
        }
        return Shape.of(extents);
    }

    private static Shape same(Shape found, Shape expected) {
        check(found.equals(expected), "expected the shape %s, found %s.", expected, found);
        return found;
    }

    private static Shape resize(Op.Resize resize, Shape x) {
        checkMap(x);
        if (resize.factor() > 0) {
            return Shape.of(x.n(), x.h() * resize.factor(), x.w() * resize.factor(), x.c());
        }
        check(resize.height() > 0 && resize.width() > 0, "the size must be positive.");
        return Shape.of(x.n(), resize.height(), resize.width(), x.c());
    }

    private static Shape concat(Op.Concat concat, List<Shape> in) {
        int axis = axis(concat.axis(), in.get(0));
        int total = 0;
        for (Shape shape : in) {
            check(shape.rank() == in.get(0).rank(), "ranks differ.");
            same(shape.with(axis, 0), in.get(0).with(axis, 0));
            total += shape.dim(axis);
        }
        return in.get(0).with(axis, total);
    }

    private static Shape pad(Op.Pad pad, Shape x) {
        check(pad.before().size() == x.rank() && pad.after().size() == x.rank(), "a padding for each axis is needed.");
        int[] extents = x.extents();
        for (int i = 0; i < extents.length; i++) {
            check(pad.before().get(i) >= 0 && pad.after().get(i) >= 0, "padding must not be negative.");
            extents[i] += pad.before().get(i) + pad.after().get(i);
        }
        return Shape.of(extents);
    }

    private static Shape fullyConnected(Shape x, Shape weights) {
        check(
                x.rank() >= 1 && weights.rank() == 2 && x.c() == weights.dim(0),
                "expected [..., k] and [k, m], found %s and %s.",
                x,
                weights);
        return x.with(-1, weights.c());
    }

    private static Shape product(Shape x, Shape y) {
        boolean fits = x.rank() >= 2 && y.rank() == x.rank() && x.c() == y.dim(-2);
        for (int axis = 0; fits && axis < x.rank() - 2; axis++) {
            fits = x.dim(axis) == y.dim(axis);
        }
        check(fits, "expected [..., n, k] and [..., k, m], found %s and %s.", x, y);
        return x.with(-1, y.c());
    }

    private static Shape gather(Shape table, Shape indices) {
        check(table.rank() >= 1 && table.dim(0) > 0, "expected a table with rows, found %s.", table);
        int[] extents = Arrays.copyOf(indices.extents(), indices.rank() + table.rank() - 1);
        System.arraycopy(table.extents(), 1, extents, indices.rank(), table.rank() - 1);
        return Shape.of(extents);
    }

    private static Shape reshape(Op.Reshape reshape, Shape x) {
        int[] extents = new int[reshape.extents().size()];
        int unknown = -1;
        long known = 1;
        for (int i = 0; i < extents.length; i++) {
            int extent = reshape.extents().get(i);
            extents[i] = extent == 0 ? x.dim(i) : extent;
            if (extent == Shape.UNKNOWN) {
                check(unknown < 0, "only one extent may be unknown.");
                unknown = i;
            } else {
                known *= extents[i];
            }
        }
        if (unknown >= 0) {
            check(known > 0 && x.elements() % known == 0, "%s does not divide into %s.", x, reshape.extents());
            extents[unknown] = (int) (x.elements() / known);
        }
        Shape shape = Shape.of(extents);
        check(shape.elements() == x.elements(), "%s does not have the elements of %s.", x, shape);
        return shape;
    }

    private static Shape transpose(Op.Transpose transpose, Shape x) {
        check(
                transpose.order().stream()
                        .sorted()
                        .toList()
                        .equals(java.util.stream.IntStream.range(0, x.rank())
                                .boxed()
                                .toList()),
                "the order %s is not one of the axes of %s.",
                transpose.order(),
                x);
        return Shape.of(transpose.order().stream().mapToInt(x::dim).toArray());
    }

    private static Shape depthToSpace(int block, Shape x) {
        checkMap(x);
        check(block > 0 && x.c() % (block * block) == 0, "%d channels do not divide into blocks of %d.", x.c(), block);
        return Shape.of(x.n(), x.h() * block, x.w() * block, x.c() / (block * block));
    }

    private static Shape slice(Op.Slice slice, Shape x) {
        check(slice.begin().size() == x.rank() && slice.size().size() == x.rank(), "a range for each axis is needed.");
        int[] extents = new int[x.rank()];
        for (int i = 0; i < extents.length; i++) {
            int begin = slice.begin().get(i);
            extents[i] = slice.size().get(i) == Shape.UNKNOWN
                    ? x.dim(i) - begin
                    : slice.size().get(i);
            check(begin >= 0 && extents[i] >= 0 && begin + extents[i] <= x.dim(i), "axis %d has only %d.", i, x.dim(i));
        }
        return Shape.of(extents);
    }

    /** The axis counted from the front. */
    public static int axis(int axis, Shape x) {
        check(axis >= -x.rank() && axis < x.rank(), "there is no axis %d in %s.", axis, x);
        return axis < 0 ? axis + x.rank() : axis;
    }

    private static void checkMap(Shape x) {
        check(x.rank() == 4, "expected a map [n, h, w, c], found %s.", x);
    }

    private static void check(boolean holds, String message, Object... values) {
        if (!holds) {
            throw new ModelException(message.formatted(values));
        }
    }
}
