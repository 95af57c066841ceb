package app.keepsake.catalog.internal;

import app.keepsake.catalog.Asset;
import app.keepsake.catalog.Choice;
import app.keepsake.catalog.ContentHash;
import app.keepsake.catalog.Subject;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Which assets are hidden: by a choice, which the clips of live photos share, elsewhere, or because of whom they show. */
final class HiddenAssets {
    /** The stills whose live photo a clip belongs to. */
    private static final String STILLS = """
            SELECT s.hash FROM asset c JOIN asset s ON s.live_photo_id = c.live_photo_id AND NOT s.clip
            WHERE c.clip AND c.hash = ?""";

    private static final String CLIPS = """
            SELECT c.hash FROM asset s JOIN asset c ON c.live_photo_id = s.live_photo_id AND c.clip
            WHERE NOT s.clip AND s.hash = ?""";

    private HiddenAssets() {}

    /** The clips of a still that is half of a live photo. */
    static List<ContentHash> clips(Session session, ContentHash still) throws SQLException {
        return session.list(CLIPS, row -> ContentHash.ofBytes(row.getBytes(1)), (Object) still.toBytes());
    }

    /** Whether a choice hides it. */
    static boolean byChoice(Session session, ContentHash hash) throws SQLException {
        if (isChosen(session, hash)) {
            return true;
        }
        for (ContentHash still :
                session.list(STILLS, row -> ContentHash.ofBytes(row.getBytes(1)), (Object) hash.toBytes())) {
            if (isChosen(session, still)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isChosen(Session session, ContentHash hash) throws SQLException {
        return session.number(
                        "SELECT count(*) FROM choice WHERE removed_at IS NULL AND stance = ? AND subject = ?",
                        Choice.Stance.HIDE.name(),
                        new Subject.OfAsset(hash).toText())
                > 0;
    }

    static boolean is(Session session, Asset asset) throws SQLException {
        return asset.facts().hidden()
                || byChoice(session, asset.hash())
                || session.number("""
                        SELECT count(*) FROM asset a WHERE a.id = ? AND (
                            EXISTS (SELECT 1 FROM face f JOIN person p ON p.id = f.person_id
                                WHERE f.asset_id = a.id AND p.hidden)
                            OR (EXISTS (SELECT 1 FROM person p WHERE p.hidden) AND\s""" + Showable.UNSETTLED + "))", asset.id()) > 0;
    }

    /** The numbers of all of them. */
    static Set<Long> all(Session session) throws SQLException {
        Set<Long> hidden = new HashSet<>();
        Session.Visitor note = row -> hidden.add(row.getLong(1));
        session.each("SELECT id FROM asset WHERE hidden", note);
        for (ContentHash hash : chosen(session)) {
            session.each("SELECT id FROM asset WHERE hash = ?", note, (Object) hash.toBytes());
        }
        session.each("SELECT f.asset_id FROM face f JOIN person p ON p.id = f.person_id WHERE p.hidden", note);
        if (session.number("SELECT count(*) FROM person WHERE hidden") > 0) {
            session.each("SELECT a.id FROM asset a WHERE " + Showable.UNSETTLED, note);
        }
        return hidden;
    }

    private static Set<ContentHash> chosen(Session session) throws SQLException {
        List<String> subjects = session.list(
                "SELECT subject FROM choice WHERE removed_at IS NULL AND stance = ?",
                row -> row.getString(1),
                Choice.Stance.HIDE.name());
        Set<ContentHash> chosen = new HashSet<>();
        for (String subject : subjects) {
            if (Subject.parse(subject) instanceof Subject.OfAsset(ContentHash hash)) {
                chosen.add(hash);
                chosen.addAll(clips(session, hash));
            }
        }
        return chosen;
    }
}
