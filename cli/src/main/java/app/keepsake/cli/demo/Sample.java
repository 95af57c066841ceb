package app.keepsake.cli.demo;

import app.keepsake.media.GeoPoint;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A file of the sample library: a photo of a package with the time and place that the demo's story gives it.
 *
 * @param resource name of the photo among this package's resources
 */
record Sample(Kind kind, String resource, OffsetDateTime taken, Optional<GeoPoint> where) {
    private static final String TABLE = "samples.tsv";
    private static final String PHOTOS = "photos/";
    private static final DateTimeFormatter NAME = DateTimeFormatter.ofPattern("yyyyMMdd_HHmmss", Locale.ROOT);

    /** What is made of the photo. */
    enum Kind {
        /** The photo as it is. */
        PHOTO,
        /** The photo as if the camera had moved. */
        SHAKEN,
        /** The photo as if taken again a moment later. */
        BURST,
        /** A clip of the photo, hand-held, with water lapping and a bell. */
        CANAL,
        /** A clip of the photo, hand-held, with waves. */
        LAKE;

        boolean isClip() {
            return this == CANAL || this == LAKE;
        }
    }

    /** Reads the table of samples. */
    static List<Sample> all() throws IOException {
        try (InputStream in = open(TABLE);
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return lines.lines()
                    .filter(line -> !line.startsWith("#") && !line.isBlank())
                    .map(line -> parse(line.split("\t", -1)))
                    .toList();
        }
    }

    private static Sample parse(String[] cells) {
        Optional<GeoPoint> where = cells[3].isEmpty()
                ? Optional.empty()
                : Optional.of(new GeoPoint(Double.parseDouble(cells[3]), Double.parseDouble(cells[4])));
        return new Sample(
                Kind.valueOf(cells[0].toUpperCase(Locale.ROOT)), cells[1], OffsetDateTime.parse(cells[2]), where);
    }

    /** As cameras name files: by the wall clock. */
    String fileName() {
        return (kind.isClip() ? "VID_" : "IMG_") + NAME.format(taken) + (kind.isClip() ? ".mp4" : ".jpg");
    }

    /** The photo's bytes, as its package has them. */
    byte[] bytes() throws IOException {
        try (InputStream in = open(PHOTOS + resource)) {
            return in.readAllBytes();
        }
    }

    private static InputStream open(String name) throws IOException {
        InputStream in = Sample.class.getResourceAsStream(name);
        if (in == null) {
            throw new IOException("The sample %s is missing from this build. Build again.".formatted(name));
        }
        return in;
    }
}
