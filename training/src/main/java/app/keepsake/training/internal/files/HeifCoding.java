package app.keepsake.training.internal.files;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** How the pictures of a HEIF are coded. */
final class HeifCoding {
    /** The items' types stand in the first boxes. */
    private static final int BEGINNING = 1 << 14;

    /** Raw pixels, JPEG 2000, H.264, JPEG, VVC, masks and what is made of no other picture. */
    private static final List<String> RARE = List.of("unci", "j2k1", "avc1", "jpeg", "vvc1", "mski", "iden", "iovl");

    private HeifCoding() {}

    /** Whether a file names a coding that only programs for testing write. */
    static boolean isRare(Path file) {
        try (InputStream bytes = Files.newInputStream(file)) {
            String text = new String(bytes.readNBytes(BEGINNING), StandardCharsets.ISO_8859_1);
            return RARE.stream().anyMatch(text::contains);
        } catch (IOException e) {
            return false;
        }
    }
}
