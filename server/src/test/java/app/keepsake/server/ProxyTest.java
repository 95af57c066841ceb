package app.keepsake.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Requests that a reverse proxy passes on. */
final class ProxyTest {
    private static final String PASSWORD = "long enough";
    private static final List<String> SIGNS =
            List.of("X-Forwarded-For", "X-Forwarded-Proto", "Via", "Forwarded", "X-Real-IP");

    @TempDir
    Path folder;

    private TestServer service;

    @BeforeEach
    void start() throws IOException {
        service = new TestServer(folder);
    }

    @AfterEach
    void stop() {
        service.close();
    }

    private HttpResponse<String> guess(String password, String... headers) {
        return service.change("POST", "/api/session", "{\"password\":\"%s\"}".formatted(password), headers);
    }

    @Test
    void isNeverTakenForThisMachine() throws IOException {
        for (String sign : SIGNS) {
            HttpResponse<String> refused = service.get("/api/status", sign, "127.0.0.1");
            assertThat(refused.statusCode()).as(sign).isEqualTo(403);
            assertThat(refused.body()).contains("--trusted-proxy 127.0.0.1");
            assertThat(service.get("/", sign, "127.0.0.1").statusCode()).isEqualTo(403);
        }
        assertThat(old("GET /api/status HTTP/1.0\r\nHost: localhost\r\n\r\n"))
                .as("as a proxy asks that adds no header")
                .startsWith("HTTP/1.1 403");
        assertThat(service.get("/api/status").statusCode()).isEqualTo(200);
    }

    private String old(String request) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", service.server.port());
                InputStream in = socket.getInputStream()) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
        }
    }

    @Test
    void isRefusedWhereAnotherOneIsTrusted() throws IOException {
        String ignored = service.lock(PASSWORD);
        service.startAgain("127.0.0.1", "10.0.0.0/8");
        assertThat(guess(PASSWORD, "X-Forwarded-For", "10.1.2.3").statusCode()).isEqualTo(403);
        assertThat(guess(PASSWORD).statusCode()).isEqualTo(200);
    }

    @Test
    void asksForItsClientsWhereItIsTrusted() throws IOException {
        String ignored = service.lock(PASSWORD);
        service.startAgain("127.0.0.1", "10.0.0.0/8", "127.0.0.1");
        HttpResponse<String> entered = guess(
                PASSWORD,
                "X-Forwarded-For",
                "203.0.113.7",
                "X-Forwarded-Proto",
                "https",
                "X-Forwarded-Host",
                "films.example.org",
                "Origin",
                "https://films.example.org");
        assertThat(entered.statusCode()).isEqualTo(200);
        assertThat(entered.headers().firstValue("Set-Cookie").orElseThrow()).contains("Secure");
        String session = TestServer.cookie(entered);
        assertThat(service.get("/api/status", "Cookie", session, "X-Forwarded-For", "203.0.113.7")
                        .statusCode())
                .isEqualTo(200);
        assertThat(service.get("/api/status", "Cookie", session, "Via", "1.1 proxy")
                        .statusCode())
                .as("it does not say for whom it asks")
                .isEqualTo(403);
        assertThat(guess(PASSWORD, "X-Forwarded-For", "203.0.113.7", "Origin", "https://elsewhere.example.org")
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void hasItsClientsCountedWhateverTheySayOfThemselves() throws IOException {
        String ignored = service.lock(PASSWORD);
        service.startAgain("127.0.0.1", "127.0.0.1", "10.0.0.0/8");
        for (int i = 0; i < 5; i++) {
            assertThat(guess("wrong one", "X-Forwarded-For", "198.51.100.%d, 203.0.113.7, 10.0.0.2".formatted(i))
                            .statusCode())
                    .isEqualTo(401);
        }
        assertThat(guess(PASSWORD, "X-Forwarded-For", "198.51.100.9, 203.0.113.7")
                        .statusCode())
                .isEqualTo(429);
        assertThat(guess(PASSWORD, "X-Forwarded-For", "203.0.113.7:4711").statusCode())
                .isEqualTo(429);
        assertThat(guess(PASSWORD, "X-Forwarded-For", "203.0.113.8").statusCode())
                .isEqualTo(200);
        assertThat(guess(PASSWORD).statusCode()).as("on the machine itself").isEqualTo(200);
    }

    @Test
    void isNamedByItsAddress() {
        String ignored = service.lock(PASSWORD);
        for (String name : List.of("proxy.example.org", "10.0.0.0/33", "10.0.0", "")) {
            assertThatThrownBy(() -> service.startAgain("127.0.0.1", name))
                    .as(name)
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("expected the address of a proxy");
        }
    }
}
