package app.keepsake.cli;

import static org.assertj.core.api.Assertions.assertThat;

import app.keepsake.operations.index.TestPhotos;
import app.keepsake.testbed.Patience;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One service at a time works on a library, which nobody else on the machine can look into. */
final class OneServiceTest {
    private static final Pattern ADDRESS = Pattern.compile("http://localhost:\\d+/");
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    Path folder;

    private final List<Process> services = new ArrayList<>();

    @AfterEach
    void stop() throws InterruptedException {
        for (Process service : services) {
            service.destroyForcibly();
            assertThat(service.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
        }
    }

    private Path said(int service) {
        return folder.resolve("said-" + service);
    }

    private Process serve(Path library) throws IOException {
        Process process = new ProcessBuilder(TestCommand.javaCommand(
                        List.of("serve", "--port", "0", "--no-background", "--library", library.toString())))
                .redirectErrorStream(true)
                .redirectOutput(said(services.size()).toFile())
                .start();
        services.add(process);
        return process;
    }

    private String address(int service) throws Exception {
        Patience.until(
                said(service) + " tells an address",
                () -> ADDRESS.matcher(Files.readString(said(service))).find());
        Matcher found = ADDRESS.matcher(Files.readString(said(service)));
        assertThat(found.find()).isTrue();
        return found.group();
    }

    @Test
    void theSecondSaysThatThereIsOneAndCommandsGoOnWorking() throws Exception {
        Path library = folder.resolve("library");
        Process first = serve(library);
        String unused = address(0);
        assertThat(unused).isNotEmpty();
        Process second = serve(library);
        assertThat(second.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
        assertThat(second.exitValue()).isEqualTo(ExitCode.FAILED);
        assertThat(Files.readString(said(1)))
                .contains(library.toString())
                .contains("process " + first.pid())
                .contains("--library");
        assertThat(TestCommand.run("memories", "--library", library.toString()).code())
                .isZero();
        assertThat(TestCommand.run(
                                "share",
                                "add",
                                "nas",
                                "webdav",
                                "url=https://nas/",
                                "user=anna",
                                "password=pass",
                                "--library",
                                library.toString())
                        .code())
                .isZero();
        assertThat(first.isAlive()).isTrue();
        first.destroyForcibly();
        assertThat(first.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
        Process third = serve(library);
        assertThat(address(2)).isNotEmpty();
        assertThat(third.isAlive()).isTrue();
    }

    @Test
    void othersCannotLookIn() throws Exception {
        Path library = Files.createDirectory(folder.resolve("library"));
        Path photos = Files.createDirectory(folder.resolve("photos"));
        TestPhotos.write(photos, 2);
        assertThat(TestCommand.run("index", photos.toString(), "--library", library.toString())
                        .code())
                .isZero();
        Path film = Files.createDirectories(library.resolve("films")).resolve("old.mp4");
        Path old = Files.createDirectories(
                        library.resolve("cache").resolve("thumbnails").resolve("ab"))
                .resolve("old.webp");
        for (Path file : List.of(film, old, library.resolve("catalog.db-old"), library.resolve("0.jpg"))) {
            Files.writeString(file, "kept");
        }
        try (Stream<Path> all = Files.walk(library)) {
            for (Path path : (Iterable<Path>) all::iterator) {
                Files.setPosixFilePermissions(
                        path, PosixFilePermissions.fromString(Files.isDirectory(path) ? "rwxr-xr-x" : "rw-r--r--"));
            }
        }
        Process process = serve(library);
        String address = address(0);
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpRequest settings = HttpRequest.newBuilder(URI.create(address + "api/settings"))
                    .header("X-Keepsake", "1")
                    .timeout(PATIENCE)
                    .method("PATCH", HttpRequest.BodyPublishers.ofString("{\"background\":false}"))
                    .build();
            assertThat(client.send(settings, HttpResponse.BodyHandlers.ofString())
                            .statusCode())
                    .isEqualTo(200);
            HttpRequest picture = HttpRequest.newBuilder(URI.create(address + "api/assets/1/thumbnail?size=grid"))
                    .timeout(PATIENCE)
                    .build();
            HttpResponse<String> small = client.send(picture, HttpResponse.BodyHandlers.ofString());
            assertThat(small.statusCode()).as(small.body()).isEqualTo(200);
        }
        assertThat(process.isAlive()).isTrue();
        assertThat(library.resolve("settings.json")).exists();
        assertThat(rights(library)).isEqualTo("rwx------");
        try (Stream<Path> all = Files.walk(library)) {
            List<Path> files = all.filter(Files::isRegularFile).toList();
            assertThat(files).anyMatch(file -> file.toString().endsWith("catalog.db-wal"));
            assertThat(files).anyMatch(file -> file.toString().endsWith("-400.webp"));
            assertThat(files)
                    .filteredOn(file -> !file.toString().endsWith(".jpg"))
                    .allSatisfy(file -> assertThat(rights(file)).isEqualTo("rw-------"));
            assertThat(files)
                    .filteredOn(file -> file.toString().endsWith(".jpg"))
                    .as("originals stay as they are")
                    .hasSize(1)
                    .allSatisfy(file -> assertThat(rights(file)).isEqualTo("rw-r--r--"));
        }
    }

    private static String rights(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
