package app.keepsake.vision.student;

import static org.assertj.core.api.Assertions.assertThat;

import app.keepsake.engine.EngineOptions;
import app.keepsake.engine.Model;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class PyramidPoolTest {
    private final StudentWeights weights = RandomStudent.weights(1);
    private final Model model = Model.compile(StudentGraph.of(weights), EngineOptions.defaults());
    private final AtomicInteger made = new AtomicInteger();

    @AfterEach
    void close() {
        model.close();
    }

    private Pyramid make(int extent) {
        made.incrementAndGet();
        return new Pyramid(model, weights, extent, extent, 1, 2);
    }

    @Test
    void anIdlePyramidIsUsedAgain() {
        PyramidPool pool = new PyramidPool(1L << 40);
        Pyramid first = pool.borrow(40, 40, () -> make(40));
        pool.giveBack(first);

        assertThat(pool.borrow(40, 40, () -> make(40))).isSameAs(first);
        assertThat(pool.borrow(48, 48, () -> make(48))).isNotSameAs(first);
        assertThat(made).hasValue(2);
    }

    @Test
    void twoCallersWithinTheBudgetWorkAtATime() {
        PyramidPool pool = new PyramidPool(1L << 40);
        Pyramid one = pool.borrow(40, 40, () -> make(40));

        assertThat(pool.borrow(40, 40, () -> make(40))).isNotSameAs(one);
    }

    @Test
    void whoFindsTheBudgetUsedUpWaits() throws InterruptedException, ExecutionException {
        PyramidPool pool = new PyramidPool(1);
        Pyramid one = pool.borrow(40, 40, () -> make(40));
        CountDownLatch asked = new CountDownLatch(1);
        try (ExecutorService thread = Executors.newSingleThreadExecutor()) {
            Future<Pyramid> other = thread.submit(() -> {
                asked.countDown();
                return pool.borrow(48, 48, () -> make(48));
            });
            assertThat(asked.await(10, TimeUnit.SECONDS)).isTrue();
            assertThat(made).hasValue(1);

            pool.giveBack(one);

            assertThat(other.get()).isNotSameAs(one);
            assertThat(pool.heldBytes()).isEqualTo(other.get().bytes());
        }
    }
}
