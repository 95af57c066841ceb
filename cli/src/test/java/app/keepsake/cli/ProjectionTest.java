package app.keepsake.cli;

import static org.assertj.core.api.Assertions.assertThat;

import app.keepsake.catalog.AssetFacts;
import app.keepsake.catalog.Catalog;
import app.keepsake.catalog.ContentHash;
import app.keepsake.catalog.FileStamp;
import app.keepsake.catalog.Findings;
import app.keepsake.catalog.Indexing;
import app.keepsake.catalog.Memory;
import app.keepsake.catalog.Shot;
import app.keepsake.cli.index.TestPhotos;
import app.keepsake.film.FilmCache;
import app.keepsake.media.MediaReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Films that play while they are made, over a catalog of one memory. */
final class ProjectionTest {
    private static final int PHOTOS = 6;
    private static final long PATIENCE_SECONDS = 60;

    @TempDir
    Path folder;

    private final BlockingQueue<Map<String, Object>> told = new LinkedBlockingQueue<>();

    @BeforeEach
    void fillCatalog() throws IOException {
        TestPhotos.write(folder, PHOTOS);
        try (Catalog catalog = Catalog.open(folder.resolve("catalog.db"));
                Indexing indexing = catalog.beginIndexing()) {
            List<Shot> shots = new ArrayList<>();
            for (int i = 0; i < PHOTOS; i++) {
                Path file = folder.resolve(i + ".jpg");
                ContentHash hash = ContentHash.ofContent(("photo " + i).getBytes(StandardCharsets.UTF_8));
                long id = indexing.add(file, new FileStamp(1, 1, 0), hash, facts(i), "m1", findings())
                        .id();
                shots.add(new Shot(id, Shot.Role.BODY, "to be seen"));
            }
            LocalDate day = LocalDate.of(2024, 5, 3);
            catalog.memories().put(new Memory("day", "event", "A day", "May", day, day, 1, 0.5, shots, "v1"));
        }
    }

    private static AssetFacts facts(int i) {
        return new AssetFacts(
                "JPEG",
                false,
                160,
                160,
                Duration.ZERO,
                false,
                Optional.of(LocalDateTime.of(2024, 5, 3, 9, i)),
                Optional.empty(),
                Optional.of("EXIF"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                false,
                false);
    }

    private static Findings findings() {
        return new Findings(List.of(), Optional.empty(), List.of(), List.of(), Optional.empty(), Map.of());
    }

    private Projection.Request request(long id, String mood) {
        return new Projection.Request(
                id,
                "day",
                List.of("--mood", mood, "--length", "6", "--aspect", "1:1", "--size", "720p"),
                folder.resolve(mood + "-growing.mp4"),
                folder.resolve(mood + ".mp4"));
    }

    @Test
    void anotherMoodEndsTheFilmBeforeItAndPlaysToTheEnd() throws IOException, InterruptedException {
        Projection.Request calm = request(1, "gentle");
        Projection.Request lively = request(2, "happy");
        try (Catalog catalog = Catalog.open(folder.resolve("catalog.db"));
                Projection projection =
                        new Projection(catalog, FilmCache.in(folder.resolve("cache"), 1 << 26), told::add)) {
            projection.show(calm);
            awaitState(1, "playable");
            assertThat(calm.growing()).isNotEmptyFile();
            projection.show(lively);
            awaitState(1, "stopped");
            awaitState(2, "playable");
            awaitState(2, "finished");
        }
        assertThat(calm.growing()).doesNotExist();
        assertThat(calm.film()).doesNotExist();
        assertThat(MediaReader.read(lively.film()).duration()).isBetween(Duration.ofSeconds(4), Duration.ofSeconds(14));
        assertThat(MediaReader.read(lively.growing()).duration())
                .isBetween(Duration.ofSeconds(4), Duration.ofSeconds(14));
        try (Catalog catalog = Catalog.open(folder.resolve("catalog.db"))) {
            assertThat(catalog.memories().films())
                    .anyMatch(film -> film.toString().contains("happy.mp4"));
        }
    }

    @Test
    void whatCannotBeShownIsSaid() throws InterruptedException, IOException {
        try (Catalog catalog = Catalog.open(folder.resolve("catalog.db"));
                Projection projection =
                        new Projection(catalog, FilmCache.in(folder.resolve("cache"), 1 << 26), told::add)) {
            projection.show(
                    new Projection.Request(7, "none", List.of(), folder.resolve("a.mp4"), folder.resolve("b.mp4")));
            assertThat(awaitState(7, "failed").get("error").toString()).contains("none");
        }
    }

    private Map<String, Object> awaitState(long id, String state) throws InterruptedException {
        while (true) {
            Map<String, Object> line = told.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
            assertThat(line).as("until %s of %d", state, id).isNotNull();
            if (line.get("id").equals(id) && line.get("state").equals(state)) {
                return line;
            }
        }
    }
}
