package app.keepsake.media.internal.structure;

import app.keepsake.media.HdrKind;
import java.io.EOFException;
import java.io.IOException;
import java.util.Optional;

/** The curve of light that a PNG tells, in front of its pixels (PNG third edition, cICP; ITU-T H.273, table 3). */
public final class PngLight {
    private static final int SIGNATURE = 8;
    private static final int AROUND = 12;
    private static final int PQ = 16;
    private static final int HLG = 18;

    private PngLight() {}

    /** Of those that hold more light than is shown. */
    public static Optional<HdrKind> of(Window png) throws IOException {
        try {
            long at = SIGNATURE;
            while (!png.name(at + 4).equals("IDAT")) {
                if (png.name(at + 4).equals("cICP")) {
                    return switch (png.u8(at + 9)) {
                        case PQ -> Optional.of(HdrKind.PQ);
                        case HLG -> Optional.of(HdrKind.HLG);
                        default -> Optional.empty();
                    };
                }
                at += AROUND + png.u32(at);
            }
        } catch (EOFException cutOff) {
            // Whoever reads the pixels says what is missing.
        }
        return Optional.empty();
    }
}
