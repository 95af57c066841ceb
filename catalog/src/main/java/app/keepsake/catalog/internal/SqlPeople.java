package app.keepsake.catalog.internal;

import app.keepsake.catalog.CatalogException;
import app.keepsake.catalog.ContentHash;
import app.keepsake.catalog.Face;
import app.keepsake.catalog.People;
import app.keepsake.catalog.Person;
import app.keepsake.catalog.PersonFound;
import app.keepsake.catalog.Subject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
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
            "SELECT id, name, hidden, pet, key_face_id, born FROM person WHERE merged_into IS NULL ";

    private static final String LIBRARY_FACE = Columns.FACE + ", a.hash, a.captured_at";

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
        return database.read(session -> session.one(PERSON + "AND id = ?", SqlPeople::person, id));
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
        OptionalLong born = Columns.optionalLong(row, 6);
        return new Person(
                row.getLong(1),
                Columns.optionalText(row, 2),
                row.getBoolean(3),
                row.getBoolean(4),
                Columns.optionalLong(row, 5),
                born.isPresent() ? Optional.of(LocalDate.ofEpochDay(born.getAsLong())) : Optional.empty());
    }

    @Override
    public Person create(boolean pet) {
        long id = database.compute(session -> session.number("INSERT INTO person (pet) VALUES (?) RETURNING id", pet));
        return new Person(id, Optional.empty(), false, pet, OptionalLong.empty(), Optional.empty());
    }

    @Override
    public void assign(Map<Long, Long> personOfFace) {
        database.compute(session -> {
            for (Map.Entry<Long, Long> entry : personOfFace.entrySet()) {
                session.update(
                        "UPDATE face SET person_id = ? WHERE id = ? AND NOT person_by_user",
                        entry.getValue(),
                        entry.getKey());
            }
            return true;
        });
    }

    /** Writes what was computed of a person. */
    static void note(Session session, PersonFound person) throws SQLException {
        long id = person.personId().isPresent()
                ? person.personId().getAsLong()
                : session.number("INSERT INTO person DEFAULT VALUES RETURNING id");
        if (person.name().isPresent()) {
            session.update(
                    "UPDATE person SET name = coalesce(name, ?) WHERE id = ?",
                    person.name().get(),
                    id);
        }
        for (long absorbed : person.absorbed()) {
            merge(session, id, absorbed);
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
                            faceInLibrary(row, face -> face.withEmbedding(Columns.embedding(model, row.getBytes(15))))),
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
        Face apply(Face face) throws SQLException;
    }

    private static FaceInLibrary faceInLibrary(ResultSet row, Completion completion) throws SQLException {
        return new FaceInLibrary(
                row.getLong(1),
                ContentHash.ofBytes(row.getBytes(13)),
                Columns.optionalTime(row, 14).map(LocalDateTime::toLocalDate),
                completion.apply(Columns.face(row)));
    }

    @Override
    public void name(long personId, String name) {
        change(personId, "UPDATE person SET name = ? WHERE id = ?", name.isBlank() ? null : name.strip());
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
        change(personId, "UPDATE person SET hidden = ? WHERE id = ?", hidden);
    }

    @Override
    public void keyFace(long personId, long faceId) {
        change(personId, "UPDATE person SET key_face_id = ? WHERE id = ?", faceId);
    }

    private void change(long personId, String sql, @Nullable Object value) {
        database.say(session -> {
            if (session.update(sql, value, personId) == 0) {
                throw nobody(personId);
            }
            return true;
        });
    }

    private static CatalogException nobody(long personId) {
        return new CatalogException(
                "The catalog knows no person number %d. \"keepsake people\" lists them.".formatted(personId));
    }

    @Override
    public void merge(long keptId, long otherId) {
        if (keptId == otherId) {
            return;
        }
        database.say(session -> {
            merge(session, keptId, otherId);
            return true;
        });
    }

    private static void merge(Session session, long keptId, long otherId) throws SQLException {
        Optional<String> otherName = session.one(
                        "SELECT name FROM person WHERE id = ?", row -> Columns.optionalText(row, 1), otherId)
                .orElseThrow(() -> nobody(otherId));
        if (session.update("UPDATE person SET name = coalesce(name, ?) WHERE id = ?", otherName.orElse(null), keptId)
                == 0) {
            throw nobody(keptId);
        }
        session.update("UPDATE person SET merged_into = ? WHERE id = ? OR merged_into = ?", keptId, otherId, otherId);
        session.update("UPDATE face SET person_id = ? WHERE person_id = ?", keptId, otherId);
        session.update("UPDATE correction SET person_id = ? WHERE person_id = ?", keptId, otherId);
        moveChoices(session, keptId, otherId);
    }

    private static void moveChoices(Session session, long keptId, long otherId) throws SQLException {
        record Row(long id, String stance, Subject subject) {}
        List<Row> rows = session.list(
                "SELECT id, stance, subject FROM choice WHERE removed_at IS NULL AND (subject LIKE 'person:%' OR subject LIKE 'pair:%')",
                row -> new Row(row.getLong(1), row.getString(2), Subject.parse(row.getString(3))));
        for (Row row : rows) {
            Optional<Subject> moved = moved(row.subject(), keptId, otherId);
            if (moved.isPresent()) {
                // Of two choices that become the same, one stands.
                session.update(
                        "DELETE FROM choice WHERE removed_at IS NULL AND stance = ? AND subject = ?",
                        row.stance(),
                        moved.get().toText());
                session.update(
                        "UPDATE choice SET subject = ? WHERE id = ?",
                        moved.get().toText(),
                        row.id());
            }
        }
    }

    private static Optional<Subject> moved(Subject subject, long keptId, long otherId) {
        return switch (subject) {
            case Subject.OfPerson(long id) when id == otherId -> Optional.of(new Subject.OfPerson(keptId));
            case Subject.OfPair(long a, long b)
            when a == otherId || b == otherId -> {
                long partner = a == otherId ? b : a;
                yield partner == keptId
                        ? Optional.of(new Subject.OfPerson(keptId))
                        : Optional.of(new Subject.OfPair(Math.min(partner, keptId), Math.max(partner, keptId)));
            }
            default -> Optional.empty();
        };
    }

    @Override
    public void correct(long personId, Collection<Long> faceIds, boolean same) {
        database.say(session -> {
            if (session.number("SELECT count(*) FROM person WHERE id = ?", personId) == 0) {
                throw nobody(personId);
            }
            for (long faceId : faceIds) {
                Corrections.add(session, personId, faceId, same, clock.millis());
            }
            return true;
        });
    }

    @Override
    public Person split(long personId, Collection<Long> faceIds) {
        long id = database.say(session -> {
            for (long faceId : faceIds) {
                if (session.number("SELECT count(*) FROM face WHERE id = ? AND person_id = ?", faceId, personId) == 0) {
                    throw new CatalogException(
                            "Face %d is not one of person %d. \"keepsake people --json\" lists the faces of each."
                                    .formatted(faceId, personId));
                }
            }
            long other = session.number("INSERT INTO person DEFAULT VALUES RETURNING id");
            for (long faceId : faceIds) {
                Corrections.add(session, personId, faceId, false, clock.millis());
                Corrections.add(session, other, faceId, true, clock.millis());
            }
            return other;
        });
        return find(id).orElseThrow();
    }

    @Override
    public List<Correction> corrections() {
        return database.read(Corrections::all);
    }
}
