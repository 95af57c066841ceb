package app.keepsake.catalog.internal;

import app.keepsake.catalog.Albums;
import app.keepsake.catalog.Assets;
import app.keepsake.catalog.Catalog;
import app.keepsake.catalog.CatalogLocation;
import app.keepsake.catalog.Choices;
import app.keepsake.catalog.Dates;
import app.keepsake.catalog.Doubts;
import app.keepsake.catalog.Edits;
import app.keepsake.catalog.Encodings;
import app.keepsake.catalog.Indexing;
import app.keepsake.catalog.LibraryFiles;
import app.keepsake.catalog.Marks;
import app.keepsake.catalog.MemoryShelf;
import app.keepsake.catalog.People;
import app.keepsake.catalog.Pets;
import app.keepsake.catalog.Restored;
import app.keepsake.catalog.Said;
import app.keepsake.catalog.Sharing;
import app.keepsake.catalog.Texts;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/** The catalog in one database. */
public final class SqlCatalog implements Catalog {
    /** How long a restoring waits until an indexing run has ended. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Database database;
    private final Clock clock;
    private final LibraryFiles files;
    private final Assets assets;
    private final Albums albums;
    private final Texts texts;
    private final Encodings encodings;
    private final People people;
    private final Doubts doubts;
    private final Pets pets;
    private final MemoryShelf memories;
    private final Choices choices;
    private final Edits edits;
    private final Marks marks;
    private final Dates dates;

    private SqlCatalog(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
        this.files = new SqlFiles(database);
        this.assets = new SqlAssets(database);
        this.albums = new SqlAlbums(database);
        this.texts = new SqlTexts(database, clock);
        this.encodings = new SqlEncodings(database, clock);
        this.people = new SqlPeople(database, clock);
        this.doubts = new SqlDoubts(database, clock);
        this.pets = new SqlPets(database, clock);
        this.memories = new SqlMemoryShelf(database, clock);
        this.choices = new SqlChoices(database, clock);
        this.edits = new SqlEdits(database, clock);
        this.marks = new SqlMarks(database, clock);
        this.dates = new SqlDates(database, clock);
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
    public Albums albums() {
        return albums;
    }

    @Override
    public Texts texts() {
        return texts;
    }

    @Override
    public Encodings encodings() {
        return encodings;
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
    public Pets pets() {
        return pets;
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
    public Marks marks() {
        return marks;
    }

    @Override
    public Dates dates() {
        return dates;
    }

    @Override
    public Said said() {
        return database.snapshot(SaidReader::read);
    }

    @Override
    public Restored restore(Said said, Restored.Way way, Runnable last) {
        try (IndexLock.Held held = database.lock(PATIENCE)) {
            return database.writeDurable(session -> {
                Restored restored = new SaidWriter(session, way, clock.millis()).write(said);
                last.run();
                return restored;
            });
        }
    }

    @Override
    public Restored rehearse(Said said, Restored.Way way) {
        try (IndexLock.Held held = database.lock(PATIENCE)) {
            return database.<Restored>writeDurable(session -> {
                throw new Rehearsed(new SaidWriter(session, way, clock.millis()).write(said));
            });
        } catch (Rehearsed done) {
            return done.restored;
        }
    }

    /** Takes a transaction back that was only to be tried. */
    private static final class Rehearsed extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final transient Restored restored;

        Rehearsed(Restored restored) {
            super(null, null, false, false);
            this.restored = restored;
        }
    }

    @Override
    public Indexing beginIndexing() {
        return new SqlIndexing(database, database.lock(Duration.ZERO), clock);
    }

    @Override
    public Optional<Sharing> sharing() {
        return switch (database) {
            case PostgresDatabase postgres -> Optional.of(new PostgresSharing(postgres, clock));
            case SqliteDatabase sqlite -> Optional.empty();
        };
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
