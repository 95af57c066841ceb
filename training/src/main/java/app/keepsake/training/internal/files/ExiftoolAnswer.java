package app.keepsake.training.internal.files;

import app.keepsake.media.ClaimSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** What exiftool tells of a file, in the app's terms. */
record ExiftoolAnswer(JsonNode tags) {
    /** These stand in UTC and do not say so. */
    private static final Set<String> IN_UTC =
            Set.of("QuickTime:CreateDate", "Composite:GPSDateTime", "XMP-exif:GPSDateTime", "PNG:ModifyDate");

    /** What each tag of a date is to the app, the surest first. */
    private static final Map<String, ClaimSource> DATES = new LinkedHashMap<>();

    static {
        DATES.put("ExifIFD:DateTimeOriginal", ClaimSource.EXIF_ORIGINAL);
        DATES.put("IFD0:DateTimeOriginal", ClaimSource.EXIF_ORIGINAL);
        DATES.put("PictureInfo:DateTimeOriginal", ClaimSource.EXIF_ORIGINAL);
        DATES.put("CIFF:DateTimeOriginal", ClaimSource.EXIF_ORIGINAL);
        DATES.put("H264:DateTimeOriginal", ClaimSource.QUICKTIME);
        DATES.put("Keys:CreationDate", ClaimSource.QUICKTIME);
        DATES.put("ItemList:ContentCreateDate", ClaimSource.QUICKTIME);
        DATES.put("UserData:DateTimeOriginal", ClaimSource.QUICKTIME);
        DATES.put("RIFF:DateTimeOriginal", ClaimSource.QUICKTIME);
        DATES.put("RIFF:DateCreated", ClaimSource.QUICKTIME);
        DATES.put("XMP-exif:DateTimeOriginal", ClaimSource.XMP_ORIGINAL);
        DATES.put("XMP-photoshop:DateCreated", ClaimSource.XMP_ORIGINAL);
        DATES.put("Composite:DateTimeCreated", ClaimSource.IPTC);
        DATES.put("IPTC:DateCreated", ClaimSource.IPTC);
        DATES.put("ExifIFD:CreateDate", ClaimSource.EXIF_DIGITIZED);
        DATES.put("PNG:CreationTime", ClaimSource.PNG);
        DATES.put("XMP-exif:DateTimeDigitized", ClaimSource.XMP_CREATED);
        DATES.put("XMP-xmp:CreateDate", ClaimSource.XMP_CREATED);
        DATES.put("QuickTime:CreateDate", ClaimSource.HEADER);
        DATES.put("Matroska:DateTimeOriginal", ClaimSource.HEADER);
        DATES.put("Info:DateTimeOriginal", ClaimSource.HEADER);
        DATES.put("ASF:CreationDate", ClaimSource.HEADER);
        DATES.put("Composite:GPSDateTime", ClaimSource.GPS);
        DATES.put("XMP-exif:GPSDateTime", ClaimSource.GPS);
        DATES.put("IFD0:ModifyDate", ClaimSource.MODIFIED);
        DATES.put("XMP-xmp:ModifyDate", ClaimSource.MODIFIED);
        DATES.put("PNG:CreateDate", ClaimSource.MODIFIED);
        DATES.put("PNG:Datecreate", ClaimSource.MODIFIED);
        DATES.put("PNG:Datemodify", ClaimSource.MODIFIED);
        DATES.put("PNG:ModifyDate", ClaimSource.MODIFIED);
    }

    /** All dates of when it was taken, the surest first. */
    List<ToldDate> dates() {
        return DATES.entrySet().stream()
                .flatMap(tag -> text(tag.getKey()).stream()
                        .flatMap(text ->
                                ToldDate.parse(tag.getKey(), tag.getValue(), text, IN_UTC.contains(tag.getKey()))
                                        .stream()))
                .toList();
    }

    /** The zone of a date, as it is written; empty where none is. */
    Optional<String> zone(ToldDate date) {
        Optional<String> beside = switch (date.source()) {
            case EXIF_ORIGINAL -> text("ExifIFD:OffsetTimeOriginal");
            case EXIF_DIGITIZED -> text("ExifIFD:OffsetTimeDigitized");
            case MODIFIED -> text("ExifIFD:OffsetTime");
            default -> Optional.empty();
        };
        // What camcorders tell of zones differs from one to the next.
        return beside.or(() -> Optional.of(date.zone()))
                .filter(text -> !text.isBlank() && !date.tag().startsWith("H264:"));
    }

    /** Degrees north and east. */
    Optional<double[]> place() {
        return place("Composite").or(() -> place("XMP-exif"));
    }

    private Optional<double[]> place(String group) {
        JsonNode north = tags.path(group + ":GPSLatitude");
        JsonNode east = tags.path(group + ":GPSLongitude");
        return north.isNumber() && east.isNumber()
                ? Optional.of(new double[] {north.asDouble(), east.asDouble()})
                : Optional.empty();
    }

    Optional<String> camera() {
        return Stream.of("IFD0", "Keys", "UserData", "XMP-tiff")
                .flatMap(group -> text(group + ":Model").stream())
                .findFirst();
    }

    /** Width and height, as they are stored; of several pages, those of the first. */
    Optional<int[]> size() {
        Optional<String> page = text("IFD0:ImageWidth")
                .filter(width -> type().equals("TIFF"))
                .flatMap(width -> text("IFD0:ImageHeight").map(height -> width + " " + height));
        return page.or(() -> text("Composite:ImageSize"))
                .map(text -> text.split("[ x]", -1))
                .filter(sides -> sides.length == 2 && sides[0].matches("\\d{1,9}") && sides[1].matches("\\d{1,9}"))
                .map(sides -> new int[] {Integer.parseInt(sides[0]), Integer.parseInt(sides[1])})
                .filter(sides -> sides[0] > 0 && sides[1] > 0);
    }

    /** Whether the picture lies on its side as it is stored. Of a HEIF, either tag may be that of a smaller picture. */
    boolean isTurned() {
        boolean rotated = Stream.of("Composite:Rotation", "QuickTime:Rotation")
                .flatMap(tag -> text(tag).stream())
                .anyMatch(angle -> angle.equals("90") || angle.equals("270"));
        boolean oriented =
                text("IFD0:Orientation").filter(turn -> turn.matches("[5-8]")).isPresent();
        return isVideo() ? rotated : isHeif() ? rotated || oriented : oriented;
    }

    boolean isHeif() {
        return type().matches("HEIC|HEIF|HIF|AVIF|HEICS|AVIFS");
    }

    boolean isVideo() {
        return text("File:MIMEType").orElse("").startsWith("video/");
    }

    boolean isPicture() {
        return text("File:MIMEType").orElse("").startsWith("image/");
    }

    String type() {
        return text("File:FileType").orElse("");
    }

    /** What exiftool says against the file, but for trifles; empty if nothing. */
    String complaint() {
        return Stream.of("ExifTool:Error", "ExifTool:Warning")
                .flatMap(tag -> text(tag).stream())
                .filter(text -> !text.startsWith("[minor]"))
                .findFirst()
                .orElse("");
    }

    private Optional<String> text(String tag) {
        return Optional.of(tags.path(tag).asString("").replace("\0", "").strip())
                .filter(text -> !text.isEmpty());
    }
}
