package app.keepsake.media;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** Writes sound as WAV: stereo, 24 bits, {@link Sound#RATE} samples a second. */
public final class WaveWriter {
    private static final int CHANNELS = 2;
    private static final int BYTES = 3;
    private static final int HEADER = 44;
    private static final double FULL_SCALE = 8_388_607;

    private WaveWriter() {}

    /** Writes it; the file appears only when it is complete. */
    public static void write(Sound sound, Path file) throws MediaException {
        CompleteFile.write(file, out -> {
            out.write(header(sound.samples().length * BYTES));
            for (float sample : sound.samples()) {
                int value = (int) Math.round(Math.clamp(sample, -1, 1) * FULL_SCALE);
                out.write(value);
                out.write(value >> 8);
                out.write(value >> 16);
            }
        });
    }

    private static byte[] header(int size) {
        ByteBuffer header = ByteBuffer.allocate(HEADER).order(ByteOrder.LITTLE_ENDIAN);
        header.put("RIFF".getBytes(StandardCharsets.US_ASCII)).putInt(HEADER - 8 + size);
        header.put("WAVEfmt ".getBytes(StandardCharsets.US_ASCII)).putInt(16);
        header.putShort((short) 1).putShort((short) CHANNELS).putInt(Sound.RATE);
        header.putInt(Sound.RATE * CHANNELS * BYTES)
                .putShort((short) (CHANNELS * BYTES))
                .putShort((short) (8 * BYTES));
        header.put("data".getBytes(StandardCharsets.US_ASCII)).putInt(size);
        return header.array();
    }
}
