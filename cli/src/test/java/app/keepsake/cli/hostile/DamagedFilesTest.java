package app.keepsake.cli.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import app.keepsake.catalog.Asset;
import app.keepsake.catalog.Catalog;
import app.keepsake.catalog.CatalogLocation;
import app.keepsake.catalog.ContentHash;
import app.keepsake.catalog.FileState;
import app.keepsake.cli.TestCommand;
import app.keepsake.media.JpegWriter;
import app.keepsake.operations.index.TestPhotos;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A folder of damaged files, among them good ones: the index says of each what it is, or why it cannot be read, and ends;
 * the service shows what can be shown, answers nothing with a failure of its own, and lives. The property
 * {@code keepsake.damaged.files} says how many; they are looked at in batches, by one index run each.
 */
@Tag("slow")
final class DamagedFilesTest {
    private static final int FILES = Integer.getInteger("keepsake.damaged.files", 150);
    private static final int BATCH = 2500;
    private static final int VIEWERS = 4;
    private static final int GOOD = 3;
    private static final long SECONDS_PER_FILE = 4;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    Path root;

    private final HttpClient client = HttpClient.newHttpClient();
    private final Map<Integer, Integer> statuses = new ConcurrentSkipListMap<>();
    private final AtomicInteger named = new AtomicInteger();
    private int port;

    @Test
    void breakNothingButThemselves() throws IOException, InterruptedException {
        Path library = Files.createDirectories(root.resolve("library"));
        Damage damage = new Damage(Originals.in(Files.createDirectories(root.resolve("originals"))), 20261126);
        try (Catalog ignored = Catalog.open(CatalogLocation.of(library))) {
            // The service and the index open it from now on.
        }
        Process service = new ProcessBuilder(TestCommand.javaCommand(
                        List.of("serve", "--no-background", "--port", "0", "--library", library.toString())))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (BufferedReader said = service.inputReader()) {
            port = Integer.parseInt(String.valueOf(said.readLine()).replaceAll("\\D*(\\d+)/?$", "$1"));
            int readable = 0;
            for (int first = 0; first < FILES; first += BATCH) {
                readable += look(library, damage, first, Math.min(FILES, first + BATCH));
            }
            assertThat(service.isAlive()).as("the service lives").isTrue();
            System.out.printf(
                    "%d damaged files: %d could be read, %d named as unreadable; answers by status: %s%n",
                    FILES, readable - goodOnes(), named.get(), statuses);
            assertThat(statuses).as("answers by status").containsKeys(200);
            assertThat(new TreeSet<>(statuses.keySet()).tailSet(500))
                    .as("failures")
                    .isEmpty();
        } finally {
            service.destroy();
        }
    }

    private static int goodOnes() {
        return Math.ceilDiv(FILES, BATCH) * GOOD;
    }

    /** @return how many files of the batch can be read */
    private int look(Path library, Damage damage, int first, int end) throws IOException, InterruptedException {
        Path photos = Files.createDirectories(root.resolve("photos-" + first));
        for (int i = first; i < end; i++) {
            Path ignored = damage.write(photos, i);
        }
        List<ContentHash> good = new ArrayList<>();
        for (int i = 0; i < GOOD; i++) {
            Path file = photos.resolve("good-" + i + ".jpg");
            JpegWriter.write(TestPhotos.picture(first + i + 1_000_000L), file, 0.9f);
            good.add(ContentHash.of(file));
        }
        Process index = TestCommand.start("index", photos.toString(), "--library", library.toString());
        boolean ended = index.waitFor((end - first) * SECONDS_PER_FILE + 60, TimeUnit.SECONDS);
        index.destroyForcibly();
        assertThat(ended).as("the index of %s ends", photos).isTrue();
        assertThat(index.exitValue()).as("exit code of the index of %s", photos).isIn(0, 3);
        int readable = 0;
        try (Catalog catalog = Catalog.open(CatalogLocation.of(library))) {
            for (ContentHash hash : good) {
                Asset asset = catalog.assets().find(hash).orElseThrow();
                assertThat(status("/api/assets/" + asset.id() + "/thumbnail")).isEqualTo(200);
            }
            Map<Path, FileState> known = catalog.files().knownUnder(photos);
            Set<Long> ids = new TreeSet<>();
            try (Stream<Path> files = Files.list(photos)) {
                for (Path file : files.toList()) {
                    FileState state = known.get(file);
                    assertThat(state).as("what is known of %s", file).isNotNull();
                    assertThat(state.assetId().isPresent())
                            .as("%s is an asset or has a problem", file)
                            .isNotEqualTo(state.problem().isPresent());
                    state.assetId().ifPresent(ids::add);
                    readable += state.assetId().isPresent() ? 1 : 0;
                    named.addAndGet(state.problem().isPresent() ? 1 : 0);
                }
            }
            view(ids);
        }
        try (Stream<Path> files = Files.list(photos)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        return readable;
    }

    private void view(Set<Long> ids) throws InterruptedException {
        try (ExecutorService viewers = Executors.newFixedThreadPool(VIEWERS)) {
            List<Callable<Integer>> looks = new ArrayList<>();
            for (long id : ids) {
                for (String what : List.of("", "/thumbnail", "/thumbnail?size=view", "/original")) {
                    looks.add(() -> statuses.merge(status("/api/assets/" + id + what), 1, Integer::sum));
                }
            }
            for (Future<Integer> look : viewers.invokeAll(looks)) {
                assertThat(look.state()).as("an answer").isEqualTo(Future.State.SUCCESS);
            }
        }
    }

    private int status(String path) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .timeout(PATIENCE)
                .build();
        return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
    }
}
