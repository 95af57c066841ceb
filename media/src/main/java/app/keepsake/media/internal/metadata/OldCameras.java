package app.keepsake.media.internal.metadata;

import app.keepsake.media.MediaType;
import app.keepsake.media.TimeClaim;
import app.keepsake.media.internal.SourceFile;
import app.keepsake.media.internal.structure.Window;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What JPEGs of cameras of the 1990s tell, before there was EXIF. */
final class OldCameras {
    private static final int MOST_SEGMENTS = 100;

    /** Of Olympus, Agfa, Epson and Sanyo, in the segment APP12. */
    private static final Pattern PICTURE_INFO =
            Pattern.compile("\\[picture info\\]\\s[^\\[]{0,2000}?TimeDate=(\\d{1,10})\\s");

    private OldCameras() {}

    /** What can be read before the picture begins, the file ends or is damaged; nothing of other formats. */
    static MetadataFields read(SourceFile source) {
        if (source.type() != MediaType.JPEG) {
            return MetadataFields.NOTHING;
        }
        try (Window file = Window.open(source.path())) {
            return segments(file);
        } catch (IOException cutOff) {
            return MetadataFields.NOTHING;
        }
    }

    private static MetadataFields segments(Window file) throws IOException {
        long at = 2;
        for (int segment = 0; segment < MOST_SEGMENTS && file.u8(at) == 0xFF; segment++) {
            int marker = file.u8(at + 1);
            int length = file.u16(at + 2);
            if (marker == 0xDA || length < 2) {
                return MetadataFields.NOTHING;
            }
            if (marker == 0xEC) {
                byte[] body = file.bytes(at + 4, length - 2);
                Optional<TimeClaim> time = pictureInfo(new String(body, StandardCharsets.ISO_8859_1));
                if (time.isPresent()) {
                    return MetadataFields.at(time);
                }
            }
            if (marker == 0xE0 && CanonHeap.isOne(file, at + 4)) {
                return CanonHeap.read(file.bytes(at + 4, length - 2));
            }
            at += 2 + length;
        }
        return MetadataFields.NOTHING;
    }

    private static Optional<TimeClaim> pictureInfo(String text) {
        Matcher parts = PICTURE_INFO.matcher(text);
        return parts.find() ? Optional.of(CanonHeap.wall(Long.parseLong(parts.group(1)))) : Optional.empty();
    }
}
