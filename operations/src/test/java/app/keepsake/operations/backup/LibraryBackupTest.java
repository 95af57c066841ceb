package app.keepsake.operations.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.keepsake.catalog.Catalog;
import app.keepsake.catalog.Choice;
import app.keepsake.catalog.Restored;
import app.keepsake.catalog.Subject;
import app.keepsake.operations.library.DurableFile;
import app.keepsake.operations.library.Settings;
import app.keepsake.operations.library.TargetFile;
import app.keepsake.share.SavedTargets;
import app.keepsake.share.SavedTargets.Saved;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** All of a backup is brought back, or nothing; and what was set meanwhile stays. */
final class LibraryBackupTest {
    private static final Saved NAS =
            new Saved("nas", "webdav", Map.of("url", "https://nas.local", "user", "anna", "password", "secret"));

    @TempDir
    Path root;

    private DurableFile<Settings> settings;
    private SavedTargets places;

    @BeforeEach
    void setUp() {
        settings = new DurableFile<>(root.resolve("settings.json"), Settings.class, Settings.INITIAL);
        places = TargetFile.in(root);
        Settings ignored = settings.update(before -> Settings.INITIAL.withFolders(List.of("/here")));
        places.add(NAS);
    }

    /** Another library's, with a choice, settings and a place of its own. */
    private Backup backup() throws IOException {
        Path other = Files.createDirectories(root.resolve("other"));
        try (Catalog catalog = Catalog.open(other.resolve("catalog.db"))) {
            catalog.choices().add(Choice.Stance.NEVER, new Subject.OfTag("food"), "");
            Settings ignored = new DurableFile<>(other.resolve("settings.json"), Settings.class, Settings.INITIAL)
                    .update(before -> Settings.INITIAL.withFolders(List.of("/there")));
            TargetFile.in(other).add(new Saved("cloud", "webdav", NAS.values()));
            return new LibraryBackup(other, catalog, Clock.systemUTC()).take(true);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {".settings.json.part", ".targets.json.part"})
    void whereSomethingCannotBeWrittenNothingIs(String inTheWay) throws IOException {
        Files.createDirectories(root.resolve(inTheWay).resolve("in the way"));
        Backup backup = backup();
        try (Catalog catalog = Catalog.open(root.resolve("catalog.db"))) {
            LibraryBackup library = new LibraryBackup(root, catalog, Clock.systemUTC());
            for (Restored.Way way : Restored.Way.values()) {
                assertThatThrownBy(() -> library.restore(backup, way)).isInstanceOf(UncheckedIOException.class);
                assertThat(settings.read().folders()).containsExactly("/here");
                assertThat(places.all()).containsExactly(NAS);
                assertThat(catalog.choices().all()).isEmpty();
            }
        }
    }

    @Test
    void whatIsInTheBackupIsJoinedWithWhatIsHere() throws IOException {
        Backup backup = backup();
        try (Catalog catalog = Catalog.open(root.resolve("catalog.db"))) {
            LibraryBackup.Outcome outcome =
                    new LibraryBackup(root, catalog, Clock.systemUTC()).restore(backup, Restored.Way.MERGE);
            assertThat(outcome.settings()).containsExactly("folders");
            assertThat(outcome.places()).containsExactly("cloud");
            assertThat(settings.read().folders()).containsExactly("/here", "/there");
            assertThat(places.all()).extracting(Saved::name).containsExactly("nas", "cloud");
            assertThat(catalog.choices().all()).hasSize(1);
        }
    }

    @Test
    void whatIsSetMeanwhileStays() {
        SettingsBackup.Change change =
                new SettingsBackup(root).change(Map.of("folders", List.of("/there")), Restored.Way.MERGE);
        Settings meanwhile = settings.update(before -> before.withFolders(List.of("/here", "/meanwhile")));
        assertThat(meanwhile.folders()).hasSize(2);
        change.write();
        assertThat(settings.read().folders()).containsExactly("/here", "/meanwhile", "/there");
        change.putBack();
        assertThat(settings.read().folders()).containsExactly("/here", "/meanwhile");
    }
}
