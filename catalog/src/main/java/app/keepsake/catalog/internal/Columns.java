package app.keepsake.catalog.internal;

import app.keepsake.catalog.Asset;
import app.keepsake.catalog.AssetFace;
import app.keepsake.catalog.AssetFacts;
import app.keepsake.catalog.Box;
import app.keepsake.catalog.ContentHash;
import app.keepsake.catalog.DateDoubt;
import app.keepsake.catalog.Dating;
import app.keepsake.catalog.Embedding;
import app.keepsake.catalog.Exposure;
import app.keepsake.catalog.Location;
import app.keepsake.catalog.Movement;
import app.keepsake.catalog.Place;
import app.keepsake.catalog.Precision;
import app.keepsake.catalog.Quality;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.MonthDay;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** How records lie in columns. */
final class Columns {
    /** What {@link #asset} reads, of a table "a". */
    static final String ASSET = """
            a.id, a.hash, a.format, a.clip, a.width, a.height, a.duration_ms, a.has_audio, a.captured_at, \
            a.utc_offset_s, a.time_source, a.latitude, a.longitude, a.place_name, a.place_region, a.country_code, \
            a.camera, a.live_photo_id, a.burst_id, a.favourite, a.hidden, a.movement_at, a.movement_bytes, \
            a.movement_still_ms, a.movement_ms, a.movement_width, a.movement_height, a.movement_audio, \
            a.time_precision, a.time_until, a.time_doubt, a.scanned, \
            a.lens, a.aperture, a.exposure_s, a.iso, a.focal_mm""";

    /** The time of a table "a" where the day is known: a year has no day, and what was scanned on one day is of many. */
    static final String TIME_OF_KNOWN_DAY = """
            CASE WHEN a.time_precision IN ('DAY', 'MINUTE', 'SECOND') AND a.time_until IS NULL
                AND coalesce(a.time_doubt, '') NOT IN ('SCANNED', 'FILE_TIME') THEN a.captured_at END""";

    /** What {@link #face} reads, of a table "f". */
    static final String FACE =
            "f.asset_id, f.id, f.x, f.y, f.width, f.height, f.score, f.quality, f.smile, f.eyes_open, f.name_hint, f.person_id, f.animal";

    /** Of a face "f": whether it is not one of those that are said to be nobody's, nor an animal that nobody knows. */
    static final String OF_SOMEBODY = """
            (CASE WHEN f.person_id IS NULL THEN f.animal IS NULL
                ELSE f.person_id NOT IN (SELECT p.id FROM person p WHERE p.nobody) END)""";

    /** What {@link #quality} reads, of a table "q". */
    static final String QUALITY = """
            q.asset_id, q.overall, q.sharpness, q.exposure, q.colourfulness, q.composition, q.perceptual_hash, \
            q.colours, q.best_start_ms, q.best_end_ms""";

    private Columns() {}

    static Asset asset(ResultSet row) throws SQLException {
        return new Asset(row.getLong(1), ContentHash.ofBytes(row.getBytes(2)), facts(row));
    }

    private static AssetFacts facts(ResultSet row) throws SQLException {
        OptionalLong offset = optionalLong(row, 10);
        OptionalDouble latitude = optionalDouble(row, 12);
        String place = row.getString(14);
        return new AssetFacts(
                row.getString(3),
                row.getBoolean(4),
                row.getInt(5),
                row.getInt(6),
                Duration.ofMillis(row.getLong(7)),
                row.getBoolean(8),
                optionalTime(row, 9),
                offset.isPresent()
                        ? Optional.of(ZoneOffset.ofTotalSeconds((int) offset.getAsLong()))
                        : Optional.empty(),
                optionalText(row, 11),
                latitude.isPresent()
                        ? Optional.of(new Location(latitude.getAsDouble(), row.getDouble(13)))
                        : Optional.empty(),
                place == null ? Optional.empty() : Optional.of(new Place(place, row.getString(15), row.getString(16))),
                optionalText(row, 17),
                optionalText(row, 18),
                optionalText(row, 19),
                movement(row),
                row.getBoolean(20),
                row.getBoolean(21),
                dating(row),
                new Exposure(
                        optionalText(row, 33),
                        row.getDouble(34),
                        row.getDouble(35),
                        row.getInt(36),
                        row.getDouble(37)));
    }

    private static Dating dating(ResultSet row) throws SQLException {
        return new Dating(
                Precision.valueOf(row.getString(29)),
                optionalDay(row, 30),
                optionalText(row, 31).map(DateDoubt::valueOf),
                row.getBoolean(32));
    }

    private static Optional<Movement> movement(ResultSet row) throws SQLException {
        OptionalLong still = optionalLong(row, 24);
        return still.isEmpty()
                ? Optional.empty()
                : Optional.of(new Movement(
                        row.getLong(22),
                        row.getLong(23),
                        Duration.ofMillis(still.getAsLong()),
                        Duration.ofMillis(row.getLong(25)),
                        row.getInt(26),
                        row.getInt(27),
                        row.getBoolean(28)));
    }

    /** The values of an asset's columns from "format" on, in the order of {@link #ASSET}. */
    static @Nullable Object[] values(AssetFacts facts) {
        Location location = facts.location().orElse(null);
        Place place = facts.place().orElse(null);
        Movement movement = facts.movement().orElse(null);
        return new @Nullable Object[] {
            facts.format(),
            facts.clip(),
            facts.width(),
            facts.height(),
            facts.duration().toMillis(),
            facts.hasAudio(),
            facts.capturedAt().map(Columns::wallMillis).orElse(null),
            facts.utcOffset().map(ZoneOffset::getTotalSeconds).orElse(null),
            facts.timeSource().orElse(null),
            location == null ? null : location.latitude(),
            location == null ? null : location.longitude(),
            place == null ? null : place.name(),
            place == null ? null : place.region(),
            place == null ? null : place.countryCode(),
            facts.camera().orElse(null),
            facts.livePhotoId().orElse(null),
            facts.burstId().orElse(null),
            facts.favourite(),
            facts.hidden(),
            movement == null ? null : movement.offset(),
            movement == null ? null : movement.bytes(),
            movement == null ? null : movement.still().toMillis(),
            movement == null ? null : movement.length().toMillis(),
            movement == null ? null : movement.width(),
            movement == null ? null : movement.height(),
            movement == null ? null : movement.hasAudio(),
            facts.dating().precision().name(),
            facts.dating().until().map(LocalDate::toEpochDay).orElse(null),
            facts.dating().doubt().map(DateDoubt::name).orElse(null),
            facts.dating().scanned(),
            facts.exposure().lens().orElse(null),
            known(facts.exposure().aperture()),
            known(facts.exposure().seconds()),
            facts.exposure().iso() == 0 ? null : facts.exposure().iso(),
            known(facts.exposure().focalLength())
        };
    }

    private static @Nullable Double known(double told) {
        return told == 0 ? null : told;
    }

    static AssetFace face(ResultSet row) throws SQLException {
        return new AssetFace(
                row.getLong(2),
                box(row, 3),
                row.getDouble(7),
                optionalDouble(row, 8),
                optionalDouble(row, 9),
                optionalDouble(row, 10),
                optionalText(row, 11),
                optionalLong(row, 12),
                Optional.empty(),
                optionalText(row, 13));
    }

    /** Of four columns, the first of which is given. */
    static Box box(ResultSet row, int x) throws SQLException {
        return new Box(row.getDouble(x), row.getDouble(x + 1), row.getDouble(x + 2), row.getDouble(x + 3));
    }

    static Quality quality(ResultSet row) throws SQLException {
        OptionalLong start = optionalLong(row, 9);
        return new Quality(
                row.getDouble(2),
                row.getDouble(3),
                row.getDouble(4),
                row.getDouble(5),
                row.getDouble(6),
                row.getLong(7),
                row.getLong(8),
                start.isPresent()
                        ? Optional.of(new Quality.Span(
                                Duration.ofMillis(start.getAsLong()), Duration.ofMillis(row.getLong(10))))
                        : Optional.empty());
    }

    static byte[] bytes(float[] vector) {
        ByteBuffer buffer = ByteBuffer.allocate(vector.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        buffer.asFloatBuffer().put(vector);
        return buffer.array();
    }

    static Embedding embedding(String model, byte[] bytes) {
        float[] vector = new float[bytes.length / Float.BYTES];
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(vector);
        return new Embedding(model, vector);
    }

    static long wallMillis(LocalDateTime time) {
        return time.toInstant(ZoneOffset.UTC).toEpochMilli();
    }

    static Optional<LocalDateTime> optionalTime(ResultSet row, int column) throws SQLException {
        long millis = row.getLong(column);
        return row.wasNull()
                ? Optional.empty()
                : Optional.of(LocalDateTime.ofInstant(Instant.ofEpochMilli(millis), ZoneOffset.UTC));
    }

    static Optional<LocalDate> optionalDay(ResultSet row, int column) throws SQLException {
        long day = row.getLong(column);
        return row.wasNull() ? Optional.empty() : Optional.of(LocalDate.ofEpochDay(day));
    }

    /** How a day of the year lies in a column. */
    static int number(MonthDay day) {
        return 100 * day.getMonthValue() + day.getDayOfMonth();
    }

    static Optional<MonthDay> optionalMonthDay(ResultSet row, int column) throws SQLException {
        int day = row.getInt(column);
        return row.wasNull() ? Optional.empty() : Optional.of(MonthDay.of(day / 100, day % 100));
    }

    static Optional<String> optionalText(ResultSet row, int column) throws SQLException {
        return Optional.ofNullable(row.getString(column));
    }

    static OptionalLong optionalLong(ResultSet row, int column) throws SQLException {
        long value = row.getLong(column);
        return row.wasNull() ? OptionalLong.empty() : OptionalLong.of(value);
    }

    static OptionalDouble optionalDouble(ResultSet row, int column) throws SQLException {
        double value = row.getDouble(column);
        return row.wasNull() ? OptionalDouble.empty() : OptionalDouble.of(value);
    }

    static @Nullable Double nullable(OptionalDouble value) {
        return value.isPresent() ? value.getAsDouble() : null;
    }
}
