package app.keepsake.operations.sources;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.keepsake.sources.Greeting;
import app.keepsake.sources.SourceException;
import app.keepsake.testbed.immich.StandInImmich;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is told of sources to whoever asks. The Immich is simulated. */
final class LastReadingTest {
    @TempDir
    Path root;

    private TestSource library;

    @BeforeEach
    void open() throws Exception {
        library = new TestSource(root, 3);
        String ignored =
                library.immich.add("1.jpg", LocalDateTime.of(2024, 7, 1, 12, 0)).id();
    }

    @AfterEach
    void close() {
        library.close();
    }

    private LastReading last() {
        return library.sources.lastReading(library.saved);
    }

    @Test
    void tellsWhenASourceWasReadAndWhatIsWrong() throws Exception {
        assertThat(last()).isEqualTo(LastReading.NONE);
        SyncReport ignored = library.sync();
        long read = last().at();
        assertThat(read).isPositive();
        assertThat(last()).isEqualTo(new LastReading(read, 1, 0, ""));
        library.immich.permit("user.read");
        assertThatThrownBy(library::sync).isInstanceOf(SourceException.class);
        assertThat(last().at()).isEqualTo(read);
        assertThat(last().photos()).isEqualTo(1);
        assertThat(last().problem()).contains("asset.read").doesNotContain(StandInImmich.KEY);
        SavedSource ignoredToo = library.add(true, false, false);
        assertThat(last()).isEqualTo(new LastReading(read, 1, 0, ""));
    }

    @Test
    void aStoppedReadingWasNotReadToItsEnd() throws Exception {
        SyncReport stopped = library.sync(() -> true);
        assertThat(stopped.interrupted()).isTrue();
        assertThat(last().at()).isZero();
    }

    @Test
    void keepsOnlyWhatLetsIn() throws Exception {
        SetUpSource setting = new SetUpSource(library.sources);
        String address = library.immich.address().toString();
        Greeting greeting =
                setting.add(new WantedSource("again", "immich", address, StandInImmich.KEY, false, false, true));
        assertThat(greeting.program()).startsWith("Immich 3");
        WantedSource strange = new WantedSource("strange", "immich", address, "another", false, false, true);
        assertThat(strange.toString()).doesNotContain("another");
        assertThatThrownBy(() -> setting.add(strange))
                .isInstanceOf(SourceException.class)
                .hasMessageContaining("does not know this key");
        assertThat(library.sources.all()).extracting(SavedSource::name).containsExactly("home", "again");
    }

    @Test
    void forgetsASourceWithItsPhotos() throws Exception {
        SyncReport ignored = library.sync();
        assertThat(library.shown()).hasSize(1);
        RemoveSource removing = new RemoveSource(library.catalog, library.sources);
        assertThat(removing.remove("home")).isTrue();
        assertThat(library.shown()).isEmpty();
        assertThat(Files.exists(root.resolve("sources/home"))).isFalse();
        assertThat(removing.remove("home")).isFalse();
    }
}
