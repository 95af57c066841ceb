package app.keepsake.cli;

import static org.assertj.core.api.Assertions.assertThat;

import app.keepsake.operations.OneDay;
import app.keepsake.server.KeepsakeServer;
import app.keepsake.server.ServerOptions;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** Words that a command line would take for something else are words: to the service, and to the commands themselves. */
final class UserWordsTest {
    @TempDir
    Path folder;

    /** The words, with {@code FILE} for a file with a secret in it. */
    private static final List<String> WORDS = List.of("@FILE", "--library=FILE.d", "-h", "--", "x\n@FILE");

    @Test
    void aRequestIsTakenForItsWords() throws IOException, InterruptedException {
        OneDay.write(folder, 2, 2);
        Path secret = Files.writeString(folder.resolve("secret"), "very-secret-word");
        OwnProcess program = new OwnProcess(LibraryFolder.at(folder));
        ServerOptions options = new ServerOptions(folder, "127.0.0.1", 0, false);
        try (KeepsakeServer server = KeepsakeServer.start(options, program);
                HttpClient client = HttpClient.newHttpClient()) {
            for (String pattern : WORDS) {
                String words = pattern.replace("FILE", secret.toString());
                HttpRequest request = HttpRequest.newBuilder(
                                URI.create("http://localhost:" + server.port() + "/api/memories"))
                        .header("X-Keepsake", "1")
                        .timeout(Duration.ofMinutes(2))
                        .POST(HttpRequest.BodyPublishers.ofString(
                                JsonMapper.shared().writeValueAsString(Map.of("words", words))))
                        .build();
                HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
                assertThat(answer.body()).as(words).doesNotContain("very-secret", "Usage", "Unknown option");
                assertThat(answer.statusCode()).as(words + answer.body()).isEqualTo(422);
                assertThat(JsonMapper.shared().readTree(answer.body()).findValuesAsString("message"))
                        .as(words)
                        .allMatch(message -> message.startsWith("Nothing known of "))
                        .allMatch(message -> message.contains(secret.toString()) == words.contains("secret"));
            }
        }
        assertThat(folder.resolve("secret.d")).doesNotExist();
    }

    @Test
    void aCommandReadsNoFileForAWord() throws IOException {
        Path secret = Files.writeString(folder.resolve("secret"), "very-secret-word");
        Path library = folder.resolve("library");
        LibraryFolder.at(library).openCatalog().close();
        TestCommand run = TestCommand.run("create", "@" + secret, "--library", library.toString());
        assertThat(run.err()).contains("@" + secret).doesNotContain("very-secret");
        assertThat(Main.commandLine().isExpandAtFiles()).isFalse();
    }
}
