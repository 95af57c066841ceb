package app.keepsake.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A service that nobody sits in front of: its first password comes from a file. */
final class FirstPasswordTest {
    @TempDir
    Path root;

    private final HttpClient client = HttpClient.newHttpClient();
    private int port;

    private Process serve(Path password) throws IOException {
        Process service = new ProcessBuilder(TestCommand.javaCommand(List.of(
                        "serve",
                        "--no-background",
                        "--host",
                        "0.0.0.0",
                        "--port",
                        "0",
                        "--password-file",
                        password.toString(),
                        "--library",
                        root.resolve("library").toString())))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        BufferedReader said = service.inputReader();
        port = Integer.parseInt(String.valueOf(said.readLine()).replaceAll("\\D*(\\d+)/?$", "$1"));
        return service;
    }

    private int comeIn(String password) throws IOException, InterruptedException {
        return client.send(
                        HttpRequest.newBuilder(URI.create("http://localhost:%d/api/session".formatted(port)))
                                .header("Content-Type", "application/json")
                                .header("X-Keepsake", "1")
                                .POST(HttpRequest.BodyPublishers.ofString(
                                        "{\"password\": \"%s\"}".formatted(password)))
                                .build(),
                        HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }

    private static void end(Process service) throws InterruptedException {
        service.destroy();
        assertThat(service.waitFor(30, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void isSetOnceAndStays() throws Exception {
        Path file = Files.writeString(root.resolve("password"), "a long winter\n");
        Process service = serve(file);
        try {
            assertThat(Healthy.answers(port)).isTrue();
            assertThat(comeIn("a short winter")).isEqualTo(401);
            assertThat(comeIn("a long winter")).isEqualTo(200);
        } finally {
            end(service);
        }
        assertThat(Healthy.answers(port)).isFalse();
        Process again = serve(Files.writeString(file, "another one"));
        try {
            assertThat(comeIn("another one")).isEqualTo(401);
            assertThat(comeIn("a long winter")).isEqualTo(200);
        } finally {
            end(again);
        }
    }

    @Test
    void aFileWithoutOneIsNamed() throws IOException {
        Path file = Files.writeString(root.resolve("password"), "short");
        TestCommand result = serveOnce(file);
        assertThat(result.code()).isEqualTo(1);
        assertThat(result.err()).contains(file + ": expected a password of at least 8 letters, found 5.");
        Path missing = root.resolve("nothing");
        assertThat(serveOnce(missing).err()).contains(missing + ": expected a file with a password, found none.");
    }

    private TestCommand serveOnce(Path password) {
        return TestCommand.run(
                "serve",
                "--password-file",
                password.toString(),
                "--library",
                root.resolve("library").toString());
    }
}
