package app.keepsake.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;

/** Seeded random tensors, and how near two are. */
public final class Tensors {
    private Tensors() {}

    /** Numbers evenly distributed between two. */
    public static Tensor random(Shape shape, Random random, float lowest, float highest) {
        Tensor tensor = Tensor.zeros(shape);
        for (int i = 0; i < tensor.data().length; i++) {
            tensor.data()[i] = lowest + (highest - lowest) * random.nextFloat();
        }
        return tensor;
    }

    /** The largest difference as a part of the largest magnitude that is expected. */
    public static double difference(Tensor found, Tensor expected) {
        assertThat(found.shape()).isEqualTo(expected.shape());
        double largest = 0;
        double worst = 0;
        for (int i = 0; i < expected.data().length; i++) {
            assertThat(found.data()[i]).isNotNaN();
            largest = Math.max(largest, Math.abs(expected.data()[i]));
            worst = Math.max(worst, Math.abs(found.data()[i] - expected.data()[i]));
        }
        return largest == 0 ? worst : worst / largest;
    }

    static void assertClose(Tensor found, Tensor expected, double tolerance) {
        assertThat(difference(found, expected)).isLessThanOrEqualTo(tolerance);
    }
}
