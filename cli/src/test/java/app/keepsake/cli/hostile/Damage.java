package app.keepsake.cli.hostile;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Damaged copies of real files, the same ones from the same seed. */
final class Damage {
    private static final int HEADERS = 4096;
    private static final int[] LENGTHS = {0, 1, -1, Integer.MAX_VALUE, Integer.MIN_VALUE, 0x7fff, 0xffff, 1 << 28};

    private final List<Path> originals;
    private final Random random;

    Damage(List<Path> originals, long seed) {
        this.originals = originals;
        this.random = new Random(seed);
    }

    /** Writes the next one into a folder; its name begins with the number. */
    Path write(Path folder, int number) throws IOException {
        Path original = originals.get(random.nextInt(originals.size()));
        byte[] bytes = Files.readAllBytes(original);
        String name = original.getFileName().toString();
        int rounds = 1 + random.nextInt(3);
        for (int round = 0; round < rounds; round++) {
            bytes = switch (random.nextInt(6)) {
                case 0 -> flipped(bytes);
                case 1 -> Arrays.copyOf(bytes, random.nextInt(bytes.length) + 1);
                case 2 -> withLength(bytes);
                case 3 -> spliced(bytes, Files.readAllBytes(originals.get(random.nextInt(originals.size()))));
                case 4 -> filled(bytes);
                default -> {
                    name = originals
                            .get(random.nextInt(originals.size()))
                            .getFileName()
                            .toString();
                    yield flipped(bytes);
                }
            };
        }
        return Files.write(folder.resolve(number + "-" + name), bytes);
    }

    /** Headers decide most: half of the damage goes to the file's beginning. */
    private int place(byte[] bytes) {
        return random.nextInt(random.nextBoolean() ? Math.min(HEADERS, bytes.length) : bytes.length);
    }

    private byte[] flipped(byte[] original) {
        byte[] bytes = original.clone();
        for (int flips = 1 << random.nextInt(7); flips > 0; flips--) {
            bytes[place(bytes)] ^= (byte) (1 << random.nextInt(8));
        }
        return bytes;
    }

    /** A number that says how long something is, and lies. */
    private byte[] withLength(byte[] original) {
        byte[] bytes = original.clone();
        int at = place(bytes) & ~1;
        if (at + Integer.BYTES <= bytes.length) {
            ByteBuffer.wrap(bytes).putInt(at, LENGTHS[random.nextInt(LENGTHS.length)]);
        }
        return bytes;
    }

    /** A chunk of another file, over what was there or between it. */
    private byte[] spliced(byte[] bytes, byte[] other) {
        int from = random.nextInt(other.length);
        int length = Math.min(other.length - from, 1 + random.nextInt(8192));
        int at = place(bytes);
        int goesOn = random.nextBoolean() ? at : Math.min(bytes.length, at + length);
        ByteBuffer result = ByteBuffer.allocate(at + length + bytes.length - goesOn);
        result.put(bytes, 0, at).put(other, from, length).put(bytes, goesOn, bytes.length - goesOn);
        return result.array();
    }

    private byte[] filled(byte[] original) {
        byte[] bytes = original.clone();
        int at = place(bytes);
        Arrays.fill(bytes, at, Math.min(bytes.length, at + 1 + random.nextInt(512)), (byte) -random.nextInt(2));
        return bytes;
    }
}
