package app.keepsake.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

final class ArenaPoolTest {
    /** From too small for some kernels to large, so that arenas grow and weights are packed in a second order. */
    private static final List<Shape> SHAPES =
            List.of(Shape.of(1, 32, 32, 3), Shape.of(1, 96, 128, 3), Shape.of(1, 64, 48, 3), Shape.of(1, 160, 160, 3));

    private final EngineOptions options =
            EngineOptions.defaults().withThreads(1).withCachedPlans(2);

    @Test
    void modelsThatShareArenasAndLetGoOfWeightsGiveTheSame() throws Exception {
        EngineOptions shared = options.withArenas(new ArenaPool());
        try (Model alone = Model.compile(SampleNetworks.detector(), options);
                Model one = Model.compile(SampleNetworks::detector, shared);
                Model other = Model.compile(SampleNetworks::detector, shared);
                ExecutorService pool = Executors.newFixedThreadPool(3)) {
            Random random = new Random(7);
            List<Future<?>> checks = new ArrayList<>();
            for (int i = 0; i < 40; i++) {
                Tensor image = Tensors.random(SHAPES.get(random.nextInt(SHAPES.size())), random, 0, 1);
                Map<String, Tensor> expected = alone.run(Map.of("image", image));
                Model model = i % 2 == 0 ? one : other;
                checks.add(pool.submit(() -> assertThat(
                                model.run(Map.of("image", image)).get("boxes").data())
                        .containsExactly(expected.get("boxes").data())));
            }
            for (Future<?> check : checks) {
                check.get();
            }
        }
    }

    @Test
    void aClosedModelLeavesTheOthersAlone() {
        EngineOptions shared = options.withArenas(new ArenaPool());
        Tensor image = Tensors.random(SHAPES.getFirst(), new Random(2), 0, 1);
        try (Model kept = Model.compile(SampleNetworks::detector, shared)) {
            float[] before = kept.run(Map.of("image", image)).get("boxes").data();
            try (Model closed = Model.compile(SampleNetworks::detector, shared)) {
                closed.run(Map.of("image", image));
            }
            assertThat(kept.run(Map.of("image", image)).get("boxes").data()).containsExactly(before);
        }
    }
}
