package app.keepsake.catalog.internal;

import app.keepsake.catalog.Box;
import app.keepsake.catalog.ContentHash;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** Finds faces by the content of their photo and their place in it. Reads the faces of each photo once. */
final class FaceMatch {
    private final Session session;
    private final Map<ContentHash, List<Known>> faces = new HashMap<>();

    FaceMatch(Session session) {
        this.session = session;
    }

    /** A face of the catalog. */
    record Known(long id, long assetId, Box box, OptionalLong person) {}

    /** The faces of a photo; none when the photo is not known. */
    List<Known> of(ContentHash photo) throws SQLException {
        List<Known> known = faces.get(photo);
        if (known == null) {
            known = session.list(
                    """
                    SELECT f.id, f.asset_id, f.x, f.y, f.width, f.height, f.person_id
                    FROM face f JOIN asset a ON a.id = f.asset_id WHERE a.hash = ? ORDER BY f.id""",
                    row -> new Known(row.getLong(1), row.getLong(2), Columns.box(row, 3), Columns.optionalLong(row, 7)),
                    (Object) photo.toBytes());
            faces.put(photo, known);
        }
        return known;
    }

    /** The face that is most likely at a place. */
    Optional<Known> best(ContentHash photo, Box place) throws SQLException {
        return of(photo).stream()
                .filter(face -> face.box().overlap(place) >= Corrections.SAME_FACE)
                .max(Comparator.comparingDouble(face -> face.box().overlap(place)));
    }

    /** For each box of a photo the face that it is, in the boxes' order; no face is two boxes'. */
    List<Optional<Known>> match(ContentHash photo, List<Box> boxes) throws SQLException {
        record Pair(int box, Known face, double overlap) {}
        List<Pair> pairs = new ArrayList<>();
        for (int i = 0; i < boxes.size(); i++) {
            for (Known face : of(photo)) {
                double overlap = face.box().overlap(boxes.get(i));
                if (overlap >= Corrections.SAME_FACE) {
                    pairs.add(new Pair(i, face, overlap));
                }
            }
        }
        pairs.sort(Comparator.comparingDouble(Pair::overlap).reversed());
        Map<Integer, Known> found = new HashMap<>();
        Set<Known> taken = new HashSet<>();
        for (Pair pair : pairs) {
            if (!found.containsKey(pair.box) && taken.add(pair.face)) {
                found.put(pair.box, pair.face);
            }
        }
        List<Optional<Known>> all = new ArrayList<>();
        for (int i = 0; i < boxes.size(); i++) {
            all.add(Optional.ofNullable(found.get(i)));
        }
        return all;
    }
}
