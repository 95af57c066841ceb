package app.keepsake.vision.internal.places;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The map of tz-lookup (CC0): a grid of 48 x 24 fields in which a field is a time zone or is divided in four, and so on.
 * Two characters in base 56 are a field; the highest numbers are zones, the others lead to the four parts.
 */
public final class ZoneGrid {
    private static final String RESOURCE = "/app/keepsake/vision/places/tz.js";
    private static final int COLUMNS = 48;
    private static final int ROWS = 24;
    private static final int BASE = 56;
    private static final int FIELDS = BASE * BASE;
    private static final int FIRST_CHARACTER = 35;

    private final String fields;
    private final String[] zones;

    private ZoneGrid(String fields, String[] zones) {
        this.fields = fields;
        this.zones = zones;
    }

    private static final class Shipped {
        private static final ZoneGrid GRID = read();
    }

    public static ZoneGrid shipped() {
        return Shipped.GRID;
    }

    private static ZoneGrid read() {
        try (@Nullable InputStream in = ZoneGrid.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IOException("Expected the resource %s, found none. Build again.".formatted(RESOURCE));
            }
            String script = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            int grid = script.indexOf("=\"") + 2;
            int list = script.indexOf("=[\"") + 3;
            return new ZoneGrid(
                    script.substring(grid, script.indexOf('"', grid)),
                    script.substring(list, script.indexOf("\"]", list)).split("\",\""));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @param latitude below 90; the pole itself has no zone */
    public Optional<ZoneId> zone(double latitude, double longitude) {
        if (latitude >= 90) {
            return Optional.empty();
        }
        double x = COLUMNS * (180 + longitude) / 360.00000000000006;
        double y = ROWS * (90 - latitude) / 180.00000000000003;
        int column = (int) x;
        int row = (int) y;
        int field = field(2 * (row * COLUMNS + column));
        int parts = -1;
        while (field + zones.length < FIELDS) {
            parts += field + 1;
            x = 2 * (x - column) % 2;
            y = 2 * (y - row) % 2;
            column = (int) x;
            row = (int) y;
            field = field(8 * parts + 4 * row + 2 * column + 2 * COLUMNS * ROWS);
        }
        try {
            return Optional.of(ZoneId.of(zones[field + zones.length - FIELDS]));
        } catch (DateTimeException unknown) {
            return Optional.empty();
        }
    }

    private int field(int at) {
        return BASE * (fields.charAt(at) - FIRST_CHARACTER) + fields.charAt(at + 1) - FIRST_CHARACTER;
    }
}
