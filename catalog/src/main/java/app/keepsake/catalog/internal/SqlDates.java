package app.keepsake.catalog.internal;

import app.keepsake.catalog.ContentHash;
import app.keepsake.catalog.Dates;
import app.keepsake.catalog.Precision;
import app.keepsake.catalog.Said;
import app.keepsake.catalog.Taken;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Dates that the user said. An asset's own columns hold what counts, so that all that reads them goes by it; what its
 * files tell is put aside, and comes back when the user's word is taken back.
 */
final class SqlDates implements Dates {
    /** As which source the user's word is noted. */
    private static final String USER = "you";

    private static final String TOLD = "captured_at, utc_offset_s, time_source, time_precision, time_until, time_doubt";
    private static final String SAID = "SELECT hash, at, taken, taken_precision, taken_until FROM said_date ";

    private final Database database;
    private final Clock clock;

    SqlDates(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public Map<ContentHash, Taken> inForce() {
        Map<ContentHash, Taken> dates = new LinkedHashMap<>();
        database.read(SqlDates::said).forEach(one -> dates.put(one.photo(), one.taken()));
        return dates;
    }

    /** In the order in which it was said. */
    static List<Said.Dated> said(Session session) throws SQLException {
        return session.list(SAID + "ORDER BY at, hash", SqlDates::dated);
    }

    private static Said.Dated dated(ResultSet row) throws SQLException {
        LocalDateTime at = Columns.optionalTime(row, 3)
                .orElseThrow(() -> new Session.UnreadableRowException("a date that was said is none"));
        return new Said.Dated(
                ContentHash.ofBytes(row.getBytes(1)),
                new Taken(at, Precision.valueOf(row.getString(4)), Columns.optionalDay(row, 5)),
                Instant.ofEpochMilli(row.getLong(2)));
    }

    @Override
    public List<Saying> sayings() {
        return database.read(session -> session.list(
                "SELECT at, count(*) FROM said_date GROUP BY at ORDER BY at DESC",
                row -> new Saying(Instant.ofEpochMilli(row.getLong(1)), row.getInt(2))));
    }

    @Override
    public Saying say(Map<ContentHash, Taken> dates) {
        if (dates.isEmpty()) {
            throw new IllegalArgumentException("A date is said of at least one picture, found none.");
        }
        return database.writeDurable(session -> {
            long last = session.number("SELECT coalesce(max(at), 0) FROM said_date");
            Instant at = Instant.ofEpochMilli(Math.max(clock.millis(), last + 1));
            for (Map.Entry<ContentHash, Taken> one : dates.entrySet()) {
                insert(session, new Said.Dated(one.getKey(), one.getValue(), at));
                settle(session, one.getKey());
            }
            Showable.grow(session);
            return new Saying(at, dates.size());
        });
    }

    @Override
    public boolean takeBack(Instant saying) {
        return database.writeDurable(session -> {
            List<ContentHash> photos = session.list(
                    "SELECT hash FROM said_date WHERE at = ?",
                    row -> ContentHash.ofBytes(row.getBytes(1)),
                    saying.toEpochMilli());
            session.update("DELETE FROM said_date WHERE at = ?", saying.toEpochMilli());
            for (ContentHash photo : photos) {
                settle(session, photo);
            }
            if (!photos.isEmpty()) {
                Showable.grow(session);
            }
            return !photos.isEmpty();
        });
    }

    private static int insert(Session session, Said.Dated one) throws SQLException {
        return session.update(
                """
                INSERT INTO said_date (hash, at, taken, taken_precision, taken_until) VALUES (?, ?, ?, ?, ?)
                ON CONFLICT DO NOTHING""",
                one.photo().toBytes(),
                one.at().toEpochMilli(),
                Columns.wallMillis(one.taken().at()),
                one.taken().precision().name(),
                one.taken().until().map(LocalDate::toEpochDay).orElse(null));
    }

    /** Adds what was said elsewhere; of pictures of which something was said here, that stays. Returns how many are new. */
    static int restore(Session session, List<Said.Dated> there) throws SQLException {
        Set<ContentHash> here = new HashSet<>();
        said(session).forEach(one -> here.add(one.photo()));
        int news = 0;
        for (Said.Dated one : there) {
            if (!here.contains(one.photo())) {
                news += insert(session, one);
            }
        }
        for (Said.Dated one : there) {
            settle(session, one.photo());
        }
        return news;
    }

    /** Forgets all that was said. */
    static void forget(Session session) throws SQLException {
        List<Said.Dated> all = said(session);
        session.update("DELETE FROM said_date");
        for (Said.Dated one : all) {
            settle(session, one.photo());
        }
    }

    /** To be called after an asset's files were read: what they tell is in its columns now. */
    static void told(Session session, long assetId, ContentHash hash) throws SQLException {
        session.update("DELETE FROM told_time WHERE asset_id = ?", assetId);
        settle(session, assetId, hash);
    }

    private static void settle(Session session, ContentHash hash) throws SQLException {
        Optional<Long> asset =
                session.one("SELECT id FROM asset WHERE hash = ?", row -> row.getLong(1), (Object) hash.toBytes());
        if (asset.isPresent()) {
            settle(session, asset.get(), hash);
        }
    }

    /** Brings the columns of an asset to what counts. */
    private static void settle(Session session, long assetId, ContentHash hash) throws SQLException {
        Optional<Said.Dated> last =
                session.one(SAID + "WHERE hash = ? ORDER BY at DESC LIMIT 1", SqlDates::dated, (Object) hash.toBytes());
        if (last.isEmpty()) {
            if (session.number("SELECT count(*) FROM told_time WHERE asset_id = ?", assetId) > 0) {
                session.update(
                        "UPDATE asset SET (" + TOLD + ") = (SELECT " + TOLD
                                + " FROM told_time WHERE asset_id = ?) WHERE id = ?",
                        assetId,
                        assetId);
                session.update("DELETE FROM told_time WHERE asset_id = ?", assetId);
            }
            return;
        }
        session.update(
                "INSERT INTO told_time (asset_id, " + TOLD + ") SELECT id, " + TOLD
                        + " FROM asset WHERE id = ? ON CONFLICT (asset_id) DO NOTHING",
                assetId);
        Taken taken = last.get().taken();
        session.update(
                """
                UPDATE asset SET captured_at = ?, utc_offset_s = NULL, time_source = ?, time_precision = ?,
                    time_until = ?, time_doubt = NULL WHERE id = ?""",
                Columns.wallMillis(taken.at()),
                USER,
                taken.precision().name(),
                taken.until().map(LocalDate::toEpochDay).orElse(null),
                assetId);
    }
}
