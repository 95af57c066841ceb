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

    /** Of those of cameras, which take much longer to look at, there are so many in a hundred. */
    private static final int CAMERAS_PERCENT = 6;

    private final Originals originals;
    private final Random random;

    Damage(Originals originals, long seed) {
        this.originals = originals;
        this.random = new Random(seed);
    }

    /** Writes the next one into a folder; its name begins with the number. */
    Path write(Path folder, int number) throws IOException {
        Path original = original();
        byte[] bytes = Files.readAllBytes(original);
        String name = original.getFileName().toString();
        int rounds = 1 + random.nextInt(3);
        for (int round = 0; round < rounds; round++) {
            bytes = switch (random.nextInt(8)) {
                case 0 -> flipped(bytes);
                case 1 -> Arrays.copyOf(bytes, random.nextInt(bytes.length) + 1);
                case 2 -> withLength(bytes);
                case 3 -> spliced(bytes, Files.readAllBytes(original()));
                case 4 -> filled(bytes);
                case 5 -> swapped(bytes);
                case 6 -> repeated(bytes);
                default -> {
                    name = original().getFileName().toString();
                    yield flipped(bytes);
                }
            };
        }
        return Files.write(folder.resolve(number + "-" + name), bytes);
    }

    private Path original() {
        boolean camera = !originals.cameras().isEmpty() && random.nextInt(100) < CAMERAS_PERCENT;
        List<Path> some = camera ? originals.cameras() : originals.made();
        return some.get(random.nextInt(some.size()));
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

    /** Two stretches that have changed their places. */
    private byte[] swapped(byte[] original) {
        byte[] bytes = original.clone();
        int length = Math.min(1 + random.nextInt(256), bytes.length / 2);
        int one = random.nextInt(Math.max(1, bytes.length - 2 * length + 1));
        int other = one + length + random.nextInt(Math.max(1, bytes.length - 2 * length - one + 1));
        System.arraycopy(original, one, bytes, other, length);
        System.arraycopy(original, other, bytes, one, length);
        return bytes;
    }

    /** A stretch that comes again and again. */
    private byte[] repeated(byte[] bytes) {
        int at = place(bytes);
        int length = Math.min(bytes.length - at, 1 + random.nextInt(64));
        int times = 1 << random.nextInt(10);
        ByteBuffer result = ByteBuffer.allocate(bytes.length + times * length);
        result.put(bytes, 0, at);
        for (int i = 0; i < times; i++) {
            result.put(bytes, at, length);
        }
        return result.put(bytes, at, bytes.length - at).array();
    }
}
