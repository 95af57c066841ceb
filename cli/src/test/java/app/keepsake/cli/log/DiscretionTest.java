package app.keepsake.cli.log;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class DiscretionTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/home/anna/Our Wedding/IMG 1.jpg: expected a JPEG | [file]: expected a JPEG",
                "java.nio.file.NoSuchFileException: /home/anna/a.heic | java.nio.file.NoSuchFileException: [file]",
                "cannot read \"/photos/2024/Anna & Ben\" now | cannot read \"[file]\" now",
                "at file:///home/anna/x.png | at [file]",
                "(/mnt/nas/Bilder mit Anna | ([file]",
                "~/Pictures/Anna | [file]",
                "birthday of anna.JPG: broken | [file]: broken",
                "/p/Anna: the sea.jpg: broken | [file]: [file]: broken",
            })
    void filesAreNotNamed(String told, String kept) {
        assertThat(Discretion.apply(told, false)).isEqualTo(kept);
        assertThat(Discretion.apply(told, true)).isEqualTo(told);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET http://localhost:8484/s/AbCdEfGhIjKlMnOpQrStUvWxYz012345",
                "api/shared/AbCdEfGhIjKlMnOpQrStUvWxYz012345/film",
                "Cookie: keepsake-session=AbCdEfGhIjKlMnOpQrStUvWxYz012345",
                "jdbc:postgresql://db/keepsake?user=anna&password=AbCdEfGhIjKlMnOpQrStUvWxYz012345",
                "{\"token\":\"AbCdEfGhIjKlMnOpQrStUvWxYz012345\"}",
                "Authorization: Bearer AbCdEfGhIjKlMnOpQrStUvWxYz012345",
            })
    void secretsAreNeverTold(String told) {
        assertThat(Discretion.apply(told, true)).doesNotContain("AbCdEf").contains("[withheld]");
        assertThat(Discretion.apply(told, false)).doesNotContain("AbCdEf");
    }

    @Test
    void whatNamesNobodyStays() {
        String trace = """
            server.work.Jobs: Work 3, INDEX, is FAILED
            java.lang.IllegalStateException: 3 of 4 and/or none
            \tat java.base/java.lang.Thread.run(Thread.java:1474)
            \tat app//app.keepsake.server.internal.work.Jobs.work(Jobs.java:150)
            """;
        assertThat(Discretion.apply(trace, false)).isEqualTo(trace);
    }
}
