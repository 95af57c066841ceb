package app.keepsake.media.internal.metadata;

import app.keepsake.media.ClaimSource;
import app.keepsake.media.TimeClaim;
import app.keepsake.media.internal.SourceFile;
import app.keepsake.media.internal.structure.Box;
import app.keepsake.media.internal.structure.Window;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** The dates of clips that FFmpeg passes over. */
final class ClipBoxes {
    private static final int MOST_OBJECTS = 1000;
    private static final int MOST_TEXT = 56;

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
        Optional<Box> date = Box.all(file).child(file, "moov", "udta", "date");
        if (date.isEmpty() || date.get().end() - date.get().body() > MOST_TEXT) {
            return Optional.empty();
        }
        byte[] text = file.bytes(
                date.get().body(), (int) (date.get().end() - date.get().body()));
        return DateText.parse(new String(text, StandardCharsets.UTF_8), ClaimSource.QUICKTIME);
    }

    /** Behind the size of the file, which follows the file's identifier: when it was made, in UTC. */
    private static Optional<TimeClaim> asf(Window file) throws IOException {
        if (!file.holds(0, ASF_HEADER)) {
            return Optional.empty();
        }
        long at = 30;
        for (int object = 0; object < MOST_OBJECTS && at < file.size(); object++) {
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
