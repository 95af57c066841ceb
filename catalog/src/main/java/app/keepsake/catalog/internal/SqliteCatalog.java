package app.keepsake.catalog.internal;

import app.keepsake.catalog.Assets;
import app.keepsake.catalog.Catalog;
import app.keepsake.catalog.CatalogException;
import app.keepsake.catalog.Choices;
import app.keepsake.catalog.Edits;
import app.keepsake.catalog.Indexing;
import app.keepsake.catalog.LibraryFiles;
import app.keepsake.catalog.MemoryShelf;
import app.keepsake.catalog.People;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;

/** The catalog in one SQLite file. */
public final class SqliteCatalog implements Catalog {
    private final Database database;
    private final ProcessLock lock;
    private final Clock clock;
    private final LibraryFiles files;
    private final Assets assets;
    private final People people;
    private final MemoryShelf memories;
    private final Choices choices;
    private final Edits edits;

    private SqliteCatalog(Database database, ProcessLock lock, Clock clock) {
        this.database = database;
        this.lock = lock;
        this.clock = clock;
        this.files = new SqliteFiles(database);
        this.assets = new SqliteAssets(database);
        this.people = new SqlitePeople(database, clock);
        this.memories = new SqliteMemoryShelf(database, clock);
        this.choices = new SqliteChoices(database, clock);
        this.edits = new SqliteEdits(database, clock);
    }

    /** See {@link Catalog#open(Path, Clock)}. */
    public static SqliteCatalog open(Path file, Clock clock) {
        Path absolute = file.toAbsolutePath().normalize();
        try {
            Files.createDirectories(absolute.getParent());
        } catch (IOException e) {
            throw new CatalogException(
                    "The folder %s for the catalog cannot be made: %s".formatted(absolute.getParent(), e.getMessage()),
                    e);
        }
        ProcessLock lock = new ProcessLock(absolute);
        Migrations.bringUpToDate(absolute, lock);
        return new SqliteCatalog(new Database(absolute), lock, clock);
    }

    @Override
    public LibraryFiles files() {
        return files;
    }

    @Override
    public Assets assets() {
        return assets;
    }

    @Override
    public People people() {
        return people;
    }

    @Override
    public MemoryShelf memories() {
        return memories;
    }

    @Override
    public Choices choices() {
        return choices;
    }

    @Override
    public Edits edits() {
        return edits;
    }

    @Override
    public Indexing beginIndexing() {
        return new SqliteIndexing(database, lock.acquire(Duration.ZERO), clock);
    }

    @Override
    public void close() {
        database.close();
    }
}
