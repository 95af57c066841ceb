package app.keepsake.catalog.internal;

import app.keepsake.catalog.AssetFace;
import app.keepsake.catalog.ChangedMeanwhileException;
import app.keepsake.catalog.Choice;
import app.keepsake.catalog.ContentHash;
import app.keepsake.catalog.People;
import app.keepsake.catalog.Person;
import app.keepsake.catalog.PersonFound;
import app.keepsake.catalog.Relation;
import app.keepsake.catalog.Subject;
import app.keepsake.catalog.Undo;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** People, and what the user said of faces. */
final class SqlPeople implements People {
    private static final String PERSON =
            "SELECT id, name, hidden, pet, key_face_id, born, birthday, relation FROM person"
                    + " WHERE merged_into IS NULL AND NOT nobody ";

    private static final String NAME = "UPDATE person SET name = ? WHERE id = ?";

    private static final String LIBRARY_FACE = Columns.FACE + ", a.hash, " + Columns.TIME_OF_KNOWN_DAY;

    private static final String IS_THERE =
            "EXISTS (SELECT 1 FROM file WHERE file.asset_id = a.id AND NOT file.missing)";

    private static final String LIBRARY_ORDER = " ORDER BY a.captured_at NULLS FIRST, a.hash, f.x, f.y, f.id";

    private final Database database;
    private final Clock clock;

    SqlPeople(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public List<Person> all() {
        return database.read(session -> session.list(PERSON + "ORDER BY id", SqlPeople::person));
    }

    @Override
    public Optional<Person> find(long id) {
        return database.read(session -> find(session, id));
    }

    static Optional<Person> find(Session session, long id) throws SQLException {
        return session.one(PERSON + "AND id = ?", SqlPeople::person, id);
    }

    @Override
    public List<Person> named(String name) {
        // Compared here and not by the database: SQLite's NOCASE knows only ASCII.
        return all().stream()
                .filter(person ->
                        person.name().isPresent() && person.name().get().equalsIgnoreCase(name))
                .toList();
    }

    private static Person person(ResultSet row) throws SQLException {
        Optional<LocalDate> born = Columns.optionalDay(row, 6);
        return new Person(
                row.getLong(1),
                Columns.optionalText(row, 2),
                row.getBoolean(3),
                row.getBoolean(4),
                Columns.optionalLong(row, 5),
                born,
                birthday(born, row),
                Columns.optionalText(row, 8).flatMap(Relation::of));
    }

    private static Optional<MonthDay> birthday(Optional<LocalDate> born, ResultSet row) throws SQLException {
        return born.isPresent() ? born.map(MonthDay::from) : Columns.optionalMonthDay(row, 7);
    }

    @Override
    public Person create(boolean pet) {
        long id = database.writeComputed(
                session -> session.number("INSERT INTO person (pet) VALUES (?) RETURNING id", pet));
        return new Person(id, Optional.empty(), false, pet, OptionalLong.empty(), Optional.empty());
    }

    @Override
    public void assign(Map<Long, Long> personOfFace) {
        database.writeComputed(session -> {
            for (Map.Entry<Long, Long> entry : personOfFace.entrySet()) {
                session.update(
                        "UPDATE face SET person_id = ? WHERE id = ? AND NOT person_by_user",
                        entry.getValue(),
                        entry.getKey());
            }
            Showable.grow(session);
            return true;
        });
    }

    /** Writes what was computed of a person. */
    static void writeFound(Session session, PersonFound person) throws SQLException {
        // Who it is may have been merged into another since the grouping began.
        long id = person.personId().isPresent()
                ? Merging.present(session, person.personId().getAsLong())
                : session.number("INSERT INTO person DEFAULT VALUES RETURNING id");
        if (person.name().isPresent()) {
            session.update(
                    "UPDATE person SET name = coalesce(name, ?) WHERE id = ?",
                    person.name().get(),
                    id);
        }
        for (long absorbed : person.absorbed()) {
            Merging.merge(session, id, absorbed);
        }
        for (long faceId : person.faceIds()) {
            session.update("UPDATE face SET person_id = ? WHERE id = ? AND NOT person_by_user", id, faceId);
        }
    }

    @Override
    public void eachFace(String model, Consumer<FaceInLibrary> visitor) {
        database.snapshot(session -> {
            session.each(
                    "SELECT " + LIBRARY_FACE + ", e.vector FROM face f JOIN asset a ON a.id = f.asset_id"
                            + " JOIN face_embedding e ON e.face_id = f.id WHERE e.model = ? AND " + IS_THERE
                            + LIBRARY_ORDER,
                    row -> visitor.accept(
                            faceInLibrary(row, face -> face.withEmbedding(Columns.embedding(model, row.getBytes(16))))),
                    model);
            return true;
        });
    }

    @Override
    public List<FaceInLibrary> faces(long personId) {
        return database.read(session -> session.list(
                "SELECT " + LIBRARY_FACE + " FROM face f JOIN asset a ON a.id = f.asset_id WHERE f.person_id = ? AND "
                        + IS_THERE + LIBRARY_ORDER,
                row -> faceInLibrary(row, face -> face),
                personId));
    }

    /** What is to be done with a face while its row is read. */
    private interface Completion {
        AssetFace apply(AssetFace face) throws SQLException;
    }

    private static FaceInLibrary faceInLibrary(ResultSet row, Completion completion) throws SQLException {
        return new FaceInLibrary(
                row.getLong(1),
                ContentHash.ofBytes(row.getBytes(14)),
                Columns.optionalTime(row, 15).map(LocalDateTime::toLocalDate),
                completion.apply(Columns.face(row)));
    }

    @Override
    public void name(long personId, String name) {
        change(personId, NAME, bare(name));
    }

    private static @Nullable String bare(String name) {
        return name.isBlank() ? null : name.strip();
    }

    @Override
    public void born(long personId, Optional<LocalDate> day) {
        change(
                personId,
                "UPDATE person SET born = ? WHERE id = ?",
                day.map(LocalDate::toEpochDay).orElse(null));
    }

    @Override
    public void hide(long personId, boolean hidden) {
        Undo ignored = change(personId, new Change(Optional.empty(), Optional.of(hidden), Optional.empty()));
    }

    @Override
    public Undo change(long personId, Change change) {
        return database.writeDurable(session -> {
            long id = existing(session, personId);
            return PeopleUndo.watch(database, session, List.of(id), now -> change(now, id, change));
        });
    }

    private boolean change(Session session, long id, Change change) throws SQLException {
        if (change.name().isPresent()) {
            session.update(NAME, bare(change.name().get()), id);
        }
        if (change.hidden().isPresent()) {
            hide(session, id, change.hidden().get());
        }
        if (change.stances().isPresent()) {
            SqlChoices.stand(session, new Subject.OfPerson(id), change.stances().get(), clock.millis());
        }
        if (change.about().isPresent()) {
            write(session, id, change.about().get());
        }
        Showable.grow(session);
        return true;
    }

    private static void write(Session session, long id, About about) throws SQLException {
        session.update(
                "UPDATE person SET born = ?, birthday = ?, relation = ? WHERE id = ?",
                about.born().map(LocalDate::toEpochDay).orElse(null),
                about.born().isPresent()
                        ? null
                        : about.birthday().map(Columns::number).orElse(null),
                about.relation().map(Relation::key).orElse(null),
                id);
    }

    @Override
    public Undo nobody(long personId) {
        return database.writeDurable(session -> {
            long id = existing(session, personId);
            return PeopleUndo.watch(database, session, List.of(id), now -> {
                now.update("UPDATE person SET nobody = TRUE, hidden = FALSE WHERE id = ?", id);
                // By content and place, so that they are nobody's when they are found again.
                now.update("""
                        INSERT INTO correction (hash, x, y, width, height, person_id, same, at)
                        SELECT a.hash, f.x, f.y, f.width, f.height, f.person_id, TRUE, ? FROM face f
                        JOIN asset a ON a.id = f.asset_id WHERE f.person_id = ? ORDER BY f.id""", clock.millis(), id);
                now.update("UPDATE face SET person_by_user = TRUE WHERE person_id = ?", id);
                Showable.grow(now);
                return true;
            });
        });
    }

    private void hide(Session session, long id, boolean hidden) throws SQLException {
        session.update("UPDATE person SET hidden = ? WHERE id = ?", hidden, id);
        if (!hidden) {
            SqlChoices.takeBack(session, Choice.Stance.NEVER, new Subject.OfPerson(id), clock.millis());
        }
    }

    @Override
    public void keyFace(long personId, long faceId) {
        change(personId, "UPDATE person SET key_face_id = ? WHERE id = ?", faceId);
    }

    private void change(long personId, String sql, @Nullable Object value) {
        database.writeDurable(session -> {
            if (session.update(sql, value, Merging.present(session, personId)) == 0) {
                throw Merging.nobody(personId);
            }
            Showable.grow(session);
            return true;
        });
    }

    private static long existing(Session session, long personId) throws SQLException {
        long id = Merging.present(session, personId);
        if (session.number("SELECT count(*) FROM person WHERE id = ?", id) == 0) {
            throw Merging.nobody(personId);
        }
        return id;
    }

    private static void checkSort(Session session, long one, long other) throws SQLException {
        if (session.number(
                        "SELECT count(DISTINCT pet) FROM person WHERE id IN (?, ?)",
                        Merging.present(session, one),
                        Merging.present(session, other))
                > 1) {
            throw new ChangedMeanwhileException("A pet and a person are never one.");
        }
    }

    private static void checkSortOfFace(Session session, long personId, long faceId) throws SQLException {
        if (session.number("""
                        SELECT count(*) FROM face f, person p
                        WHERE f.id = ? AND p.id = ? AND p.pet <> (f.animal IS NOT NULL)""", faceId, personId) > 0) {
            throw new ChangedMeanwhileException("An animal is no person, and a person\'s face no pet.");
        }
    }

    @Override
    public void merge(long keptId, long otherId) {
        database.writeDurable(session -> {
            checkSort(session, keptId, otherId);
            Merging.merge(session, keptId, otherId);
            Showable.grow(session);
            return true;
        });
    }

    @Override
    public Undo join(long keptId, Collection<Long> others) {
        return database.writeDurable(session -> {
            List<Long> all = new ArrayList<>();
            all.add(existing(session, keptId));
            for (long other : others) {
                all.add(existing(session, other));
                checkSort(session, keptId, other);
            }
            return PeopleUndo.watch(database, session, all, now -> {
                for (long other : others) {
                    Merging.merge(now, keptId, other);
                }
                Showable.grow(now);
                return true;
            });
        });
    }

    @Override
    public void correct(long personId, Collection<Long> faceIds, boolean same) {
        database.writeDurable(session -> {
            long id = existing(session, personId);
            for (long faceId : faceIds) {
                checkSortOfFace(session, id, faceId);
                Corrections.add(session, id, faceId, same, clock.millis());
            }
            Showable.grow(session);
            return true;
        });
    }

    @Override
    public Person split(long personId, Collection<Long> faceIds) {
        long id = database.writeDurable(session -> {
            long whole = Merging.present(session, personId);
            for (long faceId : faceIds) {
                if (session.number("SELECT count(*) FROM face WHERE id = ? AND person_id = ?", faceId, whole) == 0) {
                    throw new ChangedMeanwhileException(
                            "Face %d is not one of person %d. \"keepsake people --json\" lists the faces of each."
                                    .formatted(faceId, personId));
                }
            }
            long other =
                    session.number("INSERT INTO person (pet) SELECT pet FROM person WHERE id = ? RETURNING id", whole);
            for (long faceId : faceIds) {
                Corrections.add(session, whole, faceId, false, clock.millis());
                Corrections.add(session, other, faceId, true, clock.millis());
            }
            Showable.grow(session);
            return other;
        });
        return find(id).orElseThrow();
    }

    @Override
    public Unsorted unsorted() {
        return database.read(session -> new Unsorted(
                session.number(
                        "SELECT count(*) FROM face f JOIN asset a ON a.id = f.asset_id WHERE f.person_id IS NULL AND f.animal IS NULL AND "
                                + IS_THERE),
                session.number(
                        """
                        SELECT count(*) FROM (SELECT f.person_id FROM face f JOIN asset a ON a.id = f.asset_id
                            JOIN person p ON p.id = f.person_id WHERE p.name IS NULL AND NOT p.hidden AND NOT p.nobody AND """ + " " + IS_THERE + " GROUP BY f.person_id HAVING count(DISTINCT f.asset_id) < ?) AS seldom",
                        FEW_PICTURES)));
    }

    @Override
    public Optional<FaceInLibrary> face(long faceId) {
        return database.read(session -> session.one(
                "SELECT " + LIBRARY_FACE + " FROM face f JOIN asset a ON a.id = f.asset_id WHERE f.id = ?",
                row -> faceInLibrary(row, face -> face),
                faceId));
    }

    @Override
    public List<Correction> corrections() {
        return database.read(Corrections::all);
    }
}
