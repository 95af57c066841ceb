package app.keepsake.operations.backup;

import app.keepsake.catalog.Catalog;
import app.keepsake.catalog.Film;
import app.keepsake.catalog.Restored;
import app.keepsake.memories.Withdrawal;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Brings back what a backup holds, and keeps what is there before, so that it can be taken back. */
public final class RestoreBackup {
    private final Path root;
    private final Catalog catalog;
    private final Locale locale;
    private final Clock clock;
    private final LibraryBackup here;

    /**
     * @param root the library's folder
     * @param locale of the reasons for which films are withdrawn
     */
    public RestoreBackup(Path root, Catalog catalog, Locale locale, Clock clock) {
        this.root = root;
        this.catalog = catalog;
        this.locale = locale;
        this.clock = clock;
        this.here = new LibraryBackup(root, catalog, clock);
    }

    /**
     * What was done.
     *
     * @param before where what was there is kept; empty when there was nothing
     * @param films that were withdrawn, or came back
     */
    public record Done(LibraryBackup.Outcome outcome, Optional<Path> before, List<Film> films) {
        public Done {
            films = List.copyOf(films);
        }
    }

    /**
     * All of it or nothing.
     *
     * @throws IOException when something in it cannot be used; then nothing was changed
     */
    public Done restore(Backup backup, Restored.Way way) throws IOException {
        Optional<Path> before = new BackupFolder(root)
                .keepBefore(here.take(true), LocalDateTime.now(clock.withZone(ZoneId.systemDefault())));
        LibraryBackup.Outcome outcome = here.restore(backup, way);
        return new Done(outcome, before, Withdrawal.apply(catalog, locale).films());
    }

    /** Only says what would change. */
    public Done rehearse(Backup backup, Restored.Way way) throws IOException {
        return new Done(here.rehearse(backup, way), Optional.empty(), List.of());
    }
}
