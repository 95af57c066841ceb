package app.keepsake.catalog.internal;

import app.keepsake.catalog.Choice;
import app.keepsake.catalog.ContentHash;
import app.keepsake.catalog.Relation;
import app.keepsake.catalog.Said;
import app.keepsake.catalog.ShotEdit;
import app.keepsake.catalog.Subject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;

/** Gathers what was said from one session, whose statements must all see the same state. */
final class SaidReader {
    private final Session session;
    private final Map<Long, Long> mergedInto = new HashMap<>();
    private final Map<Long, Long> numbers = new HashMap<>();

    private SaidReader(Session session) {
        this.session = session;
    }

    static Said read(Session session) throws SQLException {
        return new SaidReader(session).read();
    }

    private Said read() throws SQLException {
        List<Choice> choices = session.list(SqlChoices.CHOICE + "ORDER BY id", SqlChoices::choice);
        List<Said.Someone> people = people(choices);
        return new Said(
                people,
                faces(),
                corrections(),
                choices.stream()
                        .flatMap(choice -> subject(choice.subject()).stream()
                                .map(subject -> new Choice(0, choice.stance(), subject, choice.note(), choice.at())))
                        .toList(),
                edits(),
                SqlMemoryShelf.requests(session),
                showings(),
                SqlDoubts.unsure(session),
                SqlDates.said(session),
                SqlMarks.said(session));
    }

    /** Those whom something was said of, numbered from 1. */
    private List<Said.Someone> people(List<Choice> choices) throws SQLException {
        record Row(long id, Said.Someone who, OptionalLong mergedInto, boolean spokenOf) {}
        Set<Long> withFaces = new HashSet<>();
        session.each(
                "SELECT DISTINCT person_id FROM face WHERE person_id IS NOT NULL",
                row -> withFaces.add(row.getLong(1)));
        List<Row> rows = session.list(
                "SELECT id, name, hidden, pet, born, merged_into, key_face_id, nobody, birthday, relation FROM person ORDER BY id",
                row -> {
                    Optional<String> name = Columns.optionalText(row, 2);
                    boolean hidden = row.getBoolean(3);
                    Optional<LocalDate> born = Columns.optionalDay(row, 5);
                    boolean nobody = row.getBoolean(8);
                    Optional<MonthDay> birthday = Columns.optionalMonthDay(row, 9);
                    Optional<Relation> relation = Columns.optionalText(row, 10).flatMap(Relation::of);
                    return new Row(
                            row.getLong(1),
                            new Said.Someone(0, name, hidden, row.getBoolean(4), born, nobody, birthday, relation),
                            Columns.optionalLong(row, 6),
                            name.isPresent()
                                    || withFaces.contains(row.getLong(1))
                                            && (hidden
                                                    || born.isPresent()
                                                    || nobody
                                                    || birthday.isPresent()
                                                    || relation.isPresent()
                                                    || Columns.optionalLong(row, 7)
                                                            .isPresent()));
                });
        rows.forEach(row -> mergedInto.put(row.id, row.mergedInto.orElse(row.id)));
        TreeSet<Long> wanted = new TreeSet<>();
        rows.stream().filter(Row::spokenOf).forEach(row -> wanted.add(whole(row.id)));
        session.each("SELECT DISTINCT person_id FROM correction", row -> wanted.add(whole(row.getLong(1))));
        session.each("SELECT DISTINCT person_id FROM expected_face", row -> wanted.add(whole(row.getLong(1))));
        for (Choice choice : choices) {
            switch (choice.subject()) {
                case Subject.OfPerson(long id) -> wanted.add(whole(id));
                case Subject.OfPair(long first, long second) -> {
                    wanted.add(whole(first));
                    wanted.add(whole(second));
                }
                default -> {}
            }
        }
        List<Said.Someone> people = new ArrayList<>();
        for (Row row : rows) {
            if (wanted.contains(row.id)) {
                long number = people.size() + 1L;
                numbers.put(row.id, number);
                people.add(row.who.numbered(number));
            }
        }
        return people;
    }

    /** Whom a person was merged into, however many times. */
    private long whole(long id) {
        long at = id;
        for (int steps = 0; steps < mergedInto.size() && mergedInto.getOrDefault(at, at) != at; steps++) {
            at = mergedInto.getOrDefault(at, at);
        }
        return at;
    }

    /** The number of a person; nothing for one that there is not. */
    private Optional<Long> number(long id) {
        return Optional.ofNullable(numbers.get(whole(id)));
    }

    private Optional<Subject> subject(Subject subject) {
        return switch (subject) {
            case Subject.OfPerson(long id) -> number(id).map(Subject.OfPerson::new);
            case Subject.OfPair(long first, long second) ->
                number(first)
                        .flatMap(a -> number(second)
                                .filter(b -> !b.equals(a))
                                .map(b -> new Subject.OfPair(Math.min(a, b), Math.max(a, b))));
            default -> Optional.of(subject);
        };
    }

    private List<Said.KnownFace> faces() throws SQLException {
        List<Said.KnownFace> faces = new ArrayList<>();
        session.each(
                """
                SELECT a.hash, f.x, f.y, f.width, f.height, f.person_id, coalesce(p.key_face_id = f.id, FALSE)
                FROM face f JOIN asset a ON a.id = f.asset_id LEFT JOIN person p ON p.id = f.person_id
                WHERE f.person_id IS NOT NULL OR a.hash IN (SELECT hash FROM correction)
                UNION ALL
                SELECT hash, x, y, width, height, person_id, is_key FROM expected_face
                ORDER BY 1, 2, 3, 4, 5, 6""",
                row -> faces.add(new Said.KnownFace(
                        ContentHash.ofBytes(row.getBytes(1)), Columns.box(row, 2), whose(row), row.getBoolean(7))));
        return faces;
    }

    /** Those of whom nothing was said get numbers after the others'. */
    private long whose(ResultSet row) throws SQLException {
        OptionalLong person = Columns.optionalLong(row, 6);
        return person.isEmpty()
                ? Said.NOBODY
                : numbers.computeIfAbsent(whole(person.getAsLong()), id -> numbers.size() + 1L);
    }

    private List<Said.Correction> corrections() throws SQLException {
        record Row(long person, Said.Correction correction) {}
        return session
                .list(
                        "SELECT hash, x, y, width, height, person_id, same, at FROM correction ORDER BY id",
                        row -> new Row(
                                row.getLong(6),
                                new Said.Correction(
                                        ContentHash.ofBytes(row.getBytes(1)),
                                        Columns.box(row, 2),
                                        0,
                                        row.getBoolean(7),
                                        Instant.ofEpochMilli(row.getLong(8)))))
                .stream()
                .flatMap(row -> number(row.person).stream()
                        .map(person -> new Said.Correction(
                                row.correction.photo(),
                                row.correction.box(),
                                person,
                                row.correction.same(),
                                row.correction.at())))
                .toList();
    }

    private List<Said.EditOf> edits() throws SQLException {
        Map<String, List<ContentHash>> shots = new HashMap<>();
        session.each(
                "SELECT memory_id, hash FROM edit_shot ORDER BY memory_id, ordinal",
                row -> shots.computeIfAbsent(row.getString(1), id -> new ArrayList<>())
                        .add(ContentHash.ofBytes(row.getBytes(2))));
        Map<String, Map<ContentHash, Boolean>> moves = new HashMap<>();
        session.each(
                "SELECT memory_id, hash, moves FROM edit_movement",
                row -> moves.computeIfAbsent(row.getString(1), id -> new HashMap<>())
                        .put(ContentHash.ofBytes(row.getBytes(2)), row.getBoolean(3)));
        Map<String, Map<ContentHash, ShotEdit>> details = new HashMap<>();
        session.each(
                "SELECT memory_id, hash, caption, hold FROM edit_detail",
                row -> details.computeIfAbsent(row.getString(1), id -> new HashMap<>())
                        .put(
                                ContentHash.ofBytes(row.getBytes(2)),
                                new ShotEdit(Columns.optionalText(row, 3), ShotEdit.Hold.valueOf(row.getString(4)))));
        return session.list(
                "SELECT memory_id, title, subtitle, mood, piece, music, at FROM edit ORDER BY memory_id",
                row -> new Said.EditOf(
                        row.getString(1),
                        Columns.optionalText(row, 2),
                        Columns.optionalText(row, 3),
                        Columns.optionalText(row, 4),
                        row.getInt(5),
                        Columns.optionalText(row, 6),
                        shots.getOrDefault(row.getString(1), List.of()),
                        moves.getOrDefault(row.getString(1), Map.of()),
                        details.getOrDefault(row.getString(1), Map.of()),
                        Instant.ofEpochMilli(row.getLong(7))));
    }

    private List<Said.Shown> showings() throws SQLException {
        record Key(long day, String memory) {}
        Map<Key, List<ContentHash>> photos = new HashMap<>();
        session.each(
                "SELECT day, memory_id, hash FROM showing_asset ORDER BY day, memory_id, hash",
                row -> photos.computeIfAbsent(new Key(row.getLong(1), row.getString(2)), key -> new ArrayList<>())
                        .add(ContentHash.ofBytes(row.getBytes(3))));
        return session.list(
                "SELECT day, memory_id, kind FROM showing ORDER BY day, memory_id",
                row -> new Said.Shown(
                        LocalDate.ofEpochDay(row.getLong(1)),
                        row.getString(2),
                        row.getString(3),
                        photos.getOrDefault(new Key(row.getLong(1), row.getString(2)), List.of())));
    }
}
