package app.keepsake.operations.film;

import static org.assertj.core.api.Assertions.assertThat;

import app.keepsake.catalog.Memory;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class MoodFitTest {
    private static final LocalDate DAY = LocalDate.of(2024, 5, 1);
    private static final List<String> CALM = List.of("gentle", "sentimental", "dreamy");

    private static Memory memory(String id, String kind, double valence) {
        return new Memory(id, kind, "", "", DAY, DAY, 1, valence, List.of(), "1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"trip", "birthday", "holiday", "person", "last-weekend", "days", "request"})
    void noLivelyMoodUnderASombreMemory(String kind) {
        for (int i = 0; i < 50; i++) {
            assertThat(MoodFit.of(memory("m" + i, kind, -0.01))).isIn(CALM);
        }
    }

    @Test
    void aGladBirthdayIsLively() {
        for (int i = 0; i < 50; i++) {
            assertThat(MoodFit.of(memory("m" + i, "birthday", 0.5))).isIn("happy", "uplifting");
        }
    }
}
