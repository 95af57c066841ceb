package app.keepsake.testbed;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A PostgreSQL server of its own in a temporary folder, on a free port of this machine, where Debian's package
 * postgresql is installed.
 */
public final class PostgresServer implements AutoCloseable {
    /** Why there is none. */
    public static final String ABSENT = "Debian's package postgresql is not installed";

    private static final Path VERSIONS = Path.of("/usr/lib/postgresql");
    private static final String USER = "keepsake";
    private static final String PASSWORD = "throwaway";

    private final Path programs;
    private final Path folder;
    private final int port;
    private final AtomicInteger databases = new AtomicInteger();

    private PostgresServer(Path programs, Path folder, int port) {
        this.programs = programs;
        this.folder = folder;
        this.port = port;
    }

    /**
     * Starts one, which goes at the latest when this process ends; empty when there is no PostgreSQL.
     *
     * @param settings of the server, like "fsync=off"
     */
    public static Optional<PostgresServer> start(String... settings) throws IOException, InterruptedException {
        Optional<Path> programs = programs();
        return programs.isEmpty() ? Optional.empty() : Optional.of(start(programs.get(), settings));
    }

    /** The one that all tests of this process share, in a hurry and safe from nothing; empty when there is no PostgreSQL. */
    public static Optional<PostgresServer> forTests() {
        return ForTests.SERVER;
    }

    private static final class ForTests {
        static final Optional<PostgresServer> SERVER = startForTests();
    }

    private static Optional<PostgresServer> startForTests() {
        try {
            return start("fsync=off");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Optional<Path> programs() throws IOException {
        if (!Files.isDirectory(VERSIONS)) {
            return Optional.empty();
        }
        try (Stream<Path> versions = Files.list(VERSIONS)) {
            return versions.map(version -> version.resolve("bin"))
                    .filter(bin -> Files.isExecutable(bin.resolve("initdb")))
                    .max(Comparator.naturalOrder());
        }
    }

    private static PostgresServer start(Path programs, String... settings) throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("keepsake-postgres");
        Path password = Files.writeString(folder.resolve("password"), PASSWORD);
        if (isRoot()) {
            // PostgreSQL refuses to run as root.
            for (Path path : List.of(password, folder)) {
                Files.setOwner(
                        path,
                        path.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName("postgres"));
            }
        }
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        PostgresServer server = new PostgresServer(programs, folder, port);
        Runtime.getRuntime().addShutdownHook(new Thread(server::close));
        server.run(
                "initdb",
                "-D",
                server.data(),
                "-U",
                USER,
                "-E",
                "UTF8",
                "--locale=C.UTF-8",
                "--no-sync",
                "-A",
                "scram-sha-256",
                "--pwfile=" + password);
        server.run(
                "pg_ctl",
                "-D",
                server.data(),
                "-l",
                folder.resolve("log").toString(),
                "-w",
                "-o",
                "-p " + port + " -c listen_addresses=127.0.0.1 -c unix_socket_directories='' "
                        + Stream.of(settings).map(setting -> " -c " + setting).collect(Collectors.joining()),
                "start");
        return server;
    }

    private String data() {
        return folder.resolve("data").toString();
    }

    private static boolean isRoot() {
        return System.getProperty("user.name").equals("root");
    }

    /** Makes an empty database, and tells its JDBC address with user and password. */
    public String newDatabase() throws IOException, InterruptedException {
        return create("template1");
    }

    /** Makes a copy of a database that nobody is connected to. */
    public String copy(String address) throws IOException, InterruptedException {
        return create(address.replaceFirst(".*/", "").replaceFirst("\\?.*", ""));
    }

    private String create(String template) throws IOException, InterruptedException {
        String name = "library" + databases.incrementAndGet();
        run("createdb", "-h", "127.0.0.1", "-p", Integer.toString(port), "-U", USER, "-T", template, name);
        return "jdbc:postgresql://127.0.0.1:%d/%s?user=%s&password=%s".formatted(port, name, USER, PASSWORD);
    }

    /** Ends all connections, as a restart does, and comes back. */
    public void restart() throws IOException, InterruptedException {
        run("pg_ctl", "-D", data(), "-l", folder.resolve("log").toString(), "-m", "fast", "-w", "restart");
    }

    private void run(String program, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        if (isRoot()) {
            command.addAll(List.of("setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups", "--"));
        }
        command.add(programs.resolve(program).toString());
        command.addAll(Arrays.asList(arguments));
        Path said = Files.createTempFile("keepsake-postgres", ".txt");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(said.toFile());
        builder.environment().put("PGPASSWORD", PASSWORD);
        int code = builder.start().waitFor();
        String words = Files.readString(said, StandardCharsets.UTF_8);
        Files.delete(said);
        if (code != 0) {
            throw new IOException("%s ended with %d: %s".formatted(program, code, words));
        }
    }

    @Override
    public void close() {
        if (!Files.exists(folder)) {
            return;
        }
        try {
            if (Files.exists(folder.resolve("data").resolve("postmaster.pid"))) {
                run("pg_ctl", "-D", data(), "-m", "immediate", "-w", "stop");
            }
            try (Stream<Path> all = Files.walk(folder)) {
                for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        } catch (IOException e) {
            System.err.println("A throwaway PostgreSQL in " + folder + " did not go: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
