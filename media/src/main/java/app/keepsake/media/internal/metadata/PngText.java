package app.keepsake.media.internal.metadata;

import app.keepsake.media.ClaimSource;
import app.keepsake.media.MediaType;
import app.keepsake.media.TimeClaim;
import app.keepsake.media.internal.SourceFile;
import app.keepsake.media.internal.structure.Window;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The texts of a PNG that tell when it was taken, in its chunks {@code tEXt} and {@code iTXt} (PNG, 11.3.3), and what
 * tells when it was changed, in {@code tIME} too (11.3.4).
 */
final class PngText {
    /** Texts that tell a date are short. */
    private static final int MOST_BYTES = 512;

    private static final int CHUNKS = 8;
    /** ImageMagick keeps EXIF's tags as texts of their names. */
    private static final Set<String> NAMES = Set.of("Creation Time", "creation-time", "exif:DateTimeOriginal");

    /** When the file was made of another one, which is better than nothing. */
    private static final Set<String> OF_CHANGES = Set.of("create-date", "date:create", "modify-date", "date:modify");

    private PngText() {}

    /** What can be read before the file ends or is damaged; nothing of other formats. */
    static List<TimeClaim> times(SourceFile source) {
        List<TimeClaim> times = new ArrayList<>();
        if (source.type() == MediaType.PNG) {
            try (Window file = Window.open(source.path())) {
                long at = CHUNKS;
                String name = file.name(at + 4);
                while (!name.equals("IEND")) {
                    long length = file.u32(at);
                    if ((name.equals("tEXt") || name.equals("iTXt")) && length <= MOST_BYTES) {
                        time(name, file.bytes(at + 8, (int) length)).ifPresent(times::add);
                    }
                    if (name.equals("tIME") && length == 7) {
                        changed(file.bytes(at + 8, 7)).ifPresent(times::add);
                    }
                    at += 12 + length;
                    name = file.name(at + 4);
                }
            } catch (IOException cutOff) {
                // What came before the end still tells.
            }
        }
        return times;
    }

    /** A keyword, a zero, and the text; before an international one come two flags and two texts that end in zero. */
    private static Optional<TimeClaim> time(String chunk, byte[] data) {
        boolean international = chunk.equals("iTXt");
        String text = new String(data, international ? StandardCharsets.UTF_8 : StandardCharsets.ISO_8859_1);
        int end = text.indexOf('\0');
        Optional<ClaimSource> source = end < 0 ? Optional.empty() : source(text.substring(0, end));
        if (source.isEmpty()) {
            return Optional.empty();
        }
        if (!international) {
            return DateText.parse(text.substring(end + 1), source.get());
        }
        int language = end + 3;
        int translated = text.indexOf('\0', Math.min(language, text.length())) + 1;
        int content = text.indexOf('\0', translated) + 1;
        boolean packed = end + 1 < text.length() && text.charAt(end + 1) != 0;
        return packed || translated == 0 || content == 0
                ? Optional.empty()
                : DateText.parse(text.substring(content), source.get());
    }

    private static Optional<ClaimSource> source(String name) {
        return NAMES.contains(name)
                ? Optional.of(ClaimSource.PNG)
                : Optional.of(ClaimSource.MODIFIED).filter(changed -> OF_CHANGES.contains(name));
    }

    /** Year, month, day, hour, minute and second, in UTC. */
    private static Optional<TimeClaim> changed(byte[] time) {
        int year = (time[0] & 0xFF) << 8 | time[1] & 0xFF;
        String text = "%04d:%02d:%02d %02d:%02d:%02dZ".formatted(year, time[2], time[3], time[4], time[5], time[6]);
        return DateText.parse(text, ClaimSource.MODIFIED);
    }
}
