package app.keepsake.cli;

import app.keepsake.server.KeepsakeServer;
import app.keepsake.server.ServerOptions;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The service's first moments without anybody there: it loads the classes that it will need. */
final class Rehearsal {
    private static final List<String> FIRST = List.of(
            "/", "/api/session", "/api/status", "/api/memories", "/api/timeline", "/api/settings", "/api/people");

    private Rehearsal() {}

    static int run() throws IOException {
        Path root = Files.createTempDirectory("keepsake-rehearsal");
        try {
            ServerOptions options = new ServerOptions(root, "127.0.0.1", 0, true);
            try (KeepsakeServer server = KeepsakeServer.start(options, new OwnProcess(LibraryFolder.at(root)))) {
                for (String page : FIRST) {
                    show(URI.create("http://localhost:" + server.port() + page));
                }
            }
        } finally {
            try (Stream<Path> made = Files.walk(root)) {
                for (Path one : made.sorted(Comparator.reverseOrder()).toList()) {
                    Files.deleteIfExists(one);
                }
            }
        }
        return ExitCode.OK;
    }

    private static void show(URI page) throws IOException {
        try (InputStream in = page.toURL().openStream()) {
            in.readAllBytes();
        }
    }
}
