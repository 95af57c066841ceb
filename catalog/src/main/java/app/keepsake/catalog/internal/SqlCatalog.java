package app.keepsake.catalog.internal;

import app.keepsake.catalog.Assets;
import app.keepsake.catalog.Catalog;
import app.keepsake.catalog.CatalogLocation;
import app.keepsake.catalog.Choices;
import app.keepsake.catalog.Doubts;
import app.keepsake.catalog.Edits;
import app.keepsake.catalog.Indexing;
import app.keepsake.catalog.LibraryFiles;
import app.keepsake.catalog.MemoryShelf;
import app.keepsake.catalog.People;
import app.keepsake.catalog.Sharing;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/** The catalog in one database. */
public final class SqlCatalog implements Catalog {
    private final Database database;
    private final Clock clock;
    private final LibraryFiles files;
    private final Assets assets;
    private final People people;
    private final Doubts doubts;
    private final MemoryShelf memories;
    private final Choices choices;
    private final Edits edits;

    private SqlCatalog(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
        this.files = new SqlFiles(database);
        this.assets = new SqlAssets(database);
        this.people = new SqlPeople(database, clock);
        this.doubts = new SqlDoubts(database, clock);
        this.memories = new SqlMemoryShelf(database, clock);
        this.choices = new SqlChoices(database, clock);
        this.edits = new SqlEdits(database, clock);
    }

    /** See {@link Catalog#open(CatalogLocation, Clock)}. */
    public static SqlCatalog open(CatalogLocation location, Clock clock) {
        Database database = switch (location) {
            case CatalogLocation.InFile(Path file) -> SqliteDatabase.open(file);
            case CatalogLocation.OnServer(String url) -> PostgresDatabase.open(url);
        };
        return new SqlCatalog(database, clock);
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
    public Doubts doubts() {
        return doubts;
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
        return new SqlIndexing(database, database.lock(Duration.ZERO), clock);
    }

    @Override
    public Optional<Sharing> sharing() {
        return database.sharing(clock);
    }

    @Override
    public String revision() {
        return database.revision();
    }

    @Override
    public void close() {
        database.close();
    }
}
