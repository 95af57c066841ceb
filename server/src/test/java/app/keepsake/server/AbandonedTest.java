package app.keepsake.server;

import static org.assertj.core.api.Assertions.assertThat;

import app.keepsake.testbed.Patience;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Work that nobody waits for any more, since who asked has gone. */
final class AbandonedTest {
    @TempDir
    Path folder;

    private TestServer service;
    private Path begun;

    @BeforeEach
    void start() throws IOException {
        begun = folder.resolve("begun.txt");
        service = new TestServer(
                folder,
                new OneScript(
                        new TestServer.Echo(folder.resolve("told.txt")),
                        Program.Part.ERRAND,
                        // One that is to be quick fails at once, and others never end.
                        "read -r line; echo \"$line\" >>'" + begun + "'; case $line in *quick*) echo 'keepsake: quick';"
                                + " exit 1 ;; esac; exec sleep 600"));
    }

    @AfterEach
    void stop() {
        service.close();
    }

    /** A request as a browser sends it, whose answer is still to come. */
    private Socket asks(String words) throws IOException {
        String body = "{\"words\":\"%s\"}".formatted(words);
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), service.server.port());
        socket.getOutputStream()
                .write(
                        "POST /api/memories HTTP/1.1\r\nHost: localhost:%d\r\nX-Keepsake: 1\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n%s"
                                .formatted(service.server.port(), body.length(), body)
                                .getBytes(StandardCharsets.UTF_8));
        return socket;
    }

    private long works() {
        JsonNode status =
                JsonMapper.shared().readTree(service.get("/api/status").body());
        return status.get("work").size();
    }

    private boolean hasBegun(String words) throws IOException {
        return Files.exists(begun) && Files.readString(begun).contains(words);
    }

    @Test
    void isStoppedAndKeepsNobodyElseWaiting() throws Exception {
        try (Socket first = asks("slow one");
                Socket second = asks("slow two")) {
            Patience.until("one has begun and the other waits", () -> hasBegun("slow") && works() == 2);
        }
        HttpResponse<String> quick = service.change("POST", "/api/memories", "{\"words\":\"quick\"}");
        assertThat(quick.statusCode()).isEqualTo(422);
        assertThat(quick.body()).contains("quick");
        Patience.until("nothing is left to be done", () -> works() == 0);
    }

    @Test
    void goesOnWhileSomebodyElseWaitsForTheSame() throws Exception {
        try (Socket stays = asks("slow one")) {
            try (Socket goes = asks("slow one")) {
                Patience.until("it has begun", () -> hasBegun("slow one"));
            }
            try (Socket other = asks("slow two")) {
                Patience.until("another waits behind it", () -> works() == 2);
            }
            Patience.until("the other is taken out again", () -> works() == 1);
            assertThat(hasBegun("slow two")).isFalse();
            assertThat(stays.isClosed()).isFalse();
        }
    }
}
