package app.keepsake.media.internal.ffmpeg;

import static org.bytedeco.ffmpeg.global.avutil.AVCOL_TRC_ARIB_STD_B67;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_TRC_SMPTE2084;

import app.keepsake.media.HdrKind;
import java.util.Optional;

/** The curves of light that pictures and clips tell by number (ITU-T H.273, table 3). */
final class Transfer {
    private Transfer() {}

    /** The kind of those that hold more light than is shown; empty for others. */
    static Optional<HdrKind> of(int number) {
        return switch (number) {
            case AVCOL_TRC_SMPTE2084 -> Optional.of(HdrKind.PQ);
            case AVCOL_TRC_ARIB_STD_B67 -> Optional.of(HdrKind.HLG);
            default -> Optional.empty();
        };
    }
}
