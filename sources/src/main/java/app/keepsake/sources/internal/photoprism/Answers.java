package app.keepsake.sources.internal.photoprism;

import app.keepsake.sources.SourceAsset;
import app.keepsake.sources.SourceFace;
import app.keepsake.sources.internal.http.Clocks;
import app.keepsake.sources.internal.http.Texts;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Reads what PhotoPrism says of photos. Nothing of it is believed to be well-formed. */
final class Answers {
    private static final Pattern UID = Pattern.compile("[a-z0-9]{8,40}");
    private static final Pattern HASH = Pattern.compile("[0-9a-f]{40}");
    private static final int LONGEST_TEXT = 4000;
    private static final int LONGEST_NAME = 200;
    /** Live photos are asked for by their own key with this behind it. */
    private static final String LIVE = "-live";
    /** What PhotoPrism says of dates and places that it has guessed. */
    private static final Set<String> GUESSED = Set.of("", "default", "estimate");

    private static final Set<String> CLIPS = Set.of("video", "animated");

    private Answers() {}

    static boolean isUid(String text) {
        return UID.matcher(text).matches();
    }

    static boolean isHash(String text) {
        return HASH.matcher(text).matches();
    }

    /** The photo's own key, of the key of its clip. */
    static String photo(String key) {
        return key.endsWith(LIVE) ? key.substring(0, key.length() - LIVE.length()) : key;
    }

    /** Empty where it makes no sense. */
    static Optional<SourceAsset> asset(JsonNode told) {
        try {
            boolean sound = isUid(told.path("UID").asString(""))
                    && isHash(told.path("Hash").asString(""))
                    && !told.path("Private").asBoolean(false)
                    && told.path("DeletedAt").asString("").isEmpty();
            return sound ? Optional.of(read(told)) : Optional.empty();
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static SourceAsset read(JsonNode told) {
        String uid = told.path("UID").asString("");
        String type = told.path("Type").asString("");
        LocalDateTime local = time(told, "TakenAtLocal");
        // A day that is not known is told as -1, and the time is then one that PhotoPrism has made up.
        boolean isKnown = !GUESSED.contains(told.path("TakenSrc").asString(""))
                && told.path("Day").asInt(1) > 0;
        return new SourceAsset(
                uid,
                told.path("Hash").asString(""),
                Texts.of(fileName(told), LONGEST_TEXT).replaceFirst(".*/", ""),
                CLIPS.contains(type),
                YearMonth.from(local),
                Math.max(
                        0,
                        Math.max(
                                told.path("Width").asInt(0), told.path("Height").asInt(0))),
                isKnown ? Optional.of(local) : Optional.empty(),
                isKnown ? offset(local, told) : Optional.empty(),
                place(told),
                camera(told),
                Texts.of(
                        told.path(told.path("Caption").asString("").isEmpty() ? "Description" : "Caption"),
                        LONGEST_TEXT),
                told.path("Favorite").asBoolean(false),
                false,
                type.equals("live") ? Optional.of(uid + LIVE) : Optional.empty(),
                Optional.empty(),
                List.of(),
                told.path("Faces").asInt(0) > 0);
    }

    /** The file's, without its folders, or what PhotoPrism calls it. */
    private static JsonNode fileName(JsonNode told) {
        JsonNode original = told.path("OriginalName");
        return original.asString("").isEmpty() ? told.path("Name") : original;
    }

    private static LocalDateTime time(JsonNode told, String field) {
        return Clocks.utc(told.path(field).asString(""));
    }

    /** Told where PhotoPrism knows the zone: local time less UTC. */
    private static Optional<ZoneOffset> offset(LocalDateTime local, JsonNode told) {
        String zone = told.path("TimeZone").asString("");
        if (zone.isEmpty() || zone.equals("Local")) {
            return Optional.empty();
        }
        return Clocks.offset(local, time(told, "TakenAt"));
    }

    /** Not where it was guessed from photos of about that time; 0, 0 stands for none. */
    private static Optional<SourceAsset.Place> place(JsonNode told) {
        double latitude = told.path("Lat").asDouble(0);
        double longitude = told.path("Lng").asDouble(0);
        boolean sound = (latitude != 0 || longitude != 0)
                && Math.abs(latitude) <= 90
                && Math.abs(longitude) <= 180
                && !told.path("PlaceSrc").asString("").equals("estimate");
        return sound ? Optional.of(new SourceAsset.Place(latitude, longitude)) : Optional.empty();
    }

    private static Optional<String> camera(JsonNode told) {
        String name = Stream.of("CameraMake", "CameraModel")
                .map(part -> Texts.of(told.path(part), LONGEST_NAME))
                .filter(part -> !part.isEmpty() && !part.equals("Unknown"))
                .collect(Collectors.joining(" "));
        return Optional.of(name).filter(camera -> !camera.isEmpty());
    }

    /** Somebody's name; empty where there is none, or the person is hidden or private. */
    static String name(JsonNode subject) {
        boolean hidden = subject.path("Hidden").asBoolean(false)
                || subject.path("Private").asBoolean(false);
        return hidden ? "" : Texts.of(subject.path("Name"), LONGEST_NAME);
    }

    /** A marked face with a name, in fractions of the picture, if its box makes sense. */
    static Optional<SourceFace> face(JsonNode marker) {
        String name = Texts.of(marker.path("Name"), LONGEST_NAME);
        double x = marker.path("X").asDouble(-1);
        double y = marker.path("Y").asDouble(-1);
        double width = marker.path("W").asDouble(0);
        double height = marker.path("H").asDouble(0);
        boolean sound = marker.path("Type").asString("").equals("face")
                && !marker.path("Invalid").asBoolean(false)
                && !name.isEmpty()
                && width > 0
                && height > 0
                && x >= 0
                && y >= 0
                && x + width <= 1.001
                && y + height <= 1.001;
        return sound ? Optional.of(new SourceFace(name, x, y, width, height)) : Optional.empty();
    }

    /** The file that plays, or empty. */
    static Optional<String> clip(JsonNode photo) {
        for (JsonNode file : photo.path("Files")) {
            if (file.path("Video").asBoolean(false) && isHash(file.path("Hash").asString(""))) {
                return Optional.of(file.path("Hash").asString(""));
            }
        }
        return Optional.empty();
    }

    /** The file as it came from the camera: of several one that PhotoPrism did not make. */
    static Optional<String> original(JsonNode photo) {
        Optional<String> found = Optional.empty();
        for (JsonNode file : photo.path("Files")) {
            String hash = file.path("Hash").asString("");
            boolean own = file.path("Root").asString("/").equals("/")
                    && !file.path("Sidecar").asBoolean(false)
                    && !file.path("Video").asBoolean(false);
            if (own && isHash(hash) && (found.isEmpty() || file.path("Primary").asBoolean(false))) {
                found = Optional.of(hash);
            }
        }
        return found;
    }
}
