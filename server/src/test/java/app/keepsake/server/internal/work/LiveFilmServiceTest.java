package app.keepsake.server.internal.work;

import static org.assertj.core.api.Assertions.assertThat;

import app.keepsake.catalog.Catalog;
import app.keepsake.catalog.Choice;
import app.keepsake.catalog.Memory;
import app.keepsake.catalog.Subject;
import app.keepsake.memories.MayShow;
import app.keepsake.operations.library.Settings;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LiveFilmServiceTest {
    @TempDir
    Path root;

    /** The process takes requests, and says nothing. */
    @Test
    void aFilmInTheMakingIsOverWhenItsKindIsNeverToBeTold() throws Exception {
        LocalDate day = LocalDate.of(2024, 5, 3);
        Memory memory = new Memory("lisbon", "trip", "Lisbon", "", day, day, 1, 0.5, List.of(), "1");
        try (Catalog catalog = Catalog.open(root.resolve("catalog.db"));
                Jobs jobs = new Jobs(new Commands(root), () -> Settings.INITIAL);
                LiveFilmService liveFilms = new LiveFilmService(
                        () -> List.of("sh", "-c", "cat >/dev/null"), jobs, new MayShow(catalog, Locale.ENGLISH))) {
            long id = liveFilms.show(memory, "", "", root.resolve("film.mp4")).id();
            assertThat(liveFilms.isOver(id)).isFalse();
            catalog.choices().add(Choice.Stance.NEVER, new Subject.OfKind("trip"), "");
            assertThat(liveFilms.isOver(id)).isTrue();
        }
    }
}
