package app.keepsake.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.keepsake.testbed.Patience;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the service holds is let go when it cannot begin. */
final class OpenedTest {
    @TempDir
    Path root;

    private static long threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(Thread::isAlive)
                .filter(thread -> thread.getName().equals("events"))
                .count();
    }

    @Test
    void noThreadIsLeftOfAServiceWhosePortIsTaken() throws Exception {
        long before = threads();
        Path library = Files.createDirectories(root.resolve("library"));
        Program program = new TestServer.Echo(root.resolve("told.txt"));
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            assertThatThrownBy(() -> KeepsakeServer.start(
                            new ServerOptions(library, "127.0.0.1", taken.getLocalPort(), false), program))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("free port");
        }
        Patience.until("its events end", () -> threads() <= before);
        try (KeepsakeServer server = KeepsakeServer.start(new ServerOptions(library, "127.0.0.1", 0, false), program)) {
            assertThat(server.port()).as("the library is free again").isPositive();
        }
    }
}
