package app.keepsake.server;

import static org.assertj.core.api.Assertions.assertThat;

import app.keepsake.testbed.Pipes;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the service does with users' files that are not what they were. */
final class OriginalFilesTest {
    @TempDir
    Path root;

    @Test
    void photosThatBecamePipesHoldUpNobody() throws Exception {
        try (TestServer keepsake = new TestServer(root);
                ExecutorService viewers = Executors.newVirtualThreadPerTaskExecutor()) {
            Path photo = root.resolve("photos/0.jpg");
            Files.delete(photo);
            Path ignored = Pipes.make(photo);
            long id = keepsake.assets.get(0).id();
            List<Future<HttpResponse<String>>> answers = IntStream.range(0, 12)
                    .mapToObj(i -> viewers.submit(
                            () -> keepsake.get("/api/assets/" + id + (i % 2 == 0 ? "/original" : "/thumbnail"))))
                    .toList();
            for (Future<HttpResponse<String>> answer : answers) {
                assertThat(answer.get().statusCode()).isEqualTo(404);
                assertThat(answer.get().body()).contains("has changed");
            }
            assertThat(keepsake.get("/api/status").statusCode()).isEqualTo(200);
            long other = keepsake.assets.get(1).id();
            assertThat(keepsake.get("/api/assets/" + other + "/original").body())
                    .isEqualTo("photo 1");
        }
    }

    @Test
    void aLinkThatTookAPhotosPlaceIsNotFollowed() throws IOException {
        try (TestServer keepsake = new TestServer(root)) {
            Path secret = Files.writeString(root.resolve("secret.txt"), "a secret");
            Path photo = root.resolve("photos/0.jpg");
            Files.delete(photo);
            Files.createSymbolicLink(photo, secret);
            HttpResponse<String> answer =
                    keepsake.get("/api/assets/" + keepsake.assets.get(0).id() + "/original");
            assertThat(answer.statusCode()).isEqualTo(404);
            assertThat(answer.body()).doesNotContain("a secret");
        }
    }

    @Test
    void aPhotoIsSentInParts() throws IOException {
        try (TestServer keepsake = new TestServer(root)) {
            HttpResponse<String> part =
                    keepsake.get("/api/assets/" + keepsake.assets.get(0).id() + "/original", "Range", "bytes=2-4");
            assertThat(part.statusCode()).isEqualTo(206);
            assertThat(part.body()).isEqualTo("oto");
        }
    }
}
