package app.keepsake.server;

import static org.assertj.core.api.Assertions.assertThat;

import app.keepsake.catalog.Memory;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Small pictures are made for everybody while one file takes for ever. */
final class ThumbnailLanesTest {
    @TempDir
    Path root;

    /** Notes which files it is asked for, and does with {@code 0.jpg} as told. */
    private record Makers(String answer, Path asked) implements Program {
        private static final String PROCESS = """
            while read -r line; do
                out=$(echo "$line" | sed 's/.*"out":"\\([^"]*\\)".*/\\1/')
                case $line in
                *greeting*) echo '{"ok":true}' ;;
                */0.jpg*) echo 0.jpg >>"$0"; %s ;;
                *) printf small >"$out"; echo '{"ok":true}' ;;
                esac
            done
            """;

        @Override
        public List<String> command(String language, Part part) {
            return List.of("sh", "-c", PROCESS.formatted(answer), asked.toString());
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
    void oneSlowFileHoldsUpNoOther() throws Exception {
        Path asked = root.resolve("asked.txt");
        try (TestServer keepsake = new TestServer(root, new Makers("exec sleep 100", asked));
                ExecutorService viewers = Executors.newVirtualThreadPerTaskExecutor()) {
            long slow = keepsake.assets.get(0).id();
            long second = keepsake.assets.get(1).id();
            CountDownLatch sent = new CountDownLatch(1);
            Future<HttpResponse<String>> never = viewers.submit(() -> {
                sent.countDown();
                return keepsake.get("/api/assets/" + slow + "/thumbnail");
            });
            sent.await();
            // The slow one is in hand as soon as its process was asked for it.
            while (!Files.exists(asked) && !never.isDone()) {
                Thread.onSpinWait();
            }
            HttpResponse<String> other = keepsake.get("/api/assets/" + second + "/thumbnail");
            assertThat(other.statusCode()).isEqualTo(200);
            assertThat(other.body()).isEqualTo("small");
            assertThat(never.isDone()).as("the slow file's lane is another").isFalse();
        }
    }

    @Test
    void whatFailedIsNotTriedAgain() throws IOException {
        Path asked = root.resolve("asked.txt");
        try (TestServer keepsake = new TestServer(
                root,
                new Makers(
                        "echo '{\"ok\":false,\"kind\":\"file\",\"error\":\"expected a photo, found none\"}'", asked))) {
            String path = "/api/assets/" + keepsake.assets.get(0).id() + "/thumbnail";
            for (int i = 0; i < 3; i++) {
                HttpResponse<String> answer = keepsake.get(path);
                assertThat(answer.statusCode()).isEqualTo(404);
                assertThat(answer.body()).contains("expected a photo, found none");
            }
            assertThat(Files.readAllLines(asked, StandardCharsets.UTF_8)).hasSize(1);
        }
    }
}
