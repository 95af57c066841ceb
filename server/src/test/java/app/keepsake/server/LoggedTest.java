package app.keepsake.server;

import static org.assertj.core.api.Assertions.assertThat;

import app.keepsake.catalog.Memory;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LoggedTest {
    private static final Pattern NUMBER = Pattern.compile("under the number ([A-Za-z0-9_-]{8})\\.");

    private TestServer server;
    private Heard heard;

    @BeforeEach
    void start(@TempDir Path root) throws IOException {
        heard = new Heard();
        server = new TestServer(root, new Forgetful(new TestServer.Echo(root.resolve("told.txt"))));
    }

    @AfterEach
    void stop() {
        server.close();
        heard.close();
    }

    /** A program with a defect: it knows no mood for a memory. */
    private record Forgetful(Program program) implements Program {
        @Override
        public List<String> command(String language, Part part) {
            return program.command(language, part);
        }

        @Override
        public List<String> moods() {
            return program.moods();
        }

        @Override
        public String moodFor(Memory memory) {
            throw new IllegalStateException("the mood of /photos/anna.jpg is lost");
        }
    }

    @Test
    void aDefectIsToldToTheLogUnderTheNumberThatTheAnswerGives() {
        HttpResponse<String> answer = server.get("/api/memories/" + TestServer.MEMORY + "?word=holiday");
        assertThat(answer.statusCode()).isEqualTo(500);
        Matcher number = NUMBER.matcher(answer.body());
        assertThat(number.find()).isTrue();
        assertThat(answer.headers().firstValue("X-Request-Id")).contains(number.group(1));
        assertThat(answer.body()).doesNotContain("anna").doesNotContain("IllegalState");
        assertThat(heard.lines())
                .filteredOn(line -> line.contains(number.group(1)))
                .singleElement()
                .asString()
                .startsWith("SEVERE")
                .contains("GET api/memories/{memory}")
                .contains("the mood of")
                .doesNotContain(TestServer.MEMORY)
                .doesNotContain("holiday");
    }

    @Test
    void wrongPasswordsAndNewOnesAreToldWithoutThem() {
        server.lock("correct horse");
        server.change("POST", "/api/session", "{\"password\":\"battery staple\"}");
        assertThat(heard.lines()).anyMatch(line -> line.startsWith("WARNING The password was set"));
        assertThat(heard.lines()).contains("WARNING A wrong password from 127.0.0.1.");
        assertThat(heard.lines()).noneMatch(line -> line.contains("horse") || line.contains("staple"));
    }

    @Test
    void linksAreToldWithoutTheirSecrets() {
        HttpResponse<String> made = server.change(
                "POST",
                "/api/shares",
                "{\"memory\":\"%s\",\"mood\":\"gentle\",\"length\":\"medium\",\"days\":1,\"password\":\"open sesame\",\"views\":0}"
                        .formatted(TestServer.MEMORY));
        String secret = made.body().replaceFirst(".*/s/([A-Za-z0-9_-]+).*", "$1");
        assertThat(secret).hasSize(32);
        server.change("POST", "/api/shared/" + secret, "{\"password\":\"wrong\"}");
        server.change("POST", "/api/shared/" + secret, "{\"password\":\"open sesame\"}");
        server.get("/api/shared/" + secret + "/film");
        assertThat(heard.lines()).anyMatch(line -> line.startsWith("INFO A film was shared by a link for 24 h"));
        assertThat(heard.lines()).contains("WARNING A wrong password from 127.0.0.1.");
        assertThat(heard.lines()).noneMatch(line -> line.contains(secret) || line.contains("sesame"));
    }

    @Test
    void withdrawalsAreTold() {
        HttpResponse<String> answer =
                server.change("POST", "/api/choices", "{\"stance\":\"never\",\"subject\":\"kind:trip\",\"note\":\"\"}");
        assertThat(answer.statusCode()).as(answer.body()).isLessThan(300);
        assertThat(heard.lines())
                .contains("INFO Choices changed: 1 films were withdrawn or came back, 1 memories were withdrawn");
    }

    @Test
    void noEntryAtTheDefaultLevelNamesAPhoto() {
        List<String> told;
        try (Heard usual = new Heard(java.util.logging.Level.INFO)) {
            server.get("/api/assets/" + server.assets.getFirst().id() + "/thumbnail?size=grid");
            server.get("/api/assets/" + server.assets.getFirst().id() + "/original");
            told = usual.lines();
        }
        assertThat(told).noneMatch(line -> line.contains(".jpg"));
    }
}
