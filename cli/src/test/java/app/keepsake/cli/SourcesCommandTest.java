package app.keepsake.cli;

import static org.assertj.core.api.Assertions.assertThat;

import app.keepsake.testbed.immich.HeldAsset;
import app.keepsake.testbed.immich.StandInImmich;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Setting up a source and reading it. The Immich is simulated. */
final class SourcesCommandTest {
    @TempDir
    Path folder;

    private StandInImmich immich;
    private Path keyFile;

    @BeforeEach
    void start() throws IOException {
        immich = StandInImmich.start(2);
        keyFile = Files.writeString(folder.resolve("key"), StandInImmich.KEY + "\n");
    }

    @AfterEach
    void stop() {
        immich.close();
        assertThat(immich.breaches()).isEmpty();
    }

    private TestCommand run(String... words) {
        return TestCommand.run(Stream.concat(
                        Arrays.stream(words),
                        Stream.of("--library", folder.resolve("library").toString()))
                .toArray(String[]::new));
    }

    private TestCommand add(String... more) {
        return run(Stream.concat(
                        Stream.of(
                                "sources",
                                "add",
                                "immich",
                                "home",
                                immich.address().toString(),
                                "--key-file",
                                keyFile.toString()),
                        Arrays.stream(more))
                .toArray(String[]::new));
    }

    @Test
    void readsAnImmichAndForgetsIt() {
        HeldAsset held = immich.add("1.jpg", LocalDateTime.of(2024, 7, 1, 12, 0));
        TestCommand added = add();
        assertThat(added.code()).as(added.err()).isZero();
        assertThat(added.out()).contains("Immich 2.2.0 answers, with photos of Anna.");
        assertThat(run("sources", "list").out())
                .contains("home: immich at " + immich.address())
                .doesNotContain(StandInImmich.KEY);
        assertThat(run("sources", "test", "home").code()).isZero();
        TestCommand synced = run("sources", "sync");
        assertThat(synced.code()).as(synced.err()).isZero();
        assertThat(synced.out()).contains("home: 1 photos and clips: 1 new or changed, 0 gone, 1 fetched.");
        assertThat(run("memories", "--json").code()).isZero();
        immich.change(held.id(), one -> one.seenAs("locked", false));
        TestCommand indexed = run("index", "--json");
        assertThat(indexed.code()).as(indexed.err()).isZero();
        assertThat(indexed.out()).contains("\"source\":\"home\"");
        assertThat(Files.exists(folder.resolve("library/sources/home/pictures")))
                .isTrue();
        assertThat(run("sources", "remove", "home").code()).isZero();
        assertThat(folder.resolve("library/sources/home")).doesNotExist();
        TestCommand nothing = run("index");
        assertThat(nothing.code()).isEqualTo(ExitCode.USAGE);
        assertThat(nothing.err()).contains("no sources are set up");
    }

    @Test
    void readsTheKeyFromTheStandardInput() {
        InputStream before = System.in;
        System.setIn(new ByteArrayInputStream((StandInImmich.KEY + "\n").getBytes(StandardCharsets.UTF_8)));
        try {
            assertThat(run("sources", "add", "immich", "home", immich.address().toString())
                            .code())
                    .isZero();
        } finally {
            System.setIn(before);
        }
    }

    @Test
    void saysInWordsWhatIsWrong() throws IOException {
        immich.permit("asset.read", "user.read");
        TestCommand limited = add();
        assertThat(limited.code()).isEqualTo(ExitCode.PARTIAL);
        assertThat(limited.out()).contains("lacks permissions to read: asset.view, album.read, person.read, face.read");
        TestCommand synced = run("sources", "sync");
        assertThat(synced.code()).isEqualTo(ExitCode.PARTIAL);
        assertThat(synced.err()).contains("person.read").doesNotContain(StandInImmich.KEY);
        Files.writeString(keyFile, "another");
        TestCommand strange = add();
        assertThat(strange.code()).isEqualTo(ExitCode.FAILED);
        assertThat(strange.err()).contains("does not know this key").doesNotContain("another");
        assertThat(run("sources", "sync", "nobody").err()).contains("nobody: expected a source that is set up");
        assertThat(run("sources", "add", "picasa", "p", "http://nas", "--key-file", keyFile.toString())
                        .err())
                .contains("Expected one of immich");
    }
}
