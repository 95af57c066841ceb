package app.keepsake.sources;

import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A photo or clip as its source tells of it, which may be shown there.
 *
 * @param key of the source's own, letters, digits, dots, dashes and underscores
 * @param version another one after the pixels have changed
 * @param name of the file, as its owner knows it; never to be used as a path
 * @param clip whether it moves
 * @param month in which the source sorts it
 * @param longSide of the original, in pixels; 0 where it is not told
 * @param takenAt wall-clock time, with the owner's corrections
 * @param offset of {@code takenAt} from UTC
 * @param place where it was taken, with the owner's corrections
 * @param camera make and model
 * @param description the owner's words; may be empty
 * @param favourite whether the owner marked it
 * @param edited whether the source shows it otherwise than its file
 * @param liveClip key of the clip that belongs to a live photo
 * @param stack what the shots of a stack share
 * @param faces named ones with their boxes, if the source tells them with the asset
 * @param peopleUntold whether there is somebody whose face {@link Source#faces} is to be asked for
 */
public record SourceAsset(
        String key,
        String version,
        String name,
        boolean clip,
        YearMonth month,
        int longSide,
        Optional<LocalDateTime> takenAt,
        Optional<ZoneOffset> offset,
        Optional<Place> place,
        Optional<String> camera,
        String description,
        boolean favourite,
        boolean edited,
        Optional<String> liveClip,
        Optional<String> stack,
        List<SourceFace> faces,
        boolean peopleUntold) {
    private static final Pattern KEY = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_.-]{0,79}");

    /** Degrees, north and east. */
    public record Place(double latitude, double longitude) {}

    /** @throws IllegalArgumentException when the key is none */
    public SourceAsset {
        if (!isKey(key)) {
            throw new IllegalArgumentException("Expected a key of letters, digits and dashes.");
        }
        faces = List.copyOf(faces);
    }

    /** Whether a text can be a key. */
    public static boolean isKey(String text) {
        return KEY.matcher(text).matches();
    }

    /** The same with its faces. */
    public SourceAsset showing(List<SourceFace> told) {
        return new SourceAsset(
                key,
                version,
                name,
                clip,
                month,
                longSide,
                takenAt,
                offset,
                place,
                camera,
                description,
                favourite,
                edited,
                liveClip,
                stack,
                told,
                false);
    }
}
