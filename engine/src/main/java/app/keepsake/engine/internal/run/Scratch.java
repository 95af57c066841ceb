package app.keepsake.engine.internal.run;

/**
 * One working buffer for each thread, shared by all steps because a thread runs one task at a time. Steps reserve while a
 * plan is made; the buffers grow to the largest request when {@link #allocate} is called.
 */
public final class Scratch {
    private final float[][] buffers;
    private int largest;

    public Scratch(int workers) {
        buffers = new float[workers][0];
    }

    public int workers() {
        return buffers.length;
    }

    /** The table of buffers, indexed by worker; its entries are large enough once {@link #allocate} was called. */
    float[][] reserve(int floats) {
        largest = Math.max(largest, floats);
        return buffers;
    }

    /** Makes the buffers as large as was asked for. */
    public void allocate() {
        for (int i = 0; i < buffers.length; i++) {
            if (buffers[i].length < largest) {
                buffers[i] = new float[largest];
            }
        }
    }

    /** The floats of one buffer. */
    public int size() {
        return largest;
    }
}
