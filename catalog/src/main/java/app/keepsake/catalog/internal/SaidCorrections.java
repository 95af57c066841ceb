package app.keepsake.catalog.internal;

import app.keepsake.catalog.ContentHash;
import app.keepsake.catalog.Said;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Joins what was said of faces in two places, by the time at which it was said, and says all of it again in this order:
 * what was said last counts.
 */
final class SaidCorrections {
    private final Session session;
    private final FaceMatch match;
    private final Acquaintances people;
    private final Set<Long> saidHere = new HashSet<>();

    SaidCorrections(Session session, FaceMatch match, Acquaintances people) {
        this.session = session;
        this.match = match;
        this.people = people;
    }

    /** Faces of which was said here who they are, or are not, and not there. */
    Set<Long> saidHere() {
        return saidHere;
    }

    /** Returns how many are new. */
    int write(Said said) throws SQLException {
        List<Said.Correction> here = session.list(
                "SELECT hash, x, y, width, height, person_id, same, at FROM correction ORDER BY id",
                row -> new Said.Correction(
                        ContentHash.ofBytes(row.getBytes(1)),
                        Columns.box(row, 2),
                        row.getLong(6),
                        row.getBoolean(7),
                        Instant.ofEpochMilli(row.getLong(8))));
        Set<Said.Correction> there = new LinkedHashSet<>();
        for (Said.Correction one : said.corrections()) {
            there.add(new Said.Correction(
                    one.photo(),
                    one.box(),
                    people.id(one.person()),
                    one.same(),
                    Instant.ofEpochMilli(one.at().toEpochMilli())));
        }
        for (Said.Correction one : here) {
            if (!there.remove(one)) {
                match.best(one.photo(), one.box()).ifPresent(face -> saidHere.add(face.id()));
            }
        }
        List<Said.Correction> news = List.copyOf(there);
        if (news.isEmpty()) {
            return 0;
        }
        session.update("DELETE FROM correction");
        for (Said.Correction one : joined(here, news)) {
            session.update(
                    """
                    INSERT INTO correction (hash, x, y, width, height, person_id, same, at)
                    VALUES (?, ?, ?, ?, ?, ?, ?, ?)""",
                    one.photo().toBytes(),
                    one.box().x(),
                    one.box().y(),
                    one.box().width(),
                    one.box().height(),
                    one.person(),
                    one.same(),
                    one.at().toEpochMilli());
        }
        Map<ContentHash, List<Said.Correction>> byPhoto = new LinkedHashMap<>();
        for (Said.Correction one : joined(here, news)) {
            byPhoto.computeIfAbsent(one.photo(), photo -> new ArrayList<>()).add(one);
        }
        for (Map.Entry<ContentHash, List<Said.Correction>> photo : byPhoto.entrySet()) {
            sayAgain(photo.getKey(), photo.getValue());
        }
        return news.size();
    }

    /** Each keeps its own order, also where a clock went back. */
    private static List<Said.Correction> joined(List<Said.Correction> here, List<Said.Correction> news) {
        List<Said.Correction> all = new ArrayList<>();
        int next = 0;
        for (Said.Correction one : here) {
            while (next < news.size() && news.get(next).at().isBefore(one.at())) {
                all.add(news.get(next++));
            }
            all.add(one);
        }
        all.addAll(news.subList(next, news.size()));
        return all;
    }

    private void sayAgain(ContentHash photo, List<Said.Correction> said) throws SQLException {
        if (match.of(photo).isEmpty()) {
            return;
        }
        for (Said.Correction one : said) {
            Optional<FaceMatch.Known> face = match.best(photo, one.box());
            if (face.isPresent()) {
                Corrections.insert(session, one.person(), face.get().id(), one.same());
            }
        }
        Corrections.reconsider(session, match.of(photo).getFirst().assetId());
    }
}
