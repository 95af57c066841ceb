package app.keepsake.cli;

import static org.assertj.core.api.Assertions.assertThat;

import app.keepsake.catalog.Catalog;
import app.keepsake.catalog.CatalogLocation;
import app.keepsake.cli.demo.SampleLibrary;
import app.keepsake.operations.index.Known;
import app.keepsake.testbed.Needs;
import app.keepsake.testbed.Patience;
import app.keepsake.testbed.PostgresServer;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real photos, a real server and real processes: two that help to index, of which one is killed; then all the rest. */
@Tag("slow")
final class WorkersTest {
    private static final int ENOUGH = 4;

    @TempDir
    Path photos;

    @TempDir
    Path alone;

    @TempDir
    Path shared;

    private final List<Process> processes = new ArrayList<>();

    @BeforeEach
    void makeLibraries() throws IOException, InterruptedException {
        Needs.tool(PostgresServer.forTests().isPresent(), PostgresServer.ABSENT);
        SampleLibrary.create(photos, done -> {});
        Files.write(photos.resolve("empty.jpg"), new byte[0]);
        Files.writeString(
                shared.resolve(CatalogLocation.SETTINGS),
                "catalog = " + PostgresServer.forTests().orElseThrow().newDatabase());
    }

    @AfterEach
    void end() {
        processes.forEach(Process::destroyForcibly);
    }

    private Process start(String... arguments) throws IOException {
        Process process = new ProcessBuilder(TestCommand.javaCommand(Arrays.asList(arguments)))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        processes.add(process);
        return process;
    }

    private Process startHelper() throws IOException {
        return start("work", "--library", shared.toString(), "--threads", "1");
    }

    private static String runCommand(Path library, String... words) {
        List<String> all = new ArrayList<>(Arrays.asList(words));
        all.addAll(List.of("--library", library.toString()));
        TestCommand run = TestCommand.run(all.toArray(String[]::new));
        assertThat(run.code()).as(all + run.err()).isZero();
        return run.out();
    }

    @Test
    void aLibraryThatSeveralIndexedIsTheSameAsOfOne() throws Exception {
        Process killed = startHelper();
        Process helper = startHelper();
        BufferedReader said = helper.inputReader();
        assertThat(killed.inputReader().readLine()).startsWith("Waiting");
        assertThat(said.readLine()).startsWith("Waiting");
        Process index = start("index", photos.toString(), "--library", shared.toString(), "--json");
        try (Catalog catalog = Catalog.open(CatalogLocation.of(shared))) {
            while (index.isAlive() && catalog.assets().count() < ENOUGH) {
                boolean ignored = index.waitFor(20, TimeUnit.MILLISECONDS);
            }
            assertThat(index.isAlive()).as("the index is still at it").isTrue();
            killed.destroyForcibly().waitFor();
        }
        String report = new String(index.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(index.waitFor()).as(report).isEqualTo(ExitCode.PARTIAL);
        assertThat(report).contains("empty.jpg");
        // The process's own method would also close the stream that has its last words.
        assertThat(helper.toHandle().destroy()).isTrue();
        assertThat(said.readLine()).matches("[1-9]\\d* files looked at\\.");

        assertThat(TestCommand.run("index", photos.toString(), "--library", alone.toString())
                        .code())
                .isEqualTo(ExitCode.PARTIAL);
        try (Catalog together = Catalog.open(CatalogLocation.of(shared));
                Catalog single = Catalog.open(CatalogLocation.of(alone))) {
            assertThat(Known.of(together)).isEqualTo(Known.of(single)).hasSizeGreaterThan(20);
        }
        allElseWorks();
    }

    private void allElseWorks() throws Exception {
        for (String command : List.of("memories", "kept-out", "people")) {
            assertThat(runCommand(shared, command)).isEqualTo(runCommand(alone, command));
        }
        runCommand(shared, "choices", "add", "never", "tag:boat");
        assertThat(runCommand(shared, "choices", "list")).contains("boat");
        try (Catalog catalog = Catalog.open(CatalogLocation.of(shared))) {
            String memory = catalog.memories().all().getFirst().id();
            assertThat(runCommand(shared, "explain", memory)).isNotBlank();
            Path film = shared.resolve("film.mp4");
            runCommand(shared, "movie", memory, "-o", film.toString(), "--length", "short", "--size", "720p");
            assertThat(film).isNotEmptyFile();
            assertThat(catalog.memories().films()).hasSize(1);
        }
        assertThat(served("/api/status")).contains("\"films\":1");
    }

    private String served(String path) throws Exception {
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        Process serve =
                start("serve", "--library", shared.toString(), "--port", Integer.toString(port), "--no-background");
        HttpRequest ask = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            AtomicReference<String> body = new AtomicReference<>("");
            Patience.until("the service answers", () -> {
                try {
                    HttpResponse<String> answer = client.send(ask, HttpResponse.BodyHandlers.ofString());
                    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
                    body.set(answer.body());
                    return true;
                } catch (IOException notYet) {
                    assertThat(serve.isAlive()).isTrue();
                    return false;
                }
            });
            return body.get();
        } finally {
            serve.destroy();
        }
    }
}
