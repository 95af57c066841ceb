package app.keepsake.catalog.internal;

import app.keepsake.catalog.AssetFace;
import app.keepsake.catalog.Box;
import app.keepsake.catalog.ContentHash;
import app.keepsake.catalog.Embedding;
import app.keepsake.catalog.Findings;
import app.keepsake.catalog.Flag;
import app.keepsake.catalog.Quality;
import app.keepsake.catalog.Stage;
import app.keepsake.catalog.Tag;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Replaces what is known of an asset by what was found now, stage by stage. */
final class FindingsWriter {
    private final Session session;

    FindingsWriter(Session session) {
        this.session = session;
    }

    void write(long id, ContentHash hash, Findings findings) throws SQLException {
        replaceFaces(id, hash, findings);
        if (findings.versions().containsKey(Stage.QUALITY)) {
            replaceQuality(id, findings.quality());
        }
        if (findings.versions().containsKey(Stage.TAGS)) {
            replaceTags(id, findings.tags());
        }
        if (findings.versions().containsKey(Stage.FLAGS)) {
            replaceFlags(id, findings.flags());
        }
        if (findings.versions().containsKey(Stage.EMBEDDING)) {
            replaceEmbedding(id, findings.embedding());
        }
    }

    private void replaceFaces(long id, ContentHash hash, Findings findings) throws SQLException {
        for (Stage stage : List.of(Stage.FACES, Stage.ANIMALS)) {
            if (findings.versions().containsKey(stage)) {
                replaceFaces(id, hash, findings.faces(), stage == Stage.ANIMALS);
                Corrections.reconsider(session, id);
            }
        }
    }

    /**
     * A face found again keeps its number, and so its person and all that the user said of it.
     *
     * @param animals whether those of animals are replaced, or people's
     */
    private void replaceFaces(long assetId, ContentHash hash, List<AssetFace> all, boolean animals)
            throws SQLException {
        List<AssetFace> found = all.stream()
                .filter(face -> face.animal().isPresent() == animals)
                .toList();
        List<AssetFace> old = new ArrayList<>(SqlAssets.faces(session, assetId));
        old.removeIf(face -> face.animal().isPresent() != animals);
        Map<Long, Box> news = new LinkedHashMap<>();
        for (AssetFace face : found) {
            Optional<AssetFace> same = bestMatch(old, face);
            long id;
            if (same.isPresent()) {
                id = same.get().id();
                old.remove(same.get());
                session.update(
                        """
                        UPDATE face SET (x, y, width, height, score, quality, smile, eyes_open, name_hint, animal) =
                            (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) WHERE id = ?""",
                        face.box().x(),
                        face.box().y(),
                        face.box().width(),
                        face.box().height(),
                        face.score(),
                        Columns.nullable(face.quality()),
                        Columns.nullable(face.smile()),
                        Columns.nullable(face.eyesOpen()),
                        face.nameHint().orElse(null),
                        face.animal().orElse(null),
                        id);
            } else {
                id = insert(assetId, face);
                news.put(id, face.box());
            }
            replaceEmbedding(id, face);
        }
        for (AssetFace gone : old) {
            session.update("DELETE FROM face WHERE id = ?", gone.id());
        }
        Corrections.replay(session, assetId, hash);
        for (Map.Entry<Long, Box> face : news.entrySet()) {
            ExpectedFaces.found(session, hash, face.getKey(), face.getValue(), animals);
        }
    }

    private static Optional<AssetFace> bestMatch(List<AssetFace> faces, AssetFace face) {
        AssetFace best = null;
        double most = Corrections.SAME_FACE;
        for (AssetFace candidate : faces) {
            double overlap = candidate.box().overlap(face.box());
            if (overlap >= most) {
                most = overlap;
                best = candidate;
            }
        }
        return Optional.ofNullable(best);
    }

    private long insert(long assetId, AssetFace face) throws SQLException {
        return session.number(
                """
                INSERT INTO face (asset_id, x, y, width, height, score, quality, smile, eyes_open, name_hint, animal)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING id""",
                assetId,
                face.box().x(),
                face.box().y(),
                face.box().width(),
                face.box().height(),
                face.score(),
                Columns.nullable(face.quality()),
                Columns.nullable(face.smile()),
                Columns.nullable(face.eyesOpen()),
                face.nameHint().orElse(null),
                face.animal().orElse(null));
    }

    private void replaceEmbedding(long faceId, AssetFace face) throws SQLException {
        Optional<String> before =
                session.one("SELECT model FROM face_embedding WHERE face_id = ?", row -> row.getString(1), faceId);
        if (before.isPresent() && !before.equals(face.embedding().map(Embedding::model))) {
            release(faceId);
        }
        session.update("DELETE FROM face_embedding WHERE face_id = ?", faceId);
        if (face.embedding().isPresent()) {
            Embedding embedding = face.embedding().get();
            session.update(
                    "INSERT INTO face_embedding (face_id, model, vector) VALUES (?, ?, ?)",
                    faceId,
                    embedding.model(),
                    Columns.bytes(embedding.vector()));
        }
    }

    /**
     * Another network may see more: a face that was only computed to be somebody's is considered anew, unless the user
     * knows that person by a name, a face, or anything else that was said.
     */
    private void release(long faceId) throws SQLException {
        session.update("""
                UPDATE face SET person_id = NULL WHERE id = ? AND NOT person_by_user AND NOT EXISTS (
                    SELECT 1 FROM person p WHERE p.id = face.person_id AND (p.name IS NOT NULL OR p.hidden
                        OR p.key_face_id IS NOT NULL OR p.born IS NOT NULL
                        OR EXISTS (SELECT 1 FROM correction c WHERE c.person_id = p.id)
                        OR EXISTS (SELECT 1 FROM choice c WHERE c.removed_at IS NULL
                            AND (c.subject = 'person:' || p.id OR c.subject LIKE 'pair:' || p.id || '+%'
                                OR c.subject LIKE 'pair:%+' || p.id))))""", faceId);
    }

    private void replaceQuality(long id, Optional<Quality> found) throws SQLException {
        session.update("DELETE FROM quality WHERE asset_id = ?", id);
        if (found.isPresent()) {
            Quality quality = found.get();
            session.update(
                    """
                    INSERT INTO quality (asset_id, overall, sharpness, exposure, colourfulness, composition,
                        perceptual_hash, colours, best_start_ms, best_end_ms) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
                    id,
                    quality.overall(),
                    quality.sharpness(),
                    quality.exposure(),
                    quality.colourfulness(),
                    quality.composition(),
                    quality.perceptualHash(),
                    quality.colours(),
                    quality.bestSpan().map(span -> span.start().toMillis()).orElse(null),
                    quality.bestSpan().map(span -> span.end().toMillis()).orElse(null));
        }
    }

    private void replaceTags(long id, List<Tag> tags) throws SQLException {
        session.update("DELETE FROM tag WHERE asset_id = ?", id);
        Map<String, Long> words = words(tags);
        for (Tag tag : tags) {
            session.update("""
                    INSERT INTO tag (asset_id, name, source, confidence) VALUES (?, ?, ?, ?)
                    ON CONFLICT (asset_id, name, source) DO UPDATE SET confidence = excluded.confidence""", id, words.get(tag.name()), words.get(tag.source()), tag.confidence());
        }
    }

    /** Their numbers. Two writers that add the same words add them in the same order, so that neither waits in vain. */
    private Map<String, Long> words(List<Tag> tags) throws SQLException {
        Map<String, Long> words = new TreeMap<>();
        for (Tag tag : tags) {
            words.put(tag.name(), 0L);
            words.put(tag.source(), 0L);
        }
        for (Map.Entry<String, Long> word : words.entrySet()) {
            word.setValue(word(word.getKey()));
        }
        return words;
    }

    private long word(String text) throws SQLException {
        Optional<Long> known = session.one("SELECT id FROM word WHERE text = ?", row -> row.getLong(1), text);
        return known.isPresent() ? known.get() : session.number("""
                        INSERT INTO word (text) VALUES (?)
                        ON CONFLICT (text) DO UPDATE SET text = excluded.text RETURNING id""", text);
    }

    private void replaceFlags(long id, List<Flag> flags) throws SQLException {
        session.update("DELETE FROM flag WHERE asset_id = ?", id);
        for (Flag flag : flags) {
            session.update("""
                    INSERT INTO flag (asset_id, kind, probability, reason) VALUES (?, ?, ?, ?)
                    ON CONFLICT (asset_id, kind) DO UPDATE SET probability = excluded.probability,
                        reason = excluded.reason""", id, flag.kind().name(), flag.probability(), flag.reason());
        }
    }

    private void replaceEmbedding(long id, Optional<Embedding> found) throws SQLException {
        session.update("DELETE FROM embedding WHERE asset_id = ?", id);
        if (found.isPresent()) {
            session.update(
                    "INSERT INTO embedding (asset_id, model, vector) VALUES (?, ?, ?)",
                    id,
                    found.get().model(),
                    Columns.bytes(found.get().vector()));
        }
    }
}
