package app.keepsake.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

final class DecodingMemoryTest {
    private static final long MIB = 1 << 20;

    @Test
    void whatIsHeldAtTheSameTimeStaysWithinAll() throws Exception {
        DecodingMemory memory = DecodingMemory.of(10 * MIB);
        AtomicInteger held = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        List<Future<?>> running = new ArrayList<>();
        try (var pool = Executors.newFixedThreadPool(4)) {
            for (int i = 0; i < 200; i++) {
                // Every tenth needs more than there is: it is alone, and counts as all.
                int need = i % 10 == 0 ? 50 : 1 + i % 5;
                running.add(pool.submit(() -> {
                    try (DecodingMemory.Held ignored = memory.hold(need * MIB)) {
                        most.accumulateAndGet(held.addAndGet(Math.min(10, need)), Math::max);
                        Thread.onSpinWait();
                        held.addAndGet(-Math.min(10, need));
                    }
                }));
            }
            for (Future<?> one : running) {
                one.get();
            }
        }
        assertThat(most.get()).isBetween(1, 10);
        assertThat(memory.isExceededBy(50 * MIB)).isTrue();
        assertThat(memory.isExceededBy(10 * MIB)).isFalse();
    }

    @Test
    void othersHaveWhatALostThreadHeld() throws Exception {
        DecodingMemory memory = DecodingMemory.of(10 * MIB);
        DecodingMemory.Held held = memory.hold(10 * MIB);
        memory.lost(Thread.currentThread());
        try (var pool = Executors.newSingleThreadExecutor()) {
            pool.submit(() -> memory.hold(10 * MIB).close()).get();
        }
        held.close();
        try (var pool = Executors.newFixedThreadPool(2)) {
            Future<DecodingMemory.Held> all = pool.submit(() -> memory.hold(10 * MIB));
            DecodingMemory.Held first = all.get();
            Future<?> more = pool.submit(() -> memory.hold(1).close());
            assertThat(more.isDone()).as("what was lost is given back once").isFalse();
            first.close();
            more.get();
        }
    }
}
