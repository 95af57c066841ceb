package app.keepsake.sources.internal.immich;

import app.keepsake.sources.SourceAsset;
import app.keepsake.sources.SourceFace;
import app.keepsake.sources.internal.http.Clocks;
import app.keepsake.sources.internal.http.Texts;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Reads what Immich says of assets. Nothing of it is believed to be well-formed. */
final class Answers {
    private static final Pattern ID = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
    private static final int LONGEST_TEXT = 4000;
    private static final int LONGEST_NAME = 200;
    private static final int MOST_FACES = 200;

    private Answers() {}

    static boolean isId(String text) {
        return ID.matcher(text).matches();
    }

    /** Whether it may be shown there, and is a photo or clip. */
    static boolean isShown(JsonNode asset) {
        String type = asset.path("type").asString("");
        return asset.path("visibility").asString("").equals("timeline")
                && !asset.path("isTrashed").asBoolean(true)
                && !asset.path("isArchived").asBoolean(false)
                && !asset.path("isOffline").asBoolean(false)
                && (type.equals("IMAGE") || type.equals("VIDEO"));
    }

    /** Empty where it makes no sense. */
    static Optional<SourceAsset> asset(JsonNode told) {
        try {
            return isId(told.path("id").asString("")) ? Optional.of(read(told)) : Optional.empty();
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static SourceAsset read(JsonNode told) {
        JsonNode exif = told.path("exifInfo");
        LocalDateTime local = Clocks.utc(told.path("localDateTime").asString(""));
        boolean edited = told.path("isEdited").asBoolean(false);
        List<SourceFace> faces = new ArrayList<>();
        boolean untold = false;
        for (JsonNode person : told.path("people")) {
            String name = name(person);
            if (!name.isEmpty()) {
                untold |= !person.path("faces").isArray();
                person.path("faces").forEach(face -> face(name, face).ifPresent(faces::add));
            }
        }
        return new SourceAsset(
                told.path("id").asString(""),
                told.path("checksum").asString("")
                        + (edited ? "," + told.path("thumbhash").asString("") : ""),
                Texts.of(told.path("originalFileName"), LONGEST_NAME),
                told.path("type").asString("").equals("VIDEO"),
                YearMonth.from(local),
                Math.max(side(told, exif, "width", "exifImageWidth"), side(told, exif, "height", "exifImageHeight")),
                Optional.of(local),
                offset(local, told.path("fileCreatedAt").asString(""), exif),
                place(exif),
                camera(exif),
                Texts.of(exif.path("description"), LONGEST_TEXT),
                told.path("isFavorite").asBoolean(false),
                edited,
                Optional.of(told.path("livePhotoVideoId").asString("")).filter(Answers::isId),
                Optional.of(told.path("stack").path("id").asString("")).filter(Answers::isId),
                faces.stream().limit(MOST_FACES).toList(),
                untold);
    }

    /** Version 2 tells a picture's size with its metadata, version 3 with the asset. */
    private static int side(JsonNode told, JsonNode exif, String name, String exifName) {
        return Math.max(0, told.path(name).asInt(exif.path(exifName).asInt(0)));
    }

    /** Somebody's name; empty where there is none, or the person is hidden. */
    static String name(JsonNode person) {
        return person.path("isHidden").asBoolean(false) ? "" : Texts.of(person.path("name"), LONGEST_NAME);
    }

    /** A face, if its box makes sense. */
    static Optional<SourceFace> face(String name, JsonNode face) {
        double width = face.path("imageWidth").asDouble(0);
        double height = face.path("imageHeight").asDouble(0);
        double left = face.path("boundingBoxX1").asDouble(0) / width;
        double top = face.path("boundingBoxY1").asDouble(0) / height;
        double right = face.path("boundingBoxX2").asDouble(0) / width;
        double bottom = face.path("boundingBoxY2").asDouble(0) / height;
        boolean sound = width > 0 && height > 0 && right > left && bottom > top;
        return sound && left >= 0 && top >= 0 && right <= 1 && bottom <= 1
                ? Optional.of(new SourceFace(name, left, top, right - left, bottom - top))
                : Optional.empty();
    }

    /** Told where Immich knows the zone: local time less UTC. */
    private static Optional<ZoneOffset> offset(LocalDateTime local, String created, JsonNode exif) {
        if (exif.path("timeZone").asString("").isEmpty() || created.isEmpty()) {
            return Optional.empty();
        }
        return Clocks.offset(local, Clocks.utc(created));
    }

    private static Optional<SourceAsset.Place> place(JsonNode exif) {
        JsonNode latitude = exif.path("latitude");
        JsonNode longitude = exif.path("longitude");
        boolean sound = latitude.isNumber()
                && longitude.isNumber()
                && Math.abs(latitude.asDouble()) <= 90
                && Math.abs(longitude.asDouble()) <= 180;
        return sound ? Optional.of(new SourceAsset.Place(latitude.asDouble(), longitude.asDouble())) : Optional.empty();
    }

    private static Optional<String> camera(JsonNode exif) {
        String name = Stream.of("make", "model")
                .map(part -> Texts.of(exif.path(part), LONGEST_NAME))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" "));
        return Optional.of(name).filter(told -> !told.isEmpty());
    }
}
