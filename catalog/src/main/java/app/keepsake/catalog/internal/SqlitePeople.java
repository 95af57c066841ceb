package app.keepsake.catalog.internal;

import app.keepsake.catalog.Box;
import app.keepsake.catalog.CatalogException;
import app.keepsake.catalog.ContentHash;
import app.keepsake.catalog.Face;
import app.keepsake.catalog.People;
import app.keepsake.catalog.Person;
import app.keepsake.catalog.Subject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** People, and what the user said of faces. */
final class SqlitePeople implements People {
    private static final String PERSON =
            "SELECT id, name, hidden, pet, key_face_id, born FROM person WHERE merged_into IS NULL ";

    private final Database database;
    private final Clock clock;

    SqlitePeople(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** A correction as it lies in the table. */
    record StoredCorrection(ContentHash hash, Box box, long personId, boolean same) {}

    @Override
    public List<Person> all() {
        return database.read(session -> session.list(PERSON + "ORDER BY id", SqlitePeople::person));
    }

    @Override
    public Optional<Person> find(long id) {
        return database.read(session -> session.one(PERSON + "AND id = ?", SqlitePeople::person, id));
    }

    @Override
    public List<Person> named(String name) {
        // Compared here and not by SQLite, whose NOCASE knows only ASCII.
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
            Optional<String> otherName = session.one(
                            "SELECT name FROM person WHERE id = ?", row -> Columns.optionalText(row, 1), otherId)
                    .orElseThrow(() -> nobody(otherId));
            if (session.update(
                            "UPDATE person SET name = coalesce(name, ?) WHERE id = ?", otherName.orElse(null), keptId)
                    == 0) {
                throw nobody(keptId);
            }
            session.update(
                    "UPDATE person SET merged_into = ? WHERE id = ? OR merged_into = ?", keptId, otherId, otherId);
            session.update("UPDATE face SET person_id = ? WHERE person_id = ?", keptId, otherId);
            session.update("UPDATE correction SET person_id = ? WHERE person_id = ?", keptId, otherId);
            moveChoices(session, keptId, otherId);
            return true;
        });
    }

    private static void moveChoices(Session session, long keptId, long otherId) throws SQLException {
        record Row(long id, Subject subject) {}
        List<Row> rows = session.list(
                "SELECT id, subject FROM choice WHERE removed_at IS NULL AND (subject LIKE 'person:%' OR subject LIKE 'pair:%')",
                row -> new Row(row.getLong(1), Subject.parse(row.getString(2))));
        for (Row row : rows) {
            Optional<Subject> moved = moved(row.subject(), keptId, otherId);
            if (moved.isPresent()) {
                // Where the kept person has the same choice already, that one stands.
                session.update(
                        "UPDATE OR REPLACE choice SET subject = ? WHERE id = ?",
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
                if (session.update("""
                                INSERT INTO correction (hash, x, y, width, height, person_id, same, at)
                                SELECT a.hash, f.x, f.y, f.width, f.height, ?, ?, ? FROM face f
                                JOIN asset a ON a.id = f.asset_id WHERE f.id = ?""", personId, same, clock.millis(), faceId) == 0) {
                    throw new CatalogException("The catalog knows no face number %d.".formatted(faceId));
                }
                if (same) {
                    session.update("UPDATE face SET person_id = ?, person_by_user = 1 WHERE id = ?", personId, faceId);
                } else {
                    session.update(
                            "UPDATE face SET person_id = NULL, person_by_user = 0 WHERE id = ? AND person_id = ?",
                            faceId,
                            personId);
                }
            }
            return true;
        });
    }

    @Override
    public List<Correction> corrections() {
        return database.read(session -> {
            List<StoredCorrection> stored = session.list(
                    "SELECT hash, x, y, width, height, person_id, same FROM correction ORDER BY id",
                    SqlitePeople::correction);
            List<Correction> all = new ArrayList<>();
            for (StoredCorrection one : stored) {
                all.add(new Correction(one.hash(), one.box(), faceAt(session, one), one.personId(), one.same()));
            }
            return List.copyOf(all);
        });
    }

    private static Optional<Long> faceAt(Session session, StoredCorrection correction) throws SQLException {
        return session
                .list(
                        "SELECT " + Columns.FACE
                                + " FROM face f JOIN asset a ON a.id = f.asset_id WHERE a.hash = ? ORDER BY f.id",
                        Columns::face,
                        (Object) correction.hash().toBytes())
                .stream()
                .filter(face -> face.box().overlap(correction.box()) >= FindingsWriter.SAME_FACE)
                .max(Comparator.comparingDouble(face -> face.box().overlap(correction.box())))
                .map(Face::id);
    }

    /** What the user said of the faces of one asset, in the order in which it was said. */
    static List<StoredCorrection> corrections(Session session, ContentHash hash) throws SQLException {
        return session.list(
                "SELECT hash, x, y, width, height, person_id, same FROM correction WHERE hash = ? ORDER BY id",
                SqlitePeople::correction,
                (Object) hash.toBytes());
    }

    private static StoredCorrection correction(ResultSet row) throws SQLException {
        return new StoredCorrection(
                ContentHash.ofBytes(row.getBytes(1)),
                new Box(row.getDouble(2), row.getDouble(3), row.getDouble(4), row.getDouble(5)),
                row.getLong(6),
                row.getBoolean(7));
    }
}
