package app.keepsake.catalog.internal;

import app.keepsake.catalog.Box;
import app.keepsake.catalog.ChangedMeanwhileException;
import app.keepsake.catalog.ContentHash;
import app.keepsake.catalog.Doubts;
import app.keepsake.catalog.Person;
import app.keepsake.catalog.Pets;
import app.keepsake.catalog.Said;
import app.keepsake.catalog.Stage;
import app.keepsake.catalog.Subject;
import app.keepsake.catalog.Undo;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** Animals and whose they are, in the rows of faces and people. */
final class SqlPets implements Pets {
    private static final String IS_SEEN = """
            EXISTS (SELECT 1 FROM file h WHERE h.asset_id = %1$s.id AND NOT h.missing) AND NOT %1$s.hidden""";

    private final Database database;
    private final Clock clock;

    SqlPets(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public List<Animal> on(long assetId) {
        return database.read(session ->
                session.list("""
                SELECT id, asset_id, x, y, width, height, animal, person_id FROM face
                WHERE asset_id = ? AND animal IS NOT NULL ORDER BY x, y, id""", row -> animal(row, 1, Columns.optionalLong(row, 8)), assetId));
    }

    private static Animal animal(ResultSet row, int first, OptionalLong pet) throws SQLException {
        return new Animal(
                row.getLong(first), row.getLong(first + 1), Columns.box(row, first + 2), row.getString(first + 6), pet);
    }

    private record Asked(Question question, ContentHash hash) {}

    @Override
    public List<Question> questions() {
        return database.read(session -> {
            List<Said.Unsure> unsure = SqlDoubts.unsure(session);
            Instant recently = clock.instant().minus(Doubts.LATER);
            List<Question> open = new ArrayList<>();
            for (Asked asked : session.list(
                    """
                    SELECT d.likeness, f.id, f.asset_id, f.x, f.y, f.width, f.height, p.id, p.name,
                        g.id, g.asset_id, g.x, g.y, g.width, g.height, g.animal, b.hash
                    FROM doubt d JOIN face f ON f.id = d.face_id JOIN face g ON g.id = d.other_id
                    JOIN person p ON p.id = f.person_id JOIN asset a ON a.id = f.asset_id
                    JOIN asset b ON b.id = g.asset_id
                    WHERE g.animal IS NOT NULL AND g.person_id IS NULL AND p.pet AND NOT p.hidden AND p.name IS NOT NULL
                        AND """ + " " + IS_SEEN.formatted("a") + " AND " + IS_SEEN.formatted("b") + " ORDER BY d.ordinal",
                    SqlPets::asked)) {
                if (!wasUnsure(session, asked, unsure, recently)) {
                    open.add(asked.question());
                }
            }
            return List.copyOf(open);
        });
    }

    private static Asked asked(ResultSet row) throws SQLException {
        return new Asked(
                new Question(SqlDoubts.someone(row, 2), animal(row, 10, OptionalLong.empty()), row.getDouble(1)),
                ContentHash.ofBytes(row.getBytes(17)));
    }

    private static boolean wasUnsure(Session session, Asked asked, List<Said.Unsure> unsure, Instant recently)
            throws SQLException {
        for (Said.Unsure one : unsure) {
            if (one.at().isAfter(recently)
                    && one.otherPhoto().equals(asked.hash())
                    && isThere(one.otherBox(), asked.question().animal().box())
                    && SqlDoubts.personAt(session, one.photo(), one.box())
                            .filter(person -> person == asked.question().pet().personId())
                            .isPresent()) {
                return true;
            }
        }
        return false;
    }

    private static boolean isThere(Box one, Box other) {
        return one.overlap(other) >= Corrections.SAME_FACE;
    }

    @Override
    public Met meet(long animalFace, String name) {
        if (name.isBlank()) {
            throw new IllegalArgumentException("Expected the name of a pet, found nothing.");
        }
        record Named(long pet, Undo undo) {}
        Named said = database.writeDurable(session -> {
            Animal animal = animal(session, animalFace);
            Optional<Long> known = known(session, name.strip());
            long pet = known.isPresent()
                    ? known.get()
                    : session.number("INSERT INTO person (pet) VALUES (TRUE) RETURNING id");
            Set<Long> people = new LinkedHashSet<>(List.of(pet));
            animal.petId().ifPresent(people::add);
            return new Named(pet, PeopleUndo.watch(database, session, people, List.of(animalFace), now -> {
                if (known.isEmpty()) {
                    now.update("UPDATE person SET name = ? WHERE id = ?", name.strip(), pet);
                }
                say(now, animal, pet);
                return true;
            }));
        });
        return new Met(pet(said.pet()), said.undo());
    }

    private Person pet(long id) {
        return database.read(session -> SqlPeople.find(session, id)).orElseThrow();
    }

    /** What was said of it before is taken back, unless it is the same. */
    private void say(Session session, Animal animal, long pet) throws SQLException {
        if (animal.petId().isPresent() && animal.petId().getAsLong() != pet) {
            Corrections.add(session, animal.petId().getAsLong(), animal.faceId(), false, clock.millis());
        }
        Corrections.add(session, pet, animal.faceId(), true, clock.millis());
        session.update("DELETE FROM doubt WHERE other_id = ?", animal.faceId());
        Showable.grow(session);
    }

    private static Optional<Long> known(Session session, String name) throws SQLException {
        record Pet(long id, String name) {}
        // Compared here and not by the database: SQLite's NOCASE knows only ASCII.
        return session
                .list(
                        "SELECT id, name FROM person WHERE pet AND merged_into IS NULL AND name IS NOT NULL ORDER BY id",
                        row -> new Pet(row.getLong(1), row.getString(2)))
                .stream()
                .filter(one -> one.name().equalsIgnoreCase(name))
                .map(Pet::id)
                .findFirst();
    }

    private static Animal animal(Session session, long faceId) throws SQLException {
        return session.one("""
                        SELECT id, asset_id, x, y, width, height, animal, person_id FROM face
                        WHERE id = ? AND animal IS NOT NULL""", row -> animal(row, 1, Columns.optionalLong(row, 8)), faceId)
                .orElseThrow(() -> new ChangedMeanwhileException(
                        "The animal that was meant (%d) is not known any more. Look at the picture again."
                                .formatted(faceId)));
    }

    @Override
    public Undo answer(long petFace, long animalFace, Doubts.Answer answer) {
        return database.writeDurable(session -> {
            Animal known = animal(session, petFace);
            Animal animal = animal(session, animalFace);
            if (known.petId().isEmpty() || known.petId().equals(animal.petId())) {
                throw new ChangedMeanwhileException("This was answered already, or the pet is not known any more.");
            }
            long pet = known.petId().getAsLong();
            return PeopleUndo.watch(database, session, List.of(pet), List.of(animalFace), now -> {
                switch (answer) {
                    case SAME -> say(now, animal, pet);
                    case DIFFERENT -> {
                        Corrections.add(now, pet, animalFace, false, clock.millis());
                        now.update("DELETE FROM doubt WHERE other_id = ?", animalFace);
                        Showable.grow(now);
                    }
                    case UNSURE -> SqlDoubts.keepUnsure(now, petFace, animalFace, clock.millis());
                }
                return true;
            });
        });
    }

    @Override
    public Undo forget(long petId) {
        return database.writeDurable(session -> {
            long pet = Merging.present(session, petId);
            if (session.number("SELECT count(*) FROM person WHERE id = ? AND pet", pet) == 0) {
                throw Merging.nobody(petId);
            }
            return PeopleUndo.watch(database, session, List.of(pet), now -> {
                forget(now, pet);
                return true;
            });
        });
    }

    private void forget(Session session, long pet) throws SQLException {
        session.update("""
                DELETE FROM analysis WHERE stage = ? AND asset_id IN
                    (SELECT asset_id FROM face WHERE person_id = ?)""", Stage.PEOPLE.name(), pet);
        session.update("DELETE FROM correction WHERE person_id = ?", pet);
        session.update("DELETE FROM expected_face WHERE person_id = ?", pet);
        session.update("DELETE FROM doubt WHERE face_id IN (SELECT id FROM face WHERE person_id = ?)", pet);
        session.update("UPDATE face SET person_id = NULL, person_by_user = FALSE WHERE person_id = ?", pet);
        session.update("""
                UPDATE person SET name = NULL, hidden = FALSE, key_face_id = NULL, born = NULL, birthday = NULL,
                    relation = NULL WHERE id = ?""", pet);
        SqlChoices.stand(session, new Subject.OfPerson(pet), Set.of(), clock.millis());
        session.update(
                "UPDATE choice SET removed_at = ? WHERE removed_at IS NULL AND (subject LIKE ? OR subject LIKE ?)",
                clock.millis(),
                "pair:" + pet + "+%",
                "pair:%+" + pet);
        Showable.grow(session);
    }
}
