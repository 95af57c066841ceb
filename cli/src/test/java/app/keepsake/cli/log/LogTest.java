package app.keepsake.cli.log;

import static org.assertj.core.api.Assertions.assertThat;

import app.keepsake.catalog.Catalog;
import app.keepsake.cli.TestCommand;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

@Timeout(120)
final class LogTest {
    private static final String OWN = "app.keepsake.server.internal.work.Jobs";

    @TempDir
    Path folder;

    @AfterEach
    void silence() {
        Log.begin(false, Map.of());
    }

    private String kept(boolean verbose, Map<String, String> environment, Runnable told) throws IOException {
        Log.begin(verbose, environment);
        Path logs = folder.resolve("log 100%");
        try (Closeable log = Log.keep(logs, environment)) {
            told.run();
        }
        return Files.readString(logs.resolve("keepsake.0.log"));
    }

    private static void tellEverything() {
        LoggerFactory.getLogger(OWN).debug("a detail of {}", "/photos/anna.jpg");
        LoggerFactory.getLogger(OWN).info("work begins");
        LoggerFactory.getLogger(OWN).warn("it failed", new IOException("/photos/anna.jpg: broken"));
        LoggerFactory.getLogger("org.eclipse.jetty.Server").info("a remark");
        LoggerFactory.getLogger("org.eclipse.jetty.Server").debug("Cookie: keepsake-session=abc");
        java.util.logging.Logger.getLogger("org.postgresql").warning("a library's warning");
    }

    @Test
    void theServiceTellsWhatItDoesWithoutNamesOfPhotos() throws IOException {
        assertThat(kept(false, Map.of(), LogTest::tellEverything).lines())
                .anyMatch(line ->
                        line.matches("\\d{4}-\\d\\d-\\d\\d [\\d:.]{12} INFO  \\[.*] server.work.Jobs: work begins"))
                .anyMatch(line -> line.endsWith("server.work.Jobs: it failed"))
                .anyMatch(line -> line.equals("java.io.IOException: [file]: broken"))
                .anyMatch(line -> line.contains("\tat app.keepsake.cli.log.LogTest") || line.contains("LogTest.java"))
                .anyMatch(line -> line.endsWith("org.postgresql: a library's warning"))
                .noneMatch(line -> line.contains("anna") || line.contains("a remark") || line.contains("abc"));
    }

    @Test
    void verboseTellsNamesButNeverSecrets() throws IOException {
        assertThat(kept(true, Map.of(), LogTest::tellEverything))
                .contains("a detail of /photos/anna.jpg")
                .contains("a remark")
                .doesNotContain("abc");
    }

    @Test
    void theVariableSaysHowMuchIsTold() throws IOException {
        assertThat(kept(false, Map.of(Log.VARIABLE, "error"), LogTest::tellEverything))
                .isEmpty();
        assertThat(kept(false, Map.of(Log.VARIABLE, "Debug"), LogTest::tellEverything))
                .contains("a detail");
    }

    @Test
    void filesAreFewAndSmallAndTheOwnersAlone() throws IOException {
        String line = "x".repeat(10_000);
        kept(false, Map.of(), () -> {
            for (int i = 0; i < 1300; i++) {
                LoggerFactory.getLogger(OWN).info(line);
            }
        });
        Path logs = folder.resolve("log 100%");
        try (Stream<Path> files = Files.list(logs)) {
            List<Path> all = files.toList();
            assertThat(all).hasSize(5);
            for (Path file : all) {
                assertThat(Files.size(file)).isLessThan(2_100_000);
            }
        }
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(logs)))
                .isEqualTo("rwx------");
    }

    @Test
    void aWrongWordIsWrongUsage() throws IOException, InterruptedException {
        Ended ended = run(Map.of(Log.VARIABLE, "loud"), "people", "--library", folder.toString());
        assertThat(ended.code).isEqualTo(2);
        assertThat(ended.errors).contains("KEEPSAKE_LOG: expected error, warn, info or debug, found \"loud\"");
    }

    @Test
    void aCommandTellsItsInsidesWhereItIsAsked() throws IOException, InterruptedException {
        Catalog.open(folder.resolve("catalog.db")).close();
        String[] wrong = {"movie", "2001-01-none-0000", "-o", "x.mp4", "--library", folder.toString()};
        assertThat(run(Map.of(), wrong).errors)
                .contains("expected the name of a memory")
                .doesNotContain("\tat ");
        String[] verbose =
                Stream.concat(Stream.of(wrong), Stream.of("--verbose")).toArray(String[]::new);
        assertThat(run(Map.of(), verbose).errors).contains("DEBUG").contains("\tat ");
    }

    @Test
    void theJournalGetsPrioritiesAndTheLastWordToo() throws IOException, InterruptedException {
        Path journal = Files.createFile(folder.resolve("journal"));
        Map<String, Object> identity = Files.readAttributes(journal, "unix:dev,ino");
        ProcessBuilder builder = new ProcessBuilder(TestCommand.javaCommand(
                        List.of("serve", "--port", "0", "--no-background", "--library", folder.toString())))
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(journal.toFile());
        builder.environment().put("JOURNAL_STREAM", identity.get("dev") + ":" + identity.get("ino"));
        Process service = builder.start();
        try {
            await(journal, "<6>server.KeepsakeServer: Keepsake");
            service.destroy();
            assertThat(service.waitFor(60, TimeUnit.SECONDS)).isTrue();
        } finally {
            service.destroyForcibly();
        }
        assertThat(Files.readString(journal)).contains("<6>server.KeepsakeServer: Keepsake has stopped");
        assertThat(Files.readString(folder.resolve("log").resolve("keepsake.0.log")))
                .contains("listens on 127.0.0.1:")
                .contains("Keepsake has stopped");
    }

    private static void await(Path file, String text) throws IOException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (!Files.readString(file).contains(text) && System.nanoTime() < end) {
            LockSupport.parkNanos(20_000_000);
        }
        assertThat(Files.readString(file)).contains(text);
    }

    private record Ended(int code, String errors) {}

    private Ended run(Map<String, String> environment, String... arguments) throws IOException, InterruptedException {
        Path errors = folder.resolve("errors");
        ProcessBuilder builder = new ProcessBuilder(TestCommand.javaCommand(List.of(arguments)))
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(errors.toFile());
        builder.environment().putAll(environment);
        Process process = builder.start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return new Ended(process.exitValue(), Files.readString(errors));
    }
}
