package app.keepsake.share;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;

/** What the tests send: three parts of random bytes, which stand for a film. */
final class Parcels {
    static final int SIZE = 2 * Parcel.PART + 12_345;
    /** In the middle of the second part. */
    static final int CUT = Parcel.PART + Parcel.PART / 2;

    private Parcels() {}

    static Parcel in(Path folder) throws IOException {
        byte[] bytes = new byte[SIZE];
        new Random(3).nextBytes(bytes);
        return Parcel.of(Files.write(folder.resolve("film.mp4"), bytes), "our film.mp4", "Lisbon");
    }

    static Delivery delivery(Path folder) {
        return new Delivery(folder.resolve("notes"), bytes -> {}, Duration.ofMillis(50));
    }
}
