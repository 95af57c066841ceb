package app.keepsake.operations.sources;

import app.keepsake.sources.SourceAsset;
import app.keepsake.sources.SourceFace;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * What a source tells of an asset, as an XMP sidecar that the metadata reader knows: date, place, camera, favourite,
 * names of faces in Microsoft's boxes, which are of the upright picture. Marks of Keepsake's own say what is still to do.
 */
final class SidecarText {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS", Locale.ROOT);
    private static final int MOST_BYTES = 1 << 20;
    private static final String CLIP = " ks:Clip=\"True\"";
    private static final String ASK = " ks:Ask=\"Faces\"";
    private static final String EDITED = " ks:Edited=\"True\"";
    private static final String SIDE = " ks:LongSide=\"";

    private SidecarText() {}

    /**
     * What is to be done for an asset's picture.
     *
     * @param faces whether they are still to be asked for
     * @param edited whether the source shows it otherwise than its original
     * @param longSide of the original, 0 where it is not known
     */
    record Marks(boolean clip, boolean faces, boolean edited, int longSide) {}

    /** @param favourites whether favourites there are favourites here */
    static String of(SourceAsset asset, String kind, boolean favourites) {
        StringBuilder text = new StringBuilder(1200)
                .append("<x:xmpmeta xmlns:x=\"adobe:ns:meta/\"><rdf:RDF")
                .append(" xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\"><rdf:Description rdf:about=\"\"")
                .append(" xmlns:exif=\"http://ns.adobe.com/exif/1.0/\" xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\"")
                .append(" xmlns:tiff=\"http://ns.adobe.com/tiff/1.0/\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\"")
                .append(" xmlns:ks=\"http://keepsake.app/ns/server/1.0/\" ks:Kind=\"")
                .append(escaped(kind))
                .append('"')
                .append(asset.clip() ? CLIP : "")
                .append(asset.peopleUntold() ? ASK : "")
                .append(asset.edited() ? EDITED : "")
                .append(SIDE)
                .append(asset.longSide())
                .append('"')
                .append(favourites && asset.favourite() ? " xmp:Rating=\"5\"" : "");
        asset.takenAt()
                .ifPresent(time -> attribute(
                        text,
                        "exif:DateTimeOriginal",
                        TIME.format(time) + asset.offset().map(Object::toString).orElse("")));
        asset.place().ifPresent(place -> {
            attribute(text, "exif:GPSLatitude", degrees(place.latitude(), 'N', 'S'));
            attribute(text, "exif:GPSLongitude", degrees(place.longitude(), 'E', 'W'));
        });
        asset.camera().ifPresent(camera -> attribute(text, "tiff:Model", camera));
        text.append('>');
        if (!asset.description().isEmpty()) {
            text.append("<dc:description><rdf:Alt><rdf:li xml:lang=\"x-default\">")
                    .append(escaped(asset.description()))
                    .append("</rdf:li></rdf:Alt></dc:description>");
        }
        if (!asset.faces().isEmpty()) {
            faces(text, asset);
        }
        return text.append("</rdf:Description></rdf:RDF></x:xmpmeta>\n").toString();
    }

    private static void faces(StringBuilder text, SourceAsset asset) {
        text.append("<MP:RegionInfo xmlns:MP=\"http://ns.microsoft.com/photo/1.2/\"")
                .append(" xmlns:MPRI=\"http://ns.microsoft.com/photo/1.2/t/RegionInfo#\"")
                .append(" xmlns:MPReg=\"http://ns.microsoft.com/photo/1.2/t/Region#\" rdf:parseType=\"Resource\">")
                .append("<MPRI:Regions><rdf:Bag>");
        for (SourceFace face : asset.faces()) {
            text.append("<rdf:li rdf:parseType=\"Resource\"><MPReg:PersonDisplayName>")
                    .append(escaped(face.name()))
                    .append("</MPReg:PersonDisplayName><MPReg:Rectangle>")
                    .append("%.6f, %.6f, %.6f, %.6f".formatted(face.x(), face.y(), face.width(), face.height()))
                    .append("</MPReg:Rectangle></rdf:li>");
        }
        text.append("</rdf:Bag></MPRI:Regions></MP:RegionInfo>");
    }

    private static void attribute(StringBuilder text, String name, String value) {
        text.append(' ').append(name).append("=\"").append(escaped(value)).append('"');
    }

    private static String degrees(double value, char positive, char negative) {
        return "%.7f%c".formatted(Math.abs(value), value < 0 ? negative : positive);
    }

    /** Without what XML has no way to say. */
    private static String escaped(String text) {
        StringBuilder escaped = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(c -> {
            switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                default -> {
                    boolean sayable = c >= ' ' && !(c >= 0xD800 && c <= 0xDFFF) && (c & 0xFFFE) != 0xFFFE;
                    escaped.appendCodePoint(sayable ? c : ' ');
                }
            }
        });
        return escaped.toString();
    }

    static Marks marks(Path sidecar) throws IOException {
        String text = read(sidecar);
        int start = text.indexOf(SIDE) + SIDE.length();
        int end = text.indexOf('"', start);
        int side = 0;
        if (start > SIDE.length() && end > start && end - start < 8) {
            try {
                side = Integer.parseInt(text.substring(start, end));
            } catch (NumberFormatException changed) {
                side = 0;
            }
        }
        return new Marks(text.contains(CLIP), text.contains(ASK), text.contains(EDITED), side);
    }

    /** Whether it names faces. */
    static boolean hasFaces(Path sidecar) throws IOException {
        return read(sidecar).contains("PersonDisplayName");
    }

    static String read(Path sidecar) throws IOException {
        return Files.size(sidecar) > MOST_BYTES ? "" : new String(Files.readAllBytes(sidecar), StandardCharsets.UTF_8);
    }
}
