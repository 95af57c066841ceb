package app.keepsake.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.keepsake.catalog.Memory;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The locked door. */
final class PasswordTest {
    @TempDir
    Path folder;

    @Test
    void opensByPasswordAlone() throws IOException {
        try (TestServer service = new TestServer(folder)) {
            assertThat(service.change("PUT", "/api/password", "{\"password\":\"short\"}")
                            .statusCode())
                    .isEqualTo(400);
            assertThat(service.change("PUT", "/api/password", "{\"password\":\"long enough\"}")
                            .statusCode())
                    .isEqualTo(204);
            for (String path : List.of("/api/status", TestServer.FILM, "/api/assets/1/original", "/api/events")) {
                assertThat(service.get(path).statusCode()).as(path).isEqualTo(401);
            }
            assertThat(service.change("PUT", "/api/password", "{\"password\":\"\"}")
                            .statusCode())
                    .isEqualTo(401);
            HttpResponse<String> entered = service.change("POST", "/api/session", "{\"password\":\"long enough\"}");
            String cookie = entered.headers().firstValue("Set-Cookie").orElseThrow();
            assertThat(cookie).contains("HttpOnly").contains("SameSite=Strict");
            String session = cookie.substring(0, cookie.indexOf(';'));
            assertThat(service.get("/api/status", "Cookie", session).statusCode())
                    .isEqualTo(200);
            assertThat(service.change("DELETE", "/api/session", "", "Cookie", session)
                            .statusCode())
                    .isEqualTo(204);
            assertThat(service.get("/api/status", "Cookie", session).statusCode())
                    .isEqualTo(401);
            for (int i = 0; i < 5; i++) {
                assertThat(service.change("POST", "/api/session", "{\"password\":\"wrong one\"}")
                                .statusCode())
                        .isEqualTo(401);
            }
            assertThat(service.change("POST", "/api/session", "{\"password\":\"long enough\"}")
                            .statusCode())
                    .isEqualTo(429);
            Path kept = folder.resolve("library").resolve("access.json");
            assertThat(Files.readString(kept)).contains("argon2id$").doesNotContain("long enough");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(kept)))
                    .isEqualTo("rw-------");
        }
    }

    @Test
    void asksAgainForWhatIsHidden() throws IOException {
        try (TestServer service = new TestServer(folder)) {
            String path = "/api/assets/%d/original".formatted(service.hiddenAsset);
            HttpResponse<String> open = service.get(path);
            assertThat(open.body()).as("there is no password yet").isEqualTo("hidden photo");
            assertThat(open.headers().firstValue("Cache-Control")).contains("no-store");
            String cookie = service.change("PUT", "/api/password", "{\"password\":\"long enough\"}")
                    .headers()
                    .firstValue("Set-Cookie")
                    .orElseThrow();
            String session = cookie.substring(0, cookie.indexOf(';'));
            assertThat(service.get("/api/assets/1/original", "Cookie", session).statusCode())
                    .isEqualTo(200);
            for (String part : List.of("", "/original", "/thumbnail")) {
                HttpResponse<String> shut =
                        service.get("/api/assets/%d%s".formatted(service.hiddenAsset, part), "Cookie", session);
                assertThat(shut.statusCode()).as(part).isEqualTo(403);
                assertThat(shut.body()).doesNotContain("hidden.jpg");
            }
            String again = "/api/session/again";
            assertThat(service.change("POST", again, "{\"password\":\"wrong one\"}", "Cookie", session)
                            .statusCode())
                    .isEqualTo(403);
            assertThat(service.get(path, "Cookie", session).statusCode()).isEqualTo(403);
            assertThat(service.change("POST", again, "{\"password\":\"long enough\"}", "Cookie", session)
                            .statusCode())
                    .isEqualTo(204);
            assertThat(service.get(path, "Cookie", session).body()).isEqualTo("hidden photo");
        }
    }

    @Test
    void listensToOthersOnlyBehindAPassword() {
        ServerOptions open = new ServerOptions(folder, "0.0.0.0", 0, false);
        Program none = new Program() {
            @Override
            public List<String> command(String language, Part part) {
                return List.of("false");
            }

            @Override
            public List<String> moods() {
                return List.of();
            }

            @Override
            public String moodFor(Memory memory) {
                return "";
            }
        };
        assertThatThrownBy(() -> KeepsakeServer.start(open, none).close())
                .isInstanceOf(IOException.class)
                .hasMessageContaining("password");
    }
}
