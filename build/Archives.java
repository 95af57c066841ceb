import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Archives from registries, which builds keep under their checksums in the user's cache folder. */
final class Archives {
    private Archives() {}

    static Path folder() throws IOException {
        String base = System.getenv("XDG_CACHE_HOME");
        Path cache = base == null || base.isBlank() ? Path.of(System.getProperty("user.home"), ".cache") : Path.of(base);
        return Files.createDirectories(cache.resolve("keepsake").resolve("packages"));
    }

    /** @throws IOException when the file has another checksum */
    static void check(String name, String sha256, Path archive) throws IOException {
        String found = sha256(archive);
        if (!found.equals(sha256)) {
            throw new IOException("%s: expected SHA-256 %s, found %s. The package has changed; do not use it."
                    .formatted(name, sha256, found));
        }
    }

    private static String sha256(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            byte[] buffer = new byte[1 << 16];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                digest.update(buffer, 0, read);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
