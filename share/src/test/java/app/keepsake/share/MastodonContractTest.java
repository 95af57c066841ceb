package app.keepsake.share;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A recorded contract: what Mastodon's documentation says of media and posts. No Mastodon runs here. */
final class MastodonContractTest {
    @TempDir
    Path folder;

    private int looks;
    private int posts;

    @Test
    void postsTheFilmWhenTheServerIsReady() throws Exception {
        Parcel parcel = Parcels.in(folder);
        String content = Files.readString(parcel.file(), StandardCharsets.ISO_8859_1);
        try (ContractServer server = new ContractServer((exchange, asked, body) -> {
            assertThat(exchange.getRequestHeaders().getFirst("Authorization")).isEqualTo("Bearer token");
            switch (asked) {
                case "POST /api/v2/media" -> {
                    assertThat(new String(body, StandardCharsets.ISO_8859_1))
                            .contains("name=\"file\"; filename=\"our film.mp4\"")
                            .contains(content);
                    ContractServer.say(exchange, 202, "{\"id\":\"22348641\",\"type\":\"video\",\"url\":null}");
                }
                case "GET /api/v1/media/22348641" ->
                    ContractServer.say(exchange, ++looks < 3 ? 206 : 200, "{\"id\":\"22348641\"}");
                case "POST /api/v1/statuses" -> {
                    assertThat(new String(body, StandardCharsets.UTF_8))
                            .isEqualTo("media_ids%5B%5D=22348641&status=Lisbon&visibility=unlisted");
                    assertThat(exchange.getRequestHeaders().getFirst("Idempotency-Key"))
                            .isNotEmpty();
                    ContractServer.say(
                            exchange, ++posts < 2 ? 503 : 200, "{\"id\":\"1\",\"url\":\"https://social.example/1\"}");
                }
                default -> ContractServer.say(exchange, 404, "{}");
            }
        })) {
            Target target = new MastodonAccount(server.uri("/"), "token", "unlisted", Duration.ofMillis(10));
            assertThat(Parcels.delivery(folder).carry(parcel, target)).contains(URI.create("https://social.example/1"));
            assertThat(server.asked.stream().filter("POST /api/v2/media"::equals))
                    .as("the film is sent once, although the first post failed")
                    .hasSize(1);
        }
    }
}
