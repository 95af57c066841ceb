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
        for (int i = 0; i < count; i++) {
            int from = sourceAt;
            int to = targetAt;
            int rest = i;
            for (int axis = extents.length - 1; axis >= 0; axis--) {
                int index = rest % extents[axis];
                rest /= extents[axis];
                from += index * sourceStrides[axis];
                to += index * targetStrides[axis];
            }
            System.arraycopy(source, from, target, to, run);
        }
    }
}
