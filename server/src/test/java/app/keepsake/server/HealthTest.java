package app.keepsake.server;

import static org.assertj.core.api.Assertions.assertThat;

import app.keepsake.catalog.Memory;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

final class HealthTest {
    /** A checkup that finds one thing, and writes an archive of four letters. */
    private record Checkups() implements Program {
        private static final String DO = """
            read -r line
            archive=${line#*'"archive":"'}
            archive=${archive%%'"'*}
            [ -z "$archive" ] || printf 'PK\\003\\004' >"$archive"
            echo '{"about":"disk","health":"ill","words":"Make room."}'
            """;

        @Override
        public List<String> command(String language, Part part) {
            return List.of("sh", "-c", DO);
        }

        @Override
        public List<String> moods() {
            return List.of("gentle");
        }

        @Override
        public String moodFor(Memory memory) {
            return "gentle";
        }
    }

    @Test
    void tellsWhatACheckupFindsAndGivesItsArchive(@TempDir Path root) throws IOException {
        try (TestServer service = new TestServer(root, new Checkups())) {
            HttpResponse<String> answer = service.get("/api/health");
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
            JsonNode finding =
                    JsonMapper.shared().readTree(answer.body()).get("findings").get(0);
            assertThat(finding.get("about").asString()).isEqualTo("disk");
            assertThat(finding.get("health").asString()).isEqualTo("ill");
            assertThat(finding.get("words").asString()).isEqualTo("Make room.");
            HttpResponse<String> report = service.get("/api/health/report");
            assertThat(report.body()).startsWith("PK");
            assertThat(report.headers().firstValue("Content-Disposition"))
                    .contains("attachment; filename=\"keepsake-report.zip\"");
            assertThat(ServiceNotes.of(root.resolve("library")).last())
                    .singleElement()
                    .satisfies(
                            done -> assertThat(done.kind() + " " + done.state()).isEqualTo("checkup done"));
        }
    }

    @Test
    void aCheckupThatFailsSaysWhy(@TempDir Path root) throws IOException {
        try (TestServer service = new TestServer(root)) {
            HttpResponse<String> answer = service.get("/api/health");
            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.body()).contains("no such thing");
        }
    }
}
