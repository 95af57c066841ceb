package app.keepsake.share;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A recorded contract, simulated: see {@link SimulatedYouTube}. Nothing is asked of Google here. */
final class YouTubeContractTest {
    private static final URI SEEN = URI.create("https://youtu.be/dQw4");

    @TempDir
    Path folder;

    private final SimulatedYouTube youTube = new SimulatedYouTube();
    private ContractServer server;
    private Upload upload;

    @BeforeEach
    void start() throws IOException {
        server = new ContractServer(youTube);
        youTube.sessionPort = server.port();
        upload = TestUploads.in(folder);
    }

    @AfterEach
    void stop() {
        assertThat(server.breaches).isEmpty();
        server.close();
    }

    private Optional<URI> send(Upload sent) throws IOException, InterruptedException {
        Target target = new YouTubeChannel(
                new YouTubeLogin("id", "secret", server.uri("/")),
                "refresh",
                "private",
                server.uri("/upload?uploadType=resumable&part=snippet,status"));
        return TestUploads.session(folder).carry(sent, target);
    }

    @Test
    void goesOnWhereTheConnectionWasCut() throws Exception {
        try (CuttingProxy cutting = new CuttingProxy(server.port(), TestUploads.CUT)) {
            youTube.sessionPort = cutting.port();
            assertThat(send(upload)).contains(SEEN);
            assertThat(cutting.hasCut()).isTrue();
        }
        assertThat(youTube.sessions()).isEqualTo(1);
        assertThat(youTube.film()).isEqualTo(Files.readAllBytes(upload.file()));
    }

    @Test
    void beginsAnewWhenTheSessionIsGone() throws Exception {
        TestUploads.progress(folder)
                .remember("session " + upload.print(), server.uri("/session/99").toString());
        assertThat(send(upload)).contains(SEEN);
        assertThat(youTube.film()).isEqualTo(Files.readAllBytes(upload.file()));
    }

    @Test
    void asksForLeaveAgainWhenItEndsOnTheWay() throws Exception {
        youTube.leaveLasts = 2;
        assertThat(send(upload)).contains(SEEN);
        assertThat(youTube.film()).isEqualTo(Files.readAllBytes(upload.file()));
        assertThat(server.count("POST /token")).isGreaterThan(1);
    }

    @Test
    void aLongTitleGoesOnInTheDescription() throws Exception {
        String words = "Our <very> long way to Lisbon, ".repeat(16).strip();
        assertThat(send(new Upload(upload.file(), upload.name(), words, upload.size(), upload.print())))
                .contains(SEEN);
        assertThat(youTube.about.at("/snippet/title").asString())
                .startsWith("Our \u2039very\u203a long way to Lisbon, Our")
                .endsWith("\u2026");
        assertThat(youTube.about.at("/snippet/description").asString())
                .isEqualTo(words.replace('<', '\u2039').replace('>', '\u203a'));
    }

    @Test
    void titlesHaveRoomAndCutNoCharacterInTwo() {
        assertThat(VideoWords.of(" \n").title()).isEqualTo("Keepsake");
        assertThat(VideoWords.of("Lisbon\n2024")).isEqualTo(new VideoWords("Lisbon 2024", ""));
        assertThat(VideoWords.of("x".repeat(100))).isEqualTo(new VideoWords("x".repeat(100), ""));
        assertThat(VideoWords.of("x" + "\ud83c\udf9e".repeat(50)).title())
                .isEqualTo("x" + "\ud83c\udf9e".repeat(49) + "\u2026");
        assertThat(VideoWords.of("\u00fc".repeat(4000)).description()).hasSize(2500);
    }

    @Test
    void waitsUntilTheCodeIsTyped() throws Exception {
        List<String> shown = new ArrayList<>();
        String token = new YouTubeLogin("id", "secret", server.uri("/"))
                .refreshToken((page, code) -> shown.addAll(List.of(page, code)));
        assertThat(token).isEqualTo("r");
        assertThat(shown).containsExactly("https://www.google.com/device", "GQVQ-JKEC");
    }
}
