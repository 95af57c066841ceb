package app.keepsake.training.internal.data;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Hashes of photos, kept in a text file, because decoding all photos anew takes minutes. A line for each photo: its path,
 * size and hash in four hexadecimal numbers, or none if it cannot be read, parted by tabs.
 */
public final class HashCache implements AutoCloseable {
    private final Map<String, Optional<PerceptualHash>> known = new HashMap<>();
    private final BufferedWriter out;

    public HashCache(Path file) throws IOException {
        if (Files.exists(file)) {
            Files.readAllLines(file).forEach(this::read);
        }
        out = Files.newBufferedWriter(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    private void read(String line) {
        String[] cells = line.split("\t");
        if (cells.length == 6) {
            long[] bits = new long[4];
            for (int i = 0; i < 4; i++) {
                bits[i] = Long.parseUnsignedLong(cells[2 + i], 16);
            }
            known.put(cells[0] + "\t" + cells[1], Optional.of(new PerceptualHash(bits[0], bits[1], bits[2], bits[3])));
        } else if (cells.length == 2) {
            known.put(line, Optional.empty());
        }
    }

    /** The photo's hash; empty if it cannot be decoded. */
    Optional<PerceptualHash> of(Path photo) throws IOException {
        String key = photo + "\t" + (Files.exists(photo) ? Files.size(photo) : -1);
        Optional<PerceptualHash> hash = known.get(key);
        if (hash == null) {
            hash = PhotoReader.read(photo).map(PerceptualHash::of);
            known.put(key, hash);
            out.write(key + hash.map(HashCache::cells).orElse("") + "\n");
        }
        return hash;
    }

    private static String cells(PerceptualHash hash) {
        return "\t%x\t%x\t%x\t%x".formatted(hash.a(), hash.b(), hash.c(), hash.d());
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
