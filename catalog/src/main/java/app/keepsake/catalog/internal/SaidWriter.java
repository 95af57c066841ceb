package app.keepsake.catalog.internal;

import app.keepsake.catalog.Choice;
import app.keepsake.catalog.ContentHash;
import app.keepsake.catalog.Request;
import app.keepsake.catalog.Restored;
import app.keepsake.catalog.Said;
import app.keepsake.catalog.ShotEdit;
import app.keepsake.catalog.Stage;
import app.keepsake.catalog.Subject;
import java.sql.SQLException;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Puts what was said into a catalog. Saying the same twice is saying it once. */
final class SaidWriter {
    private final Session session;
    private final Restored.Way way;
    private final long now;

    /** @param now milliseconds since 1970 */
    SaidWriter(Session session, Restored.Way way, long now) {
        this.session = session;
        this.way = way;
        this.now = now;
    }

    Restored write(Said said) throws SQLException {
        if (way == Restored.Way.REPLACE) {
            forget();
        }
        FaceMatch match = new FaceMatch(session);
        Acquaintances people = new Acquaintances(session, said, match);
        people.writePeople(way);
        SaidCorrections corrections = new SaidCorrections(session, match, people);
        int corrected = corrections.write(said);
        int expected = faces(said, people, corrections.saidHere());
        int choices = 0;
        for (Choice choice : said.choices()) {
            choices += choice(choice, people);
        }
        int edits = 0;
        for (Said.EditOf edit : said.edits()) {
            edits += edit(edit);
        }
        edits += SqlMarks.restore(session, said.marks());
        int requests = 0;
        for (Request request : said.requests()) {
            requests += session.update(
                    "INSERT INTO request (memory_id, kind, words) VALUES (?, ?, ?) ON CONFLICT (memory_id) DO NOTHING",
                    request.memory(),
                    request.kind(),
                    request.words());
        }
        int showings = 0;
        for (Said.Shown shown : said.showings()) {
            showings += shown(shown);
        }
        int unsure = SqlDoubts.restore(session, said.unsure());
        int dates = SqlDates.restore(session, said.dates());
        Showable.grow(session);
        return new Restored(
                said.people().size() - people.news(),
                people.news(),
                (int) people.found().keySet().stream()
                        .filter(face -> people.isSpokenOf(face.person()))
                        .count(),
                expected,
                corrected,
                choices,
                edits,
                requests,
                showings,
                unsure,
                dates);
    }

    /** Nothing was said. The groups of faces stay, without names: by their faces they are found again. */
    private void forget() throws SQLException {
        session.update("UPDATE choice SET removed_at = ? WHERE removed_at IS NULL", now);
        session.update("DELETE FROM correction");
        session.update("DELETE FROM expected_face");
        session.update("DELETE FROM edit");
        session.update("DELETE FROM memory_mark");
        session.update("DELETE FROM request");
        session.update("DELETE FROM showing");
        session.update("DELETE FROM unsure");
        SqlDates.forget(session);
        session.update("UPDATE face SET person_id = NULL, person_by_user = FALSE WHERE person_by_user");
        session.update("UPDATE person SET name = NULL, hidden = FALSE, born = NULL, key_face_id = NULL,"
                + " nobody = FALSE, birthday = NULL, relation = NULL");
        session.update("DELETE FROM analysis WHERE stage = ?", Stage.PEOPLE.name());
    }

    /**
     * Gives faces to their people; returns how many are not there yet.
     *
     * @param saidHere faces of which was said here who they are, and not there
     */
    private int faces(Said said, Acquaintances people, Set<Long> saidHere) throws SQLException {
        int expected = 0;
        for (Said.KnownFace face : said.faces()) {
            FaceMatch.Known known = people.found().get(face);
            if (known != null) {
                give(face, known, people, saidHere);
            } else if (people.isSpokenOf(face.person())) {
                ExpectedFaces.expect(session, face, people.id(face.person()));
                expected++;
            }
        }
        return expected;
    }

    private void give(Said.KnownFace face, FaceMatch.Known known, Acquaintances people, Set<Long> saidHere)
            throws SQLException {
        boolean anothers = known.person().isPresent()
                && !people.is(face.person(), known.person().getAsLong())
                && people.nameBefore(known.person().getAsLong()).isPresent();
        if (anothers || saidHere.contains(known.id())) {
            return;
        }
        @Nullable Long person = face.person() == Said.NOBODY ? null : people.id(face.person());
        if (session.update(
                        "UPDATE face SET person_id = ? WHERE id = ? AND person_id IS DISTINCT FROM ?",
                        person,
                        known.id(),
                        person)
                > 0) {
            Corrections.reconsider(session, known.assetId());
        }
        if (face.key()) {
            session.update("UPDATE person SET key_face_id = coalesce(key_face_id, ?) WHERE id = ?", known.id(), person);
        }
    }

    private int choice(Choice choice, Acquaintances people) throws SQLException {
        return session.update(
                """
                INSERT INTO choice (stance, subject, note, at) VALUES (?, ?, ?, ?)
                ON CONFLICT (stance, subject) WHERE removed_at IS NULL DO NOTHING""",
                choice.stance().name(),
                subject(choice.subject(), people).toText(),
                choice.note(),
                choice.at().toEpochMilli());
    }

    private static Subject subject(Subject subject, Acquaintances people) throws SQLException {
        return switch (subject) {
            case Subject.OfPerson(long number) -> new Subject.OfPerson(people.id(number));
            case Subject.OfPair(long first, long second) -> {
                long a = people.id(first);
                long b = people.id(second);
                yield new Subject.OfPair(Math.min(a, b), Math.max(a, b));
            }
            default -> subject;
        };
    }

    private int edit(Said.EditOf edit) throws SQLException {
        if (session.update(
                        """
                        INSERT INTO edit (memory_id, title, subtitle, mood, piece, music, at)
                        VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (memory_id) DO NOTHING""",
                        edit.memory(),
                        edit.title().orElse(null),
                        edit.subtitle().orElse(null),
                        edit.mood().orElse(null),
                        edit.piece(),
                        edit.music().orElse(null),
                        edit.at().toEpochMilli())
                == 0) {
            return 0;
        }
        int ordinal = 0;
        for (ContentHash shot : edit.shots()) {
            session.update(
                    "INSERT INTO edit_shot (memory_id, ordinal, hash) VALUES (?, ?, ?)",
                    edit.memory(),
                    ordinal++,
                    shot.toBytes());
        }
        for (Map.Entry<ContentHash, Boolean> one : edit.moves().entrySet()) {
            session.update(
                    "INSERT INTO edit_movement (memory_id, hash, moves) VALUES (?, ?, ?)",
                    edit.memory(),
                    one.getKey().toBytes(),
                    one.getValue());
        }
        for (Map.Entry<ContentHash, ShotEdit> one : edit.details().entrySet()) {
            session.update(
                    "INSERT INTO edit_detail (memory_id, hash, caption, hold) VALUES (?, ?, ?, ?)",
                    edit.memory(),
                    one.getKey().toBytes(),
                    one.getValue().caption().orElse(null),
                    one.getValue().hold().name());
        }
        return 1;
    }

    private int shown(Said.Shown shown) throws SQLException {
        if (session.update(
                        "INSERT INTO showing (day, memory_id, kind) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
                        shown.day().toEpochDay(),
                        shown.memory(),
                        shown.kind())
                == 0) {
            return 0;
        }
        for (ContentHash photo : shown.photos()) {
            session.update(
                    "INSERT INTO showing_asset (day, memory_id, hash) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
                    shown.day().toEpochDay(),
                    shown.memory(),
                    photo.toBytes());
        }
        return 1;
    }
}
