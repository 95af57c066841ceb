package app.keepsake.server.internal.work;

import static org.assertj.core.api.Assertions.assertThat;

import app.keepsake.server.internal.work.Conditions.Readings;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ConditionsTest {
    private static final long GIGABYTE = 1L << 30;

    @ParameterizedTest
    @CsvSource({
        "false, 0.0, 2, 100, 45, ''",
        "true, 0.0, 2, 100, 45, battery",
        "false, 3.0, 2, 100, 45, ''",
        "false, 3.1, 2, 100, 45, load",
        "false, 3.1, 4, 100, 45, ''",
        "false, -1, 2, 100, 45, ''",
        "false, 0.0, 2, 2, 45, ''",
        "false, 0.0, 2, 1, 45, disk",
        "false, 0.0, 2, 100, 90, ''",
        "false, 0.0, 2, 100, 91, heat",
        "false, 0.0, 2, 100, 0, ''",
        "true, 9.0, 2, 0, 99, battery load disk heat",
    })
    void tellsWhatSpeaksAgainstWork(
            boolean battery, double load, int cores, long gigabytes, double celsius, String against) {
        Conditions conditions = new Conditions(() -> new Readings(battery, load, cores, gigabytes * GIGABYTE, celsius));
        assertThat(String.join(" ", conditions.against())).isEqualTo(against);
    }

    @Test
    void readsThisMachine(@TempDir Path folder) {
        List<String> words = List.of("battery", "load", "disk", "heat");
        assertThat(words).containsAll(Conditions.of(folder).against());
    }

    @Test
    void aDiskThatIsGoneIsFull(@TempDir Path folder) {
        assertThat(Conditions.of(folder.resolve("gone")).against()).contains("disk");
    }
}
