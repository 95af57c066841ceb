package app.keepsake.cli;

import static org.assertj.core.api.Assertions.assertThat;

import app.keepsake.catalog.Catalog;
import app.keepsake.film.FilmCache;
import app.keepsake.media.CodingQuality;
import app.keepsake.media.MediaReader;
import app.keepsake.media.VideoEncoders;
import app.keepsake.operations.OneDay;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Films that play while they are made, over a catalog of one memory. */
final class LiveFilmRendererTest {
    private static final int PHOTOS = 6;
    private static final long PATIENCE_SECONDS = 60;

    @TempDir
    Path folder;

    private final BlockingQueue<Map<String, Object>> told = new LinkedBlockingQueue<>();

    @BeforeEach
    void fillCatalog() throws IOException {
        OneDay.write(folder, PHOTOS, PHOTOS);
    }

    private LiveFilmRenderer.Request request(long id, String mood) {
        return new LiveFilmRenderer.Request(
                id, "day", mood, "6", folder.resolve(mood + "-growing.mp4"), folder.resolve(mood + ".mp4"));
    }

    @Test
    void anotherMoodEndsTheFilmBeforeItAndPlaysToTheEnd() throws IOException, InterruptedException {
        LiveFilmRenderer.Request calm = request(1, "gentle");
        LiveFilmRenderer.Request lively = request(2, "happy");
        try (Catalog catalog = Catalog.open(folder.resolve("catalog.db"));
                LiveFilmRenderer liveFilm = new LiveFilmRenderer(
                        catalog,
                        FilmCache.in(folder.resolve("cache"), 1 << 26),
                        VideoEncoders.shipped(CodingQuality.STANDARD),
                        told::add)) {
            liveFilm.show(calm);
            awaitState(1, "playable");
            assertThat(calm.growing()).isNotEmptyFile();
            liveFilm.show(lively);
            awaitState(1, "stopped");
            assertThat(awaitState(2, "playable").get("chapters").toString()).contains("name=May 3", "start=0");
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
                LiveFilmRenderer liveFilm = new LiveFilmRenderer(
                        catalog,
                        FilmCache.in(folder.resolve("cache"), 1 << 26),
                        VideoEncoders.shipped(CodingQuality.STANDARD),
                        told::add)) {
            liveFilm.show(new LiveFilmRenderer.Request(
                    7, "none", "gentle", "6", folder.resolve("a.mp4"), folder.resolve("b.mp4")));
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
