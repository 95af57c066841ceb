package app.keepsake.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What counts as growing. */
final class SoakTest {
    @Test
    void whatFillsUpAtFirstDoesNotGrow() {
        assertThat(Soak.growing(minutes(100, 150, 190, 200, 201, 199, 202, 200, 201)))
                .isEmpty();
    }

    @Test
    void whatRisesToTheEndGrows() {
        assertThat(Soak.growing(minutes(100, 110, 120, 130, 140, 150, 160, 170, 180)))
                .singleElement()
                .asString()
                .contains("live heap");
    }

    private static List<Holding> minutes(int... heaps) {
        return IntStream.of(heaps)
                .mapToObj(heap -> new Holding(1000, heap, 30, 60))
                .toList();
    }
}
