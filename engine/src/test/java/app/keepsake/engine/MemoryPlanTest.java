package app.keepsake.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import app.keepsake.testbed.Needs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class MemoryPlanTest {
    static IntStream seeds() {
        return IntStream.range(0, 100);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void randomPlansAreValidAndNotBelowTheBound(int seed) {
        Random random = new Random(seed);
        List<LiveRange> ranges = new ArrayList<>();
        int count = random.nextInt(40);
        for (int i = 0; i < count; i++) {
            int lower = random.nextInt(30);
            ranges.add(new LiveRange("b" + i, 0, lower, lower + 1 + random.nextInt(10), random.nextInt(1000)));
        }
        MemoryPlan plan = MemoryPlanner.plan(ranges, 2000);
        MemoryPlanner.validate(plan);
        assertThat(plan.bound()).isEqualTo(bruteForceBound(ranges));
        assertThat(plan.size()).isGreaterThanOrEqualTo(plan.bound());
        assertThat(plan.size())
                .isLessThanOrEqualTo(MemoryPlanner.plan(ranges, 0).size());
        assertThat(MemoryPlanner.plan(ranges, 2000)).isEqualTo(plan);
    }

    private static long bruteForceBound(List<LiveRange> ranges) {
        return IntStream.range(0, 50)
                .mapToLong(step -> ranges.stream()
                        .filter(range -> range.lower() <= step && step < range.upper())
                        .mapToLong(LiveRange::size)
                        .sum())
                .max()
                .orElse(0);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void fewBuffersArePlacedAsWellAsAnyOrderCan(int seed) {
        Random random = new Random(seed);
        List<LiveRange> ranges = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            int lower = random.nextInt(6);
            ranges.add(new LiveRange("b" + i, 0, lower, lower + 1 + random.nextInt(4), 1 + random.nextInt(9)));
        }
        assertThat(MemoryPlanner.plan(ranges, 100_000).size())
                .isEqualTo(smallest(ranges, new ArrayList<>(), new ArrayList<>()));
    }

    /** Tries every offset up to the sum for every buffer, by permutations stacked on what is there. */
    private static long smallest(List<LiveRange> ranges, List<LiveRange> placed, List<Long> offsets) {
        if (placed.size() == ranges.size()) {
            return IntStream.range(0, placed.size())
                    .mapToLong(i -> offsets.get(i) + placed.get(i).size())
                    .max()
                    .orElse(0);
        }
        long best = Long.MAX_VALUE;
        for (LiveRange range : ranges) {
            if (!placed.contains(range)) {
                long offset = lowest(range, placed, offsets);
                placed.add(range);
                offsets.add(offset);
                best = Math.min(best, smallest(ranges, placed, offsets));
                placed.removeLast();
                offsets.removeLast();
            }
        }
        return best;
    }

    private static long lowest(LiveRange range, List<LiveRange> placed, List<Long> offsets) {
        for (long offset = 0; ; offset++) {
            long at = offset;
            boolean free = IntStream.range(0, placed.size())
                    .noneMatch(i -> placed.get(i).overlaps(range)
                            && at < offsets.get(i) + placed.get(i).size()
                            && offsets.get(i) < at + range.size());
            if (free) {
                return offset;
            }
        }
    }

    @Test
    void theValidatorFindsOverlaps() {
        List<LiveRange> ranges = List.of(new LiveRange("a", 0, 0, 2, 8), new LiveRange("b", 0, 1, 3, 8));
        assertThatExceptionOfType(ModelException.class)
                .isThrownBy(() -> MemoryPlanner.validate(new MemoryPlan(ranges, List.of(0L, 7L), 16, 16, "by hand")))
                .withMessageContaining("'b' at 7 and 'a' at 0 overlap");
        assertThatExceptionOfType(ModelException.class)
                .isThrownBy(() -> MemoryPlanner.validate(new MemoryPlan(ranges, List.of(0L, 9L), 16, 16, "by hand")))
                .withMessageContaining("outside the arena");
    }

    @Test
    void thePyramidNeedsNoMoreThanItsOrderMust() {
        try (Model model = Model.compile(
                SampleNetworks.detector(), EngineOptions.defaults().withThreads(1))) {
            MemoryPlan plan =
                    model.preparePyramid(SampleNetworks.pyramid(640, 480)).memoryPlan();
            MemoryPlanner.validate(plan);
            assertThat(plan.ratio()).isEqualTo(1);
            assertThat(MemoryPlanFiles.svg(plan))
                    .startsWith("<svg")
                    .contains("level 4")
                    .endsWith("</svg>\n");
        }
    }

    @Test
    void tablesAreReadAndWritten(@TempDir Path folder) throws IOException {
        Path table = folder.resolve("table.csv");
        Files.writeString(table, "id,lower,upper,size\n0,0,3,4\n1,3,9,4\n2,0,9,4\n");
        MemoryPlan plan = MemoryPlanner.plan(MemoryPlanFiles.readRanges(table), 0);
        assertThat(plan.size()).isEqualTo(8);
        MemoryPlanFiles.write(plan, folder.resolve("out.csv"));
        assertThat(Files.readAllLines(folder.resolve("out.csv")))
                .hasSize(4)
                .first()
                .isEqualTo("id,lower,upper,size,offset");
        Files.writeString(table, "id,lower,upper,size\n0,0,x,4\n");
        assertThatExceptionOfType(ModelException.class)
                .isThrownBy(() -> MemoryPlanFiles.readRanges(table))
                .withMessageContaining("line 2");
    }

    @Tag("slow")
    @ParameterizedTest
    @ValueSource(strings = {"A", "B", "C", "D", "E", "F", "G", "H", "I", "J", "K"})
    void publicInstancesAreValid(String name) throws IOException {
        Path table = Path.of("../../shared/data/planner/benchmarks/challenging", name + ".1048576.csv");
        Needs.data(Files.exists(table), "MiniMalloc's instances are not here");
        MemoryPlan plan = MemoryPlanner.plan(MemoryPlanFiles.readRanges(table), 1_000_000);
        MemoryPlanner.validate(plan);
        assertThat(plan.ratio()).isLessThan(1.15);
        assertThat(Map.of(name, plan.bound())).doesNotContainValue(0L);
    }
}
