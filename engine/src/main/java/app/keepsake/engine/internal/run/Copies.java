package app.keepsake.engine.internal.run;

import app.keepsake.engine.Op;
import app.keepsake.engine.Shape;
import app.keepsake.engine.internal.graph.Shapes;
import java.util.ArrayList;
import java.util.List;

/** Builds the {@link CopyStep}s of the operations that only move elements. */
final class Copies {
    private Copies() {}

    static List<Step> reshape(View x, View y) {
        int count = x.shape().elements();
        return List.of(
                new CopyStep(x.data(), x.offset(), new int[0], y.data(), y.offset(), new int[0], new int[0], count));
    }

    static List<Step> concat(int axis, List<View> in, View y) {
        int at = Shapes.axis(axis, y.shape());
        List<Step> steps = new ArrayList<>();
        int before = 0;
        for (View x : in) {
            int[] begin = new int[y.shape().rank()];
            begin[at] = before;
            steps.add(block(x, new int[begin.length], y, begin, x.shape()));
            before += x.shape().dim(at);
        }
        return steps;
    }

    static List<Step> pad(Op.Pad pad, View x, View y) {
        int[] begin = pad.before().stream().mapToInt(i -> i).toArray();
        return List.of(new FillStep(y, pad.value()), block(x, new int[begin.length], y, begin, x.shape()));
    }

    static List<Step> slice(Op.Slice slice, View x, View y) {
        int[] begin = slice.begin().stream().mapToInt(i -> i).toArray();
        return List.of(block(x, begin, y, new int[begin.length], y.shape()));
    }

    static List<Step> transpose(Op.Transpose transpose, View x, View y) {
        int[] inStrides = strides(x.shape());
        int[] from =
                transpose.order().stream().mapToInt(axis -> inStrides[axis]).toArray();
        return List.of(strided(
                x,
                x.offset(),
                from,
                y,
                y.offset(),
                strides(y.shape()),
                y.shape().extents()));
    }

    static List<Step> depthToSpace(int block, View x, View y) {
        Shape in = x.shape();
        int c = y.shape().c();
        int[] extents = {in.n() * in.h(), block, in.w(), block, c};
        int[] from = {in.w() * in.c(), block * c, in.c(), c, 1};
        int[] to = {in.w() * in.c(), y.shape().w() * c, block * c, c, 1};
        return List.of(strided(x, x.offset(), from, y, y.offset(), to, extents));
    }

    private static Step block(View x, int[] xBegin, View y, int[] yBegin, Shape size) {
        int[] from = strides(x.shape());
        int[] to = strides(y.shape());
        int xAt = x.offset();
        int yAt = y.offset();
        for (int i = 0; i < from.length; i++) {
            xAt += xBegin[i] * from[i];
            yAt += yBegin[i] * to[i];
        }
        return strided(x, xAt, from, y, yAt, to, size.extents());
    }

    /** Joins the inner axes that lie together in both into one run. */
    private static Step strided(View x, int xAt, int[] from, View y, int yAt, int[] to, int[] extents) {
        int run = 1;
        int axes = extents.length;
        while (axes > 0 && (extents[axes - 1] == 1 || (from[axes - 1] == run && to[axes - 1] == run))) {
            run *= extents[axes - 1];
            axes--;
        }
        return new CopyStep(x.data(), xAt, from, y.data(), yAt, to, java.util.Arrays.copyOf(extents, axes), run);
    }

    static int[] strides(Shape shape) {
        int[] strides = new int[shape.rank()];
        int stride = 1;
        for (int i = strides.length - 1; i >= 0; i--) {
            strides[i] = stride;
            stride *= shape.dim(i);
        }
        return strides;
    }
}
