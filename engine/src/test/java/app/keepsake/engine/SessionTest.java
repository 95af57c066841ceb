package app.keepsake.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SessionTest {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final int MOST_WARM_UPS = 4000;

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void nothingIsAllocatedOnceWarm(int threads) {
        try (Model model = Model.compile(
                SampleNetworks.detector(), EngineOptions.defaults().withThreads(threads))) {
            Session session = model.preparePyramid(SampleNetworks.pyramid(128, 96));
            // Interpreted vector code allocates until it is compiled; how long that takes depends on the machine.
            Thread[] helpers = engineThreads();
            int quiet = 0;
            for (int i = 0; i < MOST_WARM_UPS && quiet < 20; i++) {
                long byHelpers = allocatedBy(helpers);
                long before = THREADS.getCurrentThreadAllocatedBytes();
                session.execute();
                long byThis = THREADS.getCurrentThreadAllocatedBytes() - before;
                quiet = byThis == 0 && allocatedBy(helpers) == byHelpers ? quiet + 1 : 0;
            }
            assertThat(helpers).hasSizeGreaterThanOrEqualTo(threads - 1);
            assertThat(quiet).isEqualTo(20);
        }
    }

    private static long allocatedBy(Thread[] threads) {
        long sum = 0;
        for (Thread thread : threads) {
            sum += THREADS.getThreadAllocatedBytes(thread.threadId());
        }
        return sum;
    }

    private static Thread[] engineThreads() {
        Thread[] all = new Thread[200];
        int count = Thread.enumerate(all);
        return Arrays.stream(all, 0, count)
                .filter(thread -> thread.getName().startsWith("engine-"))
                .toArray(Thread[]::new);
    }

    @Test
    void pyramidLevelsAgreeWithSingleRuns() {
        List<Map<String, Shape>> levels = SampleNetworks.pyramid(320, 240);
        try (Model model = Model.compile(
                SampleNetworks.detector(), EngineOptions.defaults().withCachedPlans(1))) {
            Session session = model.preparePyramid(levels);
            Random random = new Random(3);
            for (int level = 0; level < levels.size(); level++) {
                Tensor image = Tensors.random(levels.get(level).get("image"), random, 0, 1);
                System.arraycopy(image.data(), 0, session.input(level, "image").data(), 0, image.data().length);
            }
            session.execute();
            for (int level = 0; level < levels.size(); level++) {
                Map<String, Tensor> alone = model.run(Map.of("image", session.input(level, "image")));
                assertThat(session.output(level, "boxes").data())
                        .isEqualTo(alone.get("boxes").data());
            }
        }
    }

    @Test
    void stopsBetweenStripesWhenAsked() {
        try (Model model = Model.compile(
                SampleNetworks.detector(), EngineOptions.defaults().withThreads(1))) {
            Session session = model.prepare(Map.of("image", Shape.of(1, 256, 256, 3)));
            AtomicInteger all = new AtomicInteger();
            assertThat(session.execute(() -> all.incrementAndGet() < 0)).isTrue();
            AtomicInteger asked = new AtomicInteger();
            assertThat(session.execute(() -> asked.incrementAndGet() == 3)).isFalse();
            assertThat(asked).hasValue(3);
            assertThat(all.get()).isGreaterThan(10);
        }
    }

    @Test
    void aSmallRunNeedNotWaitForTheEndOfALargeOne() throws InterruptedException {
        try (Model model = Model.compile(
                SampleNetworks.detector(), EngineOptions.defaults().withThreads(1))) {
            Session large = model.preparePyramid(SampleNetworks.pyramid(640, 480));
            Session small = model.prepare(Map.of("image", Shape.of(1, 32, 32, 3)));
            CountDownLatch largeRuns = new CountDownLatch(1);
            CountDownLatch smallBegins = new CountDownLatch(1);
            AtomicBoolean smallIsDone = new AtomicBoolean();
            Thread other = Thread.ofPlatform().start(() -> {
                await(largeRuns);
                smallBegins.countDown();
                small.execute();
                smallIsDone.set(true);
            });
            boolean finished = large.execute(() -> {
                largeRuns.countDown();
                await(smallBegins);
                return smallIsDone.get();
            });
            other.join();
            assertThat(finished)
                    .as("the large run saw the end of the small one")
                    .isFalse();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void severalCallersGetWhatEachWouldGetAlone() {
        try (Model model = Model.compile(SampleNetworks.detector(), EngineOptions.defaults())) {
            List<Map<String, Tensor>> images = IntStream.range(0, 12)
                    .mapToObj(i ->
                            Map.of("image", Tensors.random(Shape.of(1, 32 + 16 * (i % 3), 48, 3), new Random(i), 0, 1)))
                    .toList();
            List<float[]> alone = images.stream()
                    .map(image -> model.run(image).get("scores").data())
                    .toList();
            List<float[]> together = images.parallelStream()
                    .map(image -> model.run(image).get("scores").data())
                    .toList();
            for (int i = 0; i < alone.size(); i++) {
                assertThat(together.get(i)).isEqualTo(alone.get(i));
            }
        }
    }

    @Test
    void wrongInputsAreNamed() {
        try (Model model = Model.compile(SampleNetworks.detector(), EngineOptions.defaults())) {
            assertThatExceptionOfType(ModelException.class)
                    .isThrownBy(() -> model.run(Map.of("picture", Tensor.zeros(Shape.of(1, 8, 8, 3)))))
                    .withMessageContaining("image")
                    .withMessageContaining("picture");
            assertThatExceptionOfType(ModelException.class)
                    .isThrownBy(() -> model.run(Map.of("image", Tensor.zeros(Shape.of(1, 8, 8, 4)))))
                    .withMessageContaining("[1, ?, ?, 3]")
                    .withMessageContaining("[1, 8, 8, 4]");
        }
    }
}
