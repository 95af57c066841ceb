package app.keepsake.cli;

import static org.assertj.core.api.Assertions.assertThat;

import app.keepsake.catalog.Asset;
import app.keepsake.catalog.AssetView;
import app.keepsake.catalog.Catalog;
import app.keepsake.operations.index.TestPhotos;
import app.keepsake.testbed.Patience;
import app.keepsake.testbed.Pipes;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The service as a process: whatever its disks and children do, it ends when it is told to, and they end with it. */
final class ServeEndsTest {
    /** What is promised of an end. */
    private static final int SECONDS = 10;

    @TempDir
    Path root;

    private final HttpClient client = HttpClient.newHttpClient();
    private int port;

    private Process serve() throws IOException {
        Process service = new ProcessBuilder(TestCommand.javaCommand(List.of(
                        "serve",
                        "--no-background",
                        "--port",
                        "0",
                        "--library",
                        root.resolve("library").toString())))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        BufferedReader said = service.inputReader();
        port = Integer.parseInt(String.valueOf(said.readLine()).replaceAll("\\D*(\\d+)/?$", "$1"));
        return service;
    }

    private HttpRequest get(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .build();
    }

    private List<Asset> index() throws IOException {
        Path photos = Files.createDirectories(root.resolve("photos"));
        TestPhotos.write(photos, 2);
        assertThat(TestCommand.run(
                                "index",
                                photos.toString(),
                                "--library",
                                root.resolve("library").toString())
                        .code())
                .isZero();
        List<Asset> assets = new ArrayList<>();
        try (Catalog catalog = Catalog.open(root.resolve("library/catalog.db"))) {
            catalog.assets().each((AssetView view) -> assets.add(view.asset()));
        }
        return assets;
    }

    @Test
    void photosThatBecamePipesDoNotKeepItFromEnding() throws Exception {
        List<Asset> assets = index();
        Process service = serve();
        for (String name : List.of("0.jpg", "1.jpg")) {
            Path photo = root.resolve("photos").resolve(name);
            Files.delete(photo);
            Path ignored = Pipes.make(photo);
        }
        List<CompletableFuture<HttpResponse<String>>> answers = new ArrayList<>();
        for (Asset asset : assets) {
            for (int i = 0; i < 4; i++) {
                answers.add(client.sendAsync(
                        get("/api/assets/" + asset.id() + "/original"), HttpResponse.BodyHandlers.ofString()));
            }
        }
        for (CompletableFuture<HttpResponse<String>> answer : answers) {
            assertThat(answer.get(SECONDS, TimeUnit.SECONDS).statusCode()).isEqualTo(404);
        }
        service.destroy();
        boolean ended = service.waitFor(SECONDS, TimeUnit.SECONDS);
        service.destroyForcibly();
        assertThat(ended).as("SIGTERM ends the service").isTrue();
    }

    /**
     * Lets a photo be a photo when it is looked at, and a pipe when it is opened, until a request says that its disk does
     * not answer: from then on a thread is held, as nobody ever writes into the pipe.
     */
    private void hold(Asset asset, Path photo) throws Exception {
        Path real = root.resolve("real.jpg");
        Files.move(photo, real);
        Path pipe = Pipes.make(root.resolve("pipe.jpg"));
        AtomicBoolean held = new AtomicBoolean();
        CompletableFuture<Void> swapping = CompletableFuture.runAsync(() -> {
            try {
                while (!held.get()) {
                    for (Path target : List.of(real, pipe)) {
                        Path link = Files.createSymbolicLink(root.resolve("link"), target);
                        Files.move(link, photo, StandardCopyOption.ATOMIC_MOVE);
                    }
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        try {
            Patience.until(
                    "a disk holds a thread",
                    () -> client.send(
                                            get("/api/assets/" + asset.id() + "/original"),
                                            HttpResponse.BodyHandlers.ofString())
                                    .statusCode()
                            == 503);
        } finally {
            held.set(true);
            swapping.get(SECONDS, TimeUnit.SECONDS);
        }
    }

    @Test
    void aDiskThatHoldsAThreadDoesNotKeepItFromEnding() throws Exception {
        Asset photo = index().getFirst();
        Path file;
        try (Catalog catalog = Catalog.open(root.resolve("library/catalog.db"))) {
            file = catalog.files().holding(photo.id()).getFirst().path();
        }
        Process service = serve();
        hold(photo, file);
        service.destroy();
        boolean ended = service.waitFor(SECONDS, TimeUnit.SECONDS);
        service.destroyForcibly();
        assertThat(ended).as("SIGTERM ends the service").isTrue();
    }

    @Test
    void childrenEndWhenItIsKilled() throws Exception {
        List<Asset> assets = index();
        Process service = serve();
        HttpResponse<String> picture = client.send(
                get("/api/assets/" + assets.getFirst().id() + "/thumbnail"), HttpResponse.BodyHandlers.ofString());
        assertThat(picture.statusCode()).isEqualTo(200);
        // A page with memories warms up the process that plays films.
        assertThat(client.send(get("/api/memories"), HttpResponse.BodyHandlers.ofString())
                        .statusCode())
                .isEqualTo(200);
        List<ProcessHandle> children = service.children().toList();
        assertThat(children).as("small pictures, and films").hasSize(2);
        service.destroyForcibly();
        for (ProcessHandle child : children) {
            child.onExit().orTimeout(SECONDS, TimeUnit.SECONDS).join();
        }
    }
}
