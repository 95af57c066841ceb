package app.keepsake.operations.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class ParallelTest {
    @Test
    void aDefectEndsTheOthersBehindWhatTheyHaveInHand() {
        List<Integer> items = IntStream.range(0, 100_000).boxed().toList();
        Set<Integer> done = ConcurrentHashMap.newKeySet();
        assertThatThrownBy(() -> Parallel.forEach(items, 4, () -> false, item -> {
                    if (item == 3) {
                        throw new IllegalArgumentException("a defect");
                    }
                    done.add(item);
                    Thread.yield();
                }))
                .isInstanceOf(IllegalStateException.class)
                .hasRootCauseMessage("a defect");
        assertThat(done.size()).as("what was done beside it").isLessThan(items.size() - 1);
    }

    @Test
    void eachIsDoneOnce() {
        List<Integer> items = IntStream.range(0, 1000).boxed().toList();
        Set<Integer> done = ConcurrentHashMap.newKeySet();
        Parallel.forEach(
                items, 4, () -> false, item -> assertThat(done.add(item)).isTrue());
        assertThat(done).hasSize(items.size());
    }
}
