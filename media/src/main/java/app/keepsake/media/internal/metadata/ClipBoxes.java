package app.keepsake.media.internal.metadata;

import app.keepsake.media.ClaimSource;
import app.keepsake.media.TimeClaim;
import app.keepsake.media.internal.SourceFile;
import app.keepsake.media.internal.structure.Window;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** The dates of clips that FFmpeg passes over. */
final class ClipBoxes {
    private static final int MOST_BOXES = 1000;
    private static final int MOST_TEXT = 64;

    /** Objects of ASF, by the first half of their identifiers (Advanced Systems Format, 10.1 and 10.2). */
    private static final byte[] ASF_HEADER = HexFormat.of().parseHex("3026b2758e66cf11");

    private static final byte[] ASF_PROPERTIES = HexFormat.of().parseHex("a1dcab8c47a9cf11");

    /** From the year 1601 to 1970, in tenths of microseconds. */
    private static final long ASF_EPOCH = 116_444_736_000_000_000L;

    private ClipBoxes() {}

    /** What can be read before the file ends or is damaged. */
    static List<TimeClaim> times(SourceFile source) {
        try (Window file = Window.open(source.path())) {
            Optional<TimeClaim> time = switch (source.type()) {
                case ASF -> asf(file);
                case MPEG_TS -> CamcorderTime.read(file);
                default -> source.type().isIso() ? userData(file) : Optional.empty();
            };
            return time.stream().toList();
        } catch (IOException cutOff) {
            return List.of();
        }
    }

    /** The wall clock with its zone, as some phones write it beside the header: {@code 2020-11-20T15:04:02+0100}. */
    private static Optional<TimeClaim> userData(Window file) throws IOException {
        long at = box(file, 0, file.size(), "moov");
        long user = at < 0 ? -1 : box(file, at + 8, at + file.u32(at), "udta");
        long date = user < 0 ? -1 : box(file, user + 8, user + file.u32(user), "date");
        if (date < 0 || file.u32(date) > MOST_TEXT) {
            return Optional.empty();
        }
        String text = new String(file.bytes(date + 8, (int) file.u32(date) - 8), StandardCharsets.UTF_8);
        return DateText.parse(text, ClaimSource.QUICKTIME);
    }

    /** Where the first box of a name is; -1 without one. Boxes of more than 4 GB are those of pictures, not of these. */
    private static long box(Window file, long from, long end, String name) throws IOException {
        long at = from;
        for (int box = 0; box < MOST_BOXES && at + 8 <= end; box++) {
            long length = file.u32(at);
            if (length == 1) {
                length = file.u64(at + 8);
            } else if (file.name(at + 4).equals(name) && length >= 8) {
                return at;
            }
            if (length < 8 || length > end - at) {
                return -1;
            }
            at += length;
        }
        return -1;
    }

    /** Behind the size of the file, which follows the file's identifier: when it was made, in UTC. */
    private static Optional<TimeClaim> asf(Window file) throws IOException {
        if (!file.holds(0, ASF_HEADER)) {
            return Optional.empty();
        }
        long at = 30;
        for (int object = 0; object < MOST_BOXES && at < file.size(); object++) {
            if (file.holds(at, ASF_PROPERTIES)) {
                long made = Long.reverseBytes(file.u64(at + 48));
                Instant moment = Instant.ofEpochMilli((made - ASF_EPOCH) / 10_000);
                return made > ASF_EPOCH ? Optional.of(TimeClaim.utc(moment, ClaimSource.HEADER)) : Optional.empty();
            }
            long length = Long.reverseBytes(file.u64(at + 16));
            if (length < 24 || length > file.size() - at) {
                return Optional.empty();
            }
            at += length;
        }
        return Optional.empty();
    }
}
