package app.keepsake.engine.internal.run;

/**
 * Two convolutions over the same map, a few rows at a time: what the first computes is read by the second while it is
 * still in the cache, and the map between them never exists. A task is a run of stripes; the rows that two stripes share
 * are kept, those that two tasks share are computed twice.
 */
final class Stripes implements Step {
    private static final int STRIPE_FLOATS = 160 << 10;
    private static final int STRIPES_PER_TASK = 6;

    private final RowStep before;
    private final RowStep after;
    private final int rowFloats;
    private final int stripe;
    private final int stripesPerTask;
    private final int bufferFloats;
    private final float[][] scratch;

    Stripes(RowStep before, RowStep after, Scratch scratch) {
        this.before = before;
        this.after = after;
        rowFloats = before.output().shape().w() * before.output().shape().c();
        int group = after.rowsAtOnce();
        int inputRows = after.lastInput(2 * group) - after.lastInput(group);
        int fitting = Math.max(1, STRIPE_FLOATS / rowFloats / inputRows);
        stripe = group * Math.min(fitting, 4);
        int stripes = Math.ceilDiv(rows(), stripe);
        stripesPerTask = Math.max(1, Math.min(STRIPES_PER_TASK, stripes / (3 * scratch.workers())));
        int most = after.lastInput(stripe) - after.firstInput(0) + 2 * before.rowsAtOnce();
        bufferFloats = most * rowFloats;
        this.scratch = scratch.reserve(bufferFloats + Math.max(before.workFloats(), after.workFloats()));
    }

    private int rows() {
        return after.output().shape().h();
    }

    @Override
    public int tasks() {
        return Math.ceilDiv(rows(), stripe * stripesPerTask);
    }

    @Override
    public void run(int task, int worker) {
        float[] work = scratch[worker];
        int row = task * stripe * stripesPerTask;
        int end = Math.min(rows(), row + stripe * stripesPerTask);
        int held = aligned(Math.max(0, after.firstInput(row)));
        int computed = held;
        for (; row < end; row += stripe) {
            int last = Math.min(end, row + stripe);
            int needed = Math.max(0, after.firstInput(row));
            int kept = Math.max(0, computed - needed);
            System.arraycopy(work, kept == 0 ? 0 : (needed - held) * rowFloats, work, 0, kept * rowFloats);
            held = kept == 0 ? aligned(needed) : needed;
            computed = Math.max(computed, held);
            int wanted =
                    Math.min(before.output().shape().h(), aligned(after.lastInput(last) + before.rowsAtOnce() - 1));
            if (wanted > computed) {
                before.rows(
                        computed,
                        wanted,
                        before.input().data(),
                        before.input().offset(),
                        work,
                        -held * rowFloats,
                        work,
                        bufferFloats);
                computed = wanted;
            }
            after.rows(
                    row,
                    last,
                    work,
                    -held * rowFloats,
                    after.output().data(),
                    after.output().offset(),
                    work,
                    bufferFloats);
        }
    }

    private int aligned(int row) {
        return row / before.rowsAtOnce() * before.rowsAtOnce();
    }
}
