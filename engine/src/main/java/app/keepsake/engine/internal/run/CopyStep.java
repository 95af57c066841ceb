package app.keepsake.engine.internal.run;

/**
 * Moves elements: the innermost {@code run} of them stay together, the axes around them are walked with a stride in the
 * source and one in the target. Concatenation, padding, slices, transposition, depth to space and reshape all are such
 * copies.
 */
@SuppressWarnings("ArrayRecordComponent") // A step is never compared.
record CopyStep(
        float[] source,
        int sourceAt,
        int[] sourceStrides,
        float[] target,
        int targetAt,
        int[] targetStrides,
        int[] extents,
        int run)
        implements Step {
    /** Below this a call costs more than a loop. */
    private static final int SHORT = 16;

    @Override
    public int tasks() {
        return 1;
    }

    @Override
    public void run(int task, int worker) {
        int count = 1;
        for (int extent : extents) {
            count *= extent;
        }
        int last = extents.length - 1;
        int inner = last < 0 ? 1 : extents[last];
        int fromStep = last < 0 ? 0 : sourceStrides[last];
        int toStep = last < 0 ? 0 : targetStrides[last];
        for (int i = 0; i < count; i += inner) {
            int from = sourceAt;
            int to = targetAt;
            int rest = i / inner;
            for (int axis = last - 1; axis >= 0; axis--) {
                int index = rest % extents[axis];
                rest /= extents[axis];
                from += index * sourceStrides[axis];
                to += index * targetStrides[axis];
            }
            copyRuns(from, fromStep, to, toStep, inner);
        }
    }

    private void copyRuns(int from, int fromStep, int to, int toStep, int runs) {
        if (run > SHORT) {
            for (int i = 0; i < runs; i++) {
                System.arraycopy(source, from + i * fromStep, target, to + i * toStep, run);
            }
            return;
        }
        for (int i = 0; i < runs; i++) {
            for (int k = 0; k < run; k++) {
                target[to + i * toStep + k] = source[from + i * fromStep + k];
            }
        }
    }
}
