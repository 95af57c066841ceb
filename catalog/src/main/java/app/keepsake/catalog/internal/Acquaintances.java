package app.keepsake.catalog.internal;

import app.keepsake.catalog.Box;
import app.keepsake.catalog.Choice;
import app.keepsake.catalog.ContentHash;
import app.keepsake.catalog.Relation;
import app.keepsake.catalog.Restored;
import app.keepsake.catalog.Said;
import app.keepsake.catalog.Subject;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds out who in a catalog the people are whom was spoken of elsewhere: first by the faces that both know, the most
 * first; then by the name. Who is nobody's becomes a new person.
 */
final class Acquaintances {
    private final Session session;
    private final Said said;
    private final FaceMatch match;
    private final Map<Long, Optional<String>> names = new LinkedHashMap<>();
    private final Map<Said.KnownFace, FaceMatch.Known> found = new LinkedHashMap<>();
    private final Map<Long, Long> ids = new HashMap<>();
    private final Set<Long> spokenOf = new HashSet<>();
    private int news;

    Acquaintances(Session session, Said said, FaceMatch match) throws SQLException {
        this.session = session;
        this.said = said;
        this.match = match;
        session.each(
                "SELECT id, name FROM person WHERE merged_into IS NULL ORDER BY id",
                row -> names.put(row.getLong(1), Columns.optionalText(row, 2)));
        said.people().forEach(one -> spokenOf.add(one.number()));
        findFaces();
        byFaces();
        byNames();
        rest();
    }

    /** The catalog's number of a person; of somebody of whom nothing was said, a new one if need be. */
    long id(long number) throws SQLException {
        Long known = ids.get(number);
        if (known == null) {
            known = session.number("INSERT INTO person DEFAULT VALUES RETURNING id");
            ids.put(number, known);
        }
        return known;
    }

    /** Whether a person is one of the catalog's. */
    boolean is(long number, long id) {
        Long known = ids.get(number);
        return known != null && known == id;
    }

    boolean isSpokenOf(long number) {
        return spokenOf.contains(number);
    }

    int news() {
        return news;
    }

    /** What the catalog called a person before. */
    Optional<String> nameBefore(long id) {
        return names.getOrDefault(id, Optional.empty());
    }

    /** The catalog's faces. */
    Map<Said.KnownFace, FaceMatch.Known> found() {
        return found;
    }

    private void findFaces() throws SQLException {
        Map<ContentHash, List<Said.KnownFace>> byPhoto = new LinkedHashMap<>();
        said.faces()
                .forEach(face -> byPhoto.computeIfAbsent(face.photo(), photo -> new ArrayList<>())
                        .add(face));
        for (Map.Entry<ContentHash, List<Said.KnownFace>> photo : byPhoto.entrySet()) {
            List<Box> boxes = photo.getValue().stream().map(Said.KnownFace::box).toList();
            List<Optional<FaceMatch.Known>> faces = match.match(photo.getKey(), boxes);
            for (int i = 0; i < boxes.size(); i++) {
                Said.KnownFace face = photo.getValue().get(i);
                faces.get(i).ifPresent(known -> found.put(face, known));
            }
        }
    }

    private record Pair(long number, long id) {}

    /** How many faces speak for it that two people are one. What was said of faces that are not found counts as well. */
    private Map<Pair, Integer> votes() throws SQLException {
        Map<Pair, Integer> votes = new HashMap<>();
        found.forEach((face, known) -> {
            if (face.person() != Said.NOBODY && known.person().isPresent()) {
                votes.merge(new Pair(face.person(), known.person().getAsLong()), 1, Integer::sum);
            }
        });
        // What was said of the same thing at the same time was said of the same person, also of one without faces.
        Map<Object, Long> here = saidHere();
        for (Said.KnownFace face : said.faces()) {
            vote(votes, face.person(), here.get(new Place(face.photo(), face.box())));
        }
        for (Said.Correction one : said.corrections()) {
            vote(votes, one.person(), here.get(Remark.of(one)));
        }
        for (Choice choice : said.choices()) {
            if (choice.subject() instanceof Subject.OfPerson(long person)) {
                vote(votes, person, here.get(Remark.of(choice)));
            }
        }
        return votes;
    }

    private static void vote(Map<Pair, Integer> votes, long number, @Nullable Long id) {
        if (number != Said.NOBODY && id != null) {
            votes.merge(new Pair(number, id), 1, Integer::sum);
        }
    }

    private record Place(ContentHash photo, Box box) {}

    private record Remark(Object of, String words, long at) {
        static Remark of(Said.Correction one) {
            return new Remark(
                    new Place(one.photo(), one.box()),
                    Boolean.toString(one.same()),
                    one.at().toEpochMilli());
        }

        static Remark of(Choice choice) {
            return new Remark(choice.stance(), choice.note(), choice.at().toEpochMilli());
        }
    }

    /** Places of faces that are expected, and what was said: of whom. */
    private Map<Object, Long> saidHere() throws SQLException {
        Map<Object, Long> here = new HashMap<>();
        session.each(
                """
                SELECT e.hash, e.x, e.y, e.width, e.height, coalesce(p.merged_into, p.id)
                FROM expected_face e JOIN person p ON p.id = e.person_id""",
                row -> here.put(new Place(ContentHash.ofBytes(row.getBytes(1)), Columns.box(row, 2)), row.getLong(6)));
        session.each(
                """
                SELECT c.hash, c.x, c.y, c.width, c.height, coalesce(p.merged_into, p.id), c.same, c.at
                FROM correction c JOIN person p ON p.id = c.person_id""",
                row -> here.put(
                        new Remark(
                                new Place(ContentHash.ofBytes(row.getBytes(1)), Columns.box(row, 2)),
                                Boolean.toString(row.getBoolean(7)),
                                row.getLong(8)),
                        row.getLong(6)));
        for (Choice choice : session.list(SqlChoices.CHOICE, SqlChoices::choice)) {
            if (choice.subject() instanceof Subject.OfPerson(long person)) {
                here.put(Remark.of(choice), person);
            }
        }
        return here;
    }

    /** Those of whom nothing was said take part: a group that is theirs is nobody else's. */
    private void byFaces() throws SQLException {
        Map<Pair, Integer> votes = votes();
        Map<Long, Optional<String>> saidNames = new HashMap<>();
        said.people().forEach(one -> saidNames.put(one.number(), one.name()));
        Set<Long> taken = new HashSet<>();
        votes.entrySet().stream()
                .sorted(Map.Entry.<Pair, Integer>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey(
                                Comparator.comparingLong(Pair::number).thenComparingLong(Pair::id))))
                .map(Map.Entry::getKey)
                .filter(pair -> mayBe(saidNames.getOrDefault(pair.number, Optional.empty()), nameBefore(pair.id)))
                .forEach(pair -> {
                    if (!ids.containsKey(pair.number) && taken.add(pair.id)) {
                        ids.put(pair.number, pair.id);
                    }
                });
    }

    /** Two names are two people. */
    private static boolean mayBe(Optional<String> one, Optional<String> other) {
        return one.isEmpty() || other.isEmpty() || one.get().equalsIgnoreCase(other.get());
    }

    private void byNames() {
        Set<Long> taken = new HashSet<>(ids.values());
        for (Said.Someone one : said.people()) {
            if (!ids.containsKey(one.number()) && one.name().isPresent()) {
                OptionalLong same = names.entrySet().stream()
                        .filter(entry -> entry.getValue()
                                .filter(one.name().get()::equalsIgnoreCase)
                                .isPresent())
                        .mapToLong(Map.Entry::getKey)
                        .filter(id -> !taken.contains(id))
                        .findFirst();
                if (same.isPresent()) {
                    ids.put(one.number(), same.getAsLong());
                    taken.add(same.getAsLong());
                }
            }
        }
    }

    private void rest() throws SQLException {
        for (Said.Someone one : said.people()) {
            if (!ids.containsKey(one.number())) {
                long ignored = id(one.number());
                news++;
            }
        }
    }

    /** Tells the people's names and the rest of what was said of them. */
    void writePeople(Restored.Way way) throws SQLException {
        for (Said.Someone one : said.people()) {
            Object name = one.name().orElse(null);
            Object born = one.born().map(day -> day.toEpochDay()).orElse(null);
            Object birthday = one.birthday().map(Columns::number).orElse(null);
            Object relation = one.relation().map(Relation::key).orElse(null);
            switch (way) {
                // Whoever is hidden in one of the two stays hidden; whoever has a name here is somebody.
                case MERGE ->
                    session.update(
                            """
                            UPDATE person SET name = coalesce(name, ?), born = coalesce(born, ?),
                                hidden = hidden OR ?, pet = pet OR ?, nobody = nobody OR (? AND name IS NULL),
                                birthday = coalesce(birthday, ?), relation = coalesce(relation, ?)
                            WHERE id = ?""",
                            name,
                            born,
                            one.hidden(),
                            one.pet(),
                            one.nobody(),
                            birthday,
                            relation,
                            id(one.number()));
                case REPLACE ->
                    session.update(
                            """
                            UPDATE person SET name = ?, born = ?, hidden = ?, pet = ?, nobody = ?, birthday = ?,
                                relation = ? WHERE id = ?""",
                            name,
                            born,
                            one.hidden(),
                            one.pet(),
                            one.nobody(),
                            birthday,
                            relation,
                            id(one.number()));
            }
        }
    }
}
