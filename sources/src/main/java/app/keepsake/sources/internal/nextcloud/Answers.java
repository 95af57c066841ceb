package app.keepsake.sources.internal.nextcloud;

import app.keepsake.sources.SourceAsset;
import app.keepsake.sources.SourceFace;
import app.keepsake.sources.internal.http.Texts;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads what Nextcloud says of files. Nothing of it is believed to be well-formed. */
final class Answers {
    private static final Pattern ID = Pattern.compile("\\d{1,18}");
    private static final int LONGEST_NAME = 200;
    private static final int MOST_FACES = 200;
    private static final String TAKEN = "metadata-photos-original_date_time";
    private static final String PLACE = "metadata-photos-gps/";
    private static final String SIZE = "metadata-photos-size/";
    private static final String LIVE = "metadata-files-live-photo";

    private Answers() {}

    static boolean isId(String text) {
        return ID.matcher(text).matches();
    }

    static boolean isClip(Entry entry) {
        return entry.said("getcontenttype").startsWith("video/");
    }

    /** Whether it is to be shown by itself: not the clip of a live photo, nor what is hidden there. */
    static boolean isShown(Entry entry) {
        boolean isHalf = isClip(entry) && !entry.said(LIVE).isEmpty();
        boolean isHidden =
                entry.said("hidden").equals("true") || entry.said("hidden").equals("1");
        return isId(entry.said("fileid")) && !isHalf && !isHidden;
    }

    /** Empty where it makes no sense. */
    static Optional<SourceAsset> asset(Entry entry) {
        try {
            return Optional.of(read(entry));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static SourceAsset read(Entry entry) {
        LocalDateTime modified = ZonedDateTime.parse(
                        entry.said("getlastmodified"), DateTimeFormatter.RFC_1123_DATE_TIME)
                .withZoneSameInstant(ZoneOffset.UTC)
                .toLocalDateTime();
        Optional<LocalDateTime> taken = taken(entry).filter(time -> !time.equals(modified));
        return new SourceAsset(
                entry.said("fileid"),
                entry.said("getetag").replaceAll("[^A-Za-z0-9]", ""),
                Texts.of(entry.name(), LONGEST_NAME),
                isClip(entry),
                YearMonth.from(taken.orElse(modified)),
                Math.max(side(entry, "width"), side(entry, "height")),
                taken,
                Optional.empty(),
                place(entry),
                Optional.empty(),
                "",
                entry.said("favorite").equals("1"),
                false,
                Optional.of(entry.said(LIVE)).filter(Answers::isId),
                Optional.empty(),
                faces(entry),
                false);
    }

    /**
     * The camera's wall clock, which Nextcloud counts as if it were UTC; where the file does not tell, it takes the time of
     * the file.
     */
    private static Optional<LocalDateTime> taken(Entry entry) {
        String seconds = entry.said(TAKEN);
        return seconds.matches("\\d{1,11}")
                ? Optional.of(LocalDateTime.ofEpochSecond(Long.parseLong(seconds), 0, ZoneOffset.UTC))
                : Optional.empty();
    }

    private static Optional<SourceAsset.Place> place(Entry entry) {
        try {
            double latitude = Double.parseDouble(entry.said(PLACE + "latitude"));
            double longitude = Double.parseDouble(entry.said(PLACE + "longitude"));
            boolean sound = Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180 && (latitude != 0 || longitude != 0);
            return sound ? Optional.of(new SourceAsset.Place(latitude, longitude)) : Optional.empty();
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static int side(Entry entry, String name) {
        String text = entry.said(SIZE + name);
        return text.matches("\\d{1,6}") ? Integer.parseInt(text) : 0;
    }

    /** Recognize tells them as JSON in a property; without it there are none. */
    private static List<SourceFace> faces(Entry entry) {
        List<SourceFace> faces = new ArrayList<>();
        try {
            String told = entry.said("face-detections");
            for (JsonNode face : told.isEmpty()
                    ? JsonMapper.shared().createArrayNode()
                    : JsonMapper.shared().readTree(told)) {
                face(face).ifPresent(faces::add);
            }
        } catch (JacksonException e) {
            return List.of();
        }
        return faces.stream().limit(MOST_FACES).toList();
    }

    private static Optional<SourceFace> face(JsonNode face) {
        String name = Texts.of(face.path("title"), LONGEST_NAME);
        double x = face.path("x").asDouble(-1);
        double y = face.path("y").asDouble(-1);
        double width = face.path("width").asDouble(0);
        double height = face.path("height").asDouble(0);
        boolean sound =
                isName(name) && width > 0 && height > 0 && x >= 0 && y >= 0 && x + width <= 1 && y + height <= 1;
        return sound ? Optional.of(new SourceFace(name, x, y, width, height)) : Optional.empty();
    }

    /** Whom nobody has named goes by a number. */
    static boolean isName(String text) {
        return !text.isBlank() && !isId(text);
    }
}
