package app.keepsake.media.internal.structure;

import java.io.ByteArrayOutputStream;
import java.util.Optional;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** Compressed data (RFC 1950), which can hold a thousand times their length. */
public final class Inflated {
    private static final int STEP = 1 << 14;

    private Inflated() {}

    /** Unpacks some bytes up to the first damage, and no more than one byte beyond so many. */
    public static byte[] asFarAs(int most, byte[] packed, int from, int length) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        try (Inflater inflater = new Inflater()) {
            inflater.setInput(packed, from, length);
            byte[] step = new byte[STEP];
            while (!inflater.finished() && all.size() <= most) {
                int got = inflater.inflate(step, 0, (int) Math.min(STEP, 1L + most - all.size()));
                if (got == 0) {
                    break;
                }
                all.write(step, 0, got);
            }
        } catch (DataFormatException damaged) {
            // What came before it is wanted.
        }
        return all.toByteArray();
    }

    /** Unpacks some bytes; empty where they are damaged, or hold more than so many bytes. */
    public static Optional<byte[]> of(byte[] packed, int from, int length, int most) {
        try (Inflater inflater = new Inflater()) {
            inflater.setInput(packed, from, length);
            ByteArrayOutputStream all = new ByteArrayOutputStream();
            byte[] step = new byte[STEP];
            while (!inflater.finished()) {
                int got = inflater.inflate(step);
                if (got == 0 || all.size() + got > most) {
                    return Optional.empty();
                }
                all.write(step, 0, got);
            }
            return Optional.of(all.toByteArray());
        } catch (DataFormatException damaged) {
            return Optional.empty();
        }
    }
}
