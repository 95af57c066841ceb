package app.keepsake.server.internal.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.keepsake.server.internal.disk.Disks;
import app.keepsake.server.internal.disk.Source;
import app.keepsake.server.internal.http.RangedFile;
import io.javalin.Javalin;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files whose disk ceases to answer while they are sent. */
final class CutOffTest {
    private static final int SIZE = 1_000_000;

    @TempDir
    Path folder;

    private final CountDownLatch answered = new CountDownLatch(1);
    private final HttpClient client = HttpClient.newHttpClient();
    private Disks disks;
    private Javalin server;
    private volatile int readable;

    @BeforeEach
    void start() {
        disks = new Disks(() -> List.of(folder), Duration.ofMillis(100), Duration.ofMinutes(1));
        server = Javalin.create(config -> {
                    config.startup.showJavalinBanner = false;
                    config.routes.get(
                            "/file",
                            context -> RangedFile.send(
                                    context,
                                    Stalling::new,
                                    "image/jpeg",
                                    "tag",
                                    RangedFile.Keeping.ASKING,
                                    () -> true));
                    Routes.refuse(config.routes);
                })
                .start(0);
    }

    @AfterEach
    void stop() {
        answered.countDown();
        server.stop();
        disks.close();
        client.close();
    }

    /** Reads a thousand bytes at a time, as long as it can be read. */
    private final class Stalling implements Source {
        @Override
        public long size() {
            return SIZE;
        }

        @Override
        public int read(ByteBuffer into, long position) throws IOException {
            if (position >= readable) {
                boolean ignored = disks.ask(folder, () -> answered.await(10, TimeUnit.MINUTES));
            }
            into.put(new byte[1000]);
            return 1000;
        }

        @Override
        public void close() {}
    }

    private HttpResponse<String> get(String... headers) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + server.port() + "/file"))
                .timeout(Duration.ofSeconds(20));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private static void assertToldThatItStalled(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.body()).startsWith("{").contains("\"stalled\"");
        for (String header : List.of("ETag", "Content-Range", "Accept-Ranges")) {
            assertThat(answer.headers().firstValue(header)).as(header).isEmpty();
        }
    }

    @Test
    void saySoWhereNothingWasSentYet() throws Exception {
        assertToldThatItStalled(get());
        assertToldThatItStalled(get("Range", "bytes=2-400000"));
    }

    @Test
    void areNotTakenToBeWhole() {
        readable = SIZE / 2;
        assertThatThrownBy(this::get).isInstanceOf(IOException.class);
    }

    @Test
    void tellTheirSizeWhereARangeLiesOutside() throws Exception {
        HttpResponse<String> answer = get("Range", "bytes=2000000-");
        assertThat(answer.statusCode()).isEqualTo(416);
        assertThat(answer.headers().firstValue("Content-Range")).contains("bytes */" + SIZE);
    }
}
