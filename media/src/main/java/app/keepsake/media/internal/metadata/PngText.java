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

/** The texts of a PNG that tell when it was taken, in its chunks {@code tEXt} and {@code iTXt} (PNG, 11.3.3). */
final class PngText {
    /** Texts that tell a date are short. */
    private static final int MOST_BYTES = 512;

    private static final int CHUNKS = 8;
    /** ImageMagick keeps EXIF's tags as texts of their names. */
    private static final Set<String> NAMES = Set.of("Creation Time", "creation-time", "exif:DateTimeOriginal");

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
        if (end < 0 || !NAMES.contains(text.substring(0, end))) {
            return Optional.empty();
        }
        if (!international) {
            return DateText.parse(text.substring(end + 1), ClaimSource.PNG);
        }
        int language = end + 3;
        int translated = text.indexOf('\0', Math.min(language, text.length())) + 1;
        int content = text.indexOf('\0', translated) + 1;
        boolean packed = end + 1 < text.length() && text.charAt(end + 1) != 0;
        return packed || translated == 0 || content == 0
                ? Optional.empty()
                : DateText.parse(text.substring(content), ClaimSource.PNG);
    }
}
