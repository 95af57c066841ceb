package app.keepsake.share;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;

/** What the tests send: three parts of random bytes, which stand for a film. */
final class TestUploads {
    static final int SIZE = 2 * Upload.PART + 12_345;
    /** In the middle of the second part. */
    static final int CUT = Upload.PART + Upload.PART / 2;

    private TestUploads() {}

    static Upload in(Path folder) throws IOException {
        byte[] bytes = new byte[SIZE];
        new Random(3).nextBytes(bytes);
        return Upload.of(Files.write(folder.resolve("film.mp4"), bytes), "our film.mp4", "Lisbon");
    }

    static UploadProgress progress(Path folder) {
        return new UploadProgress(folder.resolve("notes"), bytes -> {});
    }

    static UploadSession session(Path folder) {
        return new UploadSession(folder.resolve("notes"), bytes -> {}, Duration.ofMillis(50));
    }
}
