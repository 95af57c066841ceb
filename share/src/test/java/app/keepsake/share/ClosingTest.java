package app.keepsake.share;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.keepsake.testbed.Needs;
import app.keepsake.testbed.Patience;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What targets open is closed, also when they cannot be made or their connection breaks. */
final class ClosingTest {
    private static final Path OPEN_FILES = Path.of("/proc/self/fd");

    @TempDir
    Path folder;

    /** Of the platform's client, which has one thread that ends with it. */
    private static Set<String> clients() {
        return Thread.getAllStackTraces().keySet().stream()
                .map(Thread::getName)
                .filter(name -> name.contains("SelectorManager"))
                .collect(Collectors.toSet());
    }

    @Test
    void aClosedTargetHasNoConnectionsAnyMore() throws Exception {
        Set<String> before = clients();
        Upload upload = TestUploads.in(folder);
        try (ContractServer server = new ContractServer(new SimulatedNextcloud("anna", "right"))) {
            URI films = URI.create("http://localhost:%d/remote.php/dav/files/anna/Films".formatted(server.port()));
            Map<String, String> values = Map.of("url", films.toString(), "user", "anna", "password", "right");
            try (Target target = TargetKind.NEXTCLOUD.of(values)) {
                TestUploads.session(folder).carry(upload, target);
                assertThat(clients()).isNotEqualTo(before);
            }
        }
        Patience.until("the client has ended", () -> before.containsAll(clients()));
    }

    @Test
    void aLoginEndsWithItsTarget() throws Exception {
        Set<String> before = clients();
        try (Target channel =
                TargetKind.YOUTUBE.of(Map.of("client-id", "i", "client-secret", "s", "refresh-token", "t"))) {
            assertThat(clients()).isNotEqualTo(before);
        }
        Patience.until("the clients have ended", () -> before.containsAll(clients()));
    }

    @Test
    void whatIsRefusedHasOpenedNothing() {
        Set<String> before = clients();
        assertThatThrownBy(() -> new Nextcloud(URI.create("https://host/films"), "anna", "right"))
                .isInstanceOf(UploadRefusedException.class);
        assertThatThrownBy(() -> new S3Bucket(URI.create("https://host"), "here", "no bucket", "", "key", "secret"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(before).containsAll(clients());
    }

    @Test
    void aFilmIsClosedWhenTheConnectionBreaks() throws Exception {
        Needs.tool(Files.isDirectory(OPEN_FILES), "The system does not tell which files are open.");
        Upload upload = TestUploads.in(folder);
        try (ContractServer server = new ContractServer(new SimulatedMastodon("token"));
                CuttingProxy way = new CuttingProxy(server.port(), TestUploads.CUT);
                Target target = new MastodonAccount(
                        URI.create("http://localhost:%d/".formatted(way.port())),
                        "token",
                        "private",
                        Duration.ofMillis(1))) {
            TestUploads.session(folder).carry(upload, target);
            assertThat(way.hasCut()).isTrue();
            assertThat(openFiles()).doesNotContain(upload.file().toRealPath());
        }
    }

    private static List<Path> openFiles() throws IOException {
        try (Stream<Path> all = Files.list(OPEN_FILES)) {
            return all.map(ClosingTest::target).toList();
        }
    }

    private static Path target(Path link) {
        try {
            return Files.readSymbolicLink(link);
        } catch (IOException closed) {
            return link;
        }
    }
}
