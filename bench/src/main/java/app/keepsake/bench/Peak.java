package app.keepsake.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorShape;
import jdk.incubator.vector.VectorSpecies;

/** The most multiplications and additions that one thread does here, measured on registers. */
final class Peak {
    private static final VectorSpecies<Float> S = VectorSpecies.of(
            float.class,
            VectorShape.forBitSize(
                    Integer.getInteger(Processes.VECTOR_BITS, FloatVector.SPECIES_PREFERRED.vectorBitSize())));
    private static final int ROUNDS = 200_000;
    private static final int TRIES = 60;

    private Peak() {}

    static String machine() {
        return System.getProperty("os.arch") + ", " + Runtime.getRuntime().availableProcessors()
                + " processors, vectors of " + S.vectorBitSize() + " bits, Java " + Runtime.version();
    }

    static double gigaflops() {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        double best = 0;
        float sink = 0;
        for (int i = 0; i < TRIES; i++) {
            long start = threads.getCurrentThreadCpuTime();
            sink += multiplyAdd(ROUNDS);
            long nanos = threads.getCurrentThreadCpuTime() - start;
            best = Math.max(best, 2.0 * 10 * S.length() * ROUNDS / nanos);
        }
        return Float.isNaN(sink) ? 0 : best;
    }

    private static float multiplyAdd(int rounds) {
        FloatVector x = FloatVector.broadcast(S, 0.999f);
        FloatVector y = FloatVector.broadcast(S, 0.001f);
        FloatVector a = x;
        FloatVector b = x;
        FloatVector c = x;
        FloatVector d = x;
        FloatVector e = x;
        FloatVector f = x;
        FloatVector g = x;
        FloatVector h = x;
        FloatVector i = x;
        FloatVector j = x;
        for (int round = 0; round < rounds; round++) {
            a = a.fma(x, y);
            b = b.fma(x, y);
            c = c.fma(x, y);
            d = d.fma(x, y);
            e = e.fma(x, y);
            f = f.fma(x, y);
            g = g.fma(x, y);
            h = h.fma(x, y);
            i = i.fma(x, y);
            j = j.fma(x, y);
        }
        FloatVector sum =
                a.add(b).add(c).add(d).add(e).add(f).add(g).add(h).add(i).add(j);
        return sum.reduceLanes(VectorOperators.ADD);
    }
}
