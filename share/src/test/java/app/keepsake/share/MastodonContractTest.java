package app.keepsake.share;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A recorded contract, simulated: see {@link SimulatedMastodon}. No Mastodon runs here. */
final class MastodonContractTest {
    private static final int ALL_TRIES = 6;

    @TempDir
    Path folder;

    private final SimulatedMastodon mastodon = new SimulatedMastodon("token-of-anna");
    private ContractServer server;
    private Upload upload;

    @BeforeEach
    void start() throws IOException {
        server = new ContractServer(mastodon);
        upload = TestUploads.in(folder);
    }

    @AfterEach
    void stop() {
        assertThat(server.breaches).isEmpty();
        server.close();
    }

    private Target target(String token) {
        return new MastodonAccount(server.uri("/"), token, "unlisted", Duration.ofMillis(1));
    }

    @Test
    void postsTheFilmWhenTheServerIsReady() throws Exception {
        mastodon.failPosts(1);
        assertThat(TestUploads.session(folder).carry(upload, target("token-of-anna")))
                .contains(URI.create("https://social.example/1"));
        assertThat(server.count("POST /api/v2/media"))
                .as("the film is sent once, although the first post failed")
                .isEqualTo(1);
        assertThat(mastodon.medium).isEqualTo(Files.readAllBytes(upload.file()));
        assertThat(mastodon.texts).isEqualTo(List.of("Lisbon"));
    }

    @Test
    void sendsAgainWhatTheServerHasThrownAway() throws Exception {
        mastodon.failPosts(ALL_TRIES);
        assertThatThrownBy(() -> TestUploads.session(folder).carry(upload, target("token-of-anna")))
                .isInstanceOf(IOException.class);
        mastodon.forgetMedia();
        assertThat(TestUploads.session(folder).carry(upload, target("token-of-anna")))
                .contains(URI.create("https://social.example/1"));
        assertThat(server.count("POST /api/v2/media")).isEqualTo(2);
    }

    @Test
    void sendsAgainWhatTheServerCouldNotUse() throws Exception {
        mastodon.broken = true;
        assertThatThrownBy(() -> TestUploads.session(folder).carry(upload, target("token-of-anna")))
                .isInstanceOf(UploadRefusedException.class);
        mastodon.broken = false;
        assertThat(TestUploads.session(folder).carry(upload, target("token-of-anna")))
                .isPresent();
    }

    @Test
    void refusesWordsThatAreTooLongBeforeAnythingIsSent() {
        Upload wordy = new Upload(upload.file(), upload.name(), "a".repeat(501), upload.size(), upload.print());
        assertThatThrownBy(() -> TestUploads.session(folder).carry(wordy, target("token-of-anna")))
                .isInstanceOf(UploadRefusedException.class)
                .hasMessageContaining("500");
        assertThat(server.count("POST ")).isZero();
    }

    @Test
    void tellsNoTokenThatTheServerRepeats() throws Exception {
        Target target = new Discreet(target("a-wrong-token"), List.of("a-wrong-token"), "");
        assertThatThrownBy(() -> TestUploads.session(folder).carry(upload, target))
                .isInstanceOf(UploadRefusedException.class)
                .hasMessageContaining("status 401")
                .hasMessageNotContaining("a-wrong-token");
    }
}
