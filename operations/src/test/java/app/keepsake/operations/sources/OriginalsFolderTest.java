package app.keepsake.operations.sources;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Originals are kept up to a limit, the latest used ones. */
final class OriginalsFolderTest {
    private static final Instant NOON = Instant.parse("2026-11-30T12:00:00Z");
    private static final String ONE = "one-00000001";
    private static final String TWO = "two-00000002";
    private static final String THREE = "three-00000003";

    @TempDir
    Path source;

    private OriginalsFolder at(int hours) {
        return new OriginalsFolder(source, 100, Clock.fixed(NOON.plus(Duration.ofHours(hours)), ZoneOffset.UTC));
    }

    private static Optional<Path> keep(OriginalsFolder folder, String stem) throws IOException {
        Path incoming = Files.write(folder.incoming(stem), new byte[40]);
        return folder.keep(incoming, stem, "jpg");
    }

    @Test
    void makesRoomByWhatWasNotUsedForLongest() throws IOException {
        Path one = keep(at(0), ONE).orElseThrow();
        Path two = keep(at(3), TWO).orElseThrow();
        FileTime changed = Files.getLastModifiedTime(one);
        assertThat(at(6).find(ONE)).contains(one);
        assertThat(Files.getLastModifiedTime(one)).as("films know it by this").isEqualTo(changed);
        assertThat(at(9).room()).isEqualTo(100);
        assertThat(keep(at(9), THREE)).isPresent();
        assertThat(two).doesNotExist();
        assertThat(one).exists();
    }

    @Test
    void takesNothingAwayThatAFilmMayBeMadeOf() throws IOException {
        Path one = keep(at(0), ONE).orElseThrow();
        Path two = keep(at(1), TWO).orElseThrow();
        assertThat(at(1).room()).isEqualTo(20);
        assertThat(keep(at(1), THREE)).isEmpty();
        assertThat(source.resolve("originals")).isDirectoryContaining(file -> file.equals(one));
        assertThat(two).exists();
        try (var all = Files.list(source.resolve("originals"))) {
            assertThat(all).hasSize(2);
        }
    }

    @Test
    void forgetsWhatNobodyKnowsAndWhatAProcessLeft() throws IOException {
        Path one = keep(at(0), ONE).orElseThrow();
        Path two = keep(at(0), TWO).orElseThrow();
        at(0).leave(THREE);
        assertThat(at(0).isLeft(THREE)).isTrue();
        assertThat(at(0).find(THREE)).isEmpty();
        Path fetching = Files.writeString(at(0).incoming(ONE), "half");
        Files.setLastModifiedTime(fetching, FileTime.from(NOON));
        at(1).keepOnly(Set.of(ONE));
        assertThat(one).exists();
        assertThat(fetching).exists();
        assertThat(two).doesNotExist();
        assertThat(at(1).isLeft(THREE)).isFalse();
        at(48).keepOnly(Set.of(ONE));
        assertThat(fetching).doesNotExist();
        at(48).remove(ONE);
        assertThat(one).doesNotExist();
    }
}
