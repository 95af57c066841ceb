package app.keepsake.server.internal.pictures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
final class ThumbnailWorkerTest {
    private static final Map<String, Object> REQUEST = Map.of("file", "photo.jpg");
    private static final Duration LIMIT = Duration.ofSeconds(30);

    /** @param script what the process does, in the shell's words */
    private static ThumbnailWorker worker(String script) {
        return new ThumbnailWorker(() -> List.of("sh", "-c", script), LIMIT);
    }

    @Test
    void leavesOutWhatLibrariesSay() throws IOException {
        try (ThumbnailWorker worker = worker("while read -r line; do echo remark; echo '{\"ok\":true}'; done")) {
            assertThat(worker.make(REQUEST)).isEmpty();
        }
    }

    @Test
    void aFileThatEndsTheProcessMayPass() throws IOException {
        try (ThumbnailWorker worker = worker("read -r greeting; echo '{\"ok\":true}'; read -r line")) {
            assertThat(worker.make(REQUEST))
                    .contains(new Failure(Failure.Kind.PASSING, "The process that opened the file ended."));
        }
    }

    @Test
    void aProcessThatDoesNotAnswerItsGreetingDoesNotStart() {
        try (ThumbnailWorker worker = worker("read -r greeting")) {
            assertThatThrownBy(() -> worker.make(REQUEST))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("does not start");
        }
    }
}
