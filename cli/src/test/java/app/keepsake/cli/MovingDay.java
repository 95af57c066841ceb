package app.keepsake.cli;

import app.keepsake.catalog.Asset;
import app.keepsake.catalog.AssetFace;
import app.keepsake.catalog.AssetFacts;
import app.keepsake.catalog.Box;
import app.keepsake.catalog.Catalog;
import app.keepsake.catalog.ContentHash;
import app.keepsake.catalog.Exposure;
import app.keepsake.catalog.Findings;
import app.keepsake.catalog.Indexing;
import app.keepsake.catalog.Location;
import app.keepsake.catalog.Memory;
import app.keepsake.catalog.Movement;
import app.keepsake.catalog.Place;
import app.keepsake.catalog.Shot;
import app.keepsake.catalog.Stage;
import app.keepsake.media.MovieFormat;
import app.keepsake.media.MovieWriter;
import app.keepsake.media.RgbImage;
import app.keepsake.media.Sound;
import app.keepsake.operations.OneDay;
import app.keepsake.operations.index.TestPhotos;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A library of a day in Lisbon: a photo with Anna, one with a clip behind it, half of a live photo and its clip, and a clip
 * with sound; and of another month one photo. A memory tells the first two.
 */
final class MovingDay {
    static final String MEMORY = "moving-day";
    private static final MovieFormat FORMAT = new MovieFormat(160, 120, 30);
    private static final int FRAMES = 45;
    private static final Duration LENGTH = Duration.ofMillis(1500);

    final long anna;
    /** The last taken first, as the timeline has them: clip, live photo, motion photo, Anna; and the one of April. */
    final List<Long> pictures;

    final long liveClip;

    MovingDay(Path library) throws IOException {
        Path photos = Files.createDirectories(library.resolve("photos"));
        TestPhotos.write(photos, 4);
        byte[] clip = clip(photos);
        byte[] still = Files.readAllBytes(photos.resolve("1.jpg"));
        byte[] both = Arrays.copyOf(still, still.length + clip.length);
        System.arraycopy(clip, 0, both, still.length, clip.length);
        Files.write(photos.resolve("1.jpg"), both);
        for (String name : List.of("2.mov", "3.mp4")) {
            Files.write(photos.resolve(name), clip);
        }
        Files.write(photos.resolve("3.mp4"), new byte[] {0, 0, 0, 8, 'f', 'r', 'e', 'e'}, StandardOpenOption.APPEND);
        Files.writeString(
                library.resolve("settings.json"),
                "{\"folders\":[],\"language\":\"en\",\"background\":false,\"thumbnailMegabytes\":500,\"cores\":null}");
        try (Catalog catalog = Catalog.open(library.resolve("catalog.db"));
                Indexing indexing = catalog.beginIndexing()) {
            Asset april = add(indexing, photos.resolve("0.jpg"), photo(4, 0), Findings.NONE);
            Asset withAnna = add(indexing, photos.resolve("3.jpg"), photo(5, 1), face());
            Asset inside = add(
                    indexing,
                    photos.resolve("1.jpg"),
                    photo(5, 2).moving(movement(still.length, clip.length)),
                    Findings.NONE);
            Asset live = add(
                    indexing,
                    photos.resolve("2.jpg"),
                    photo(5, 3).moving(movement(0, 0)).together(Optional.of("live"), Optional.empty()),
                    Findings.NONE);
            liveClip = add(
                            indexing,
                            photos.resolve("2.mov"),
                            film(3).together(Optional.of("live"), Optional.empty()),
                            Findings.NONE)
                    .id();
            Asset alone = add(indexing, photos.resolve("3.mp4"), film(4), Findings.NONE);
            pictures = List.of(alone.id(), live.id(), inside.id(), withAnna.id(), april.id());
            anna = catalog.people().create(false).id();
            catalog.people().name(anna, "Anna");
            long face = catalog.assets()
                    .view(withAnna.id())
                    .orElseThrow()
                    .faces()
                    .getFirst()
                    .id();
            catalog.people().assign(Map.of(face, anna));
        }
    }

    /** Tells its memory, also once more when something in it was hidden meanwhile. */
    void tell(Catalog catalog) {
        LocalDate day = LocalDate.of(2024, 5, 3);
        List<Shot> shots = List.of(
                new Shot(pictures.get(3), Shot.Role.OPENING, "it is sharp"),
                new Shot(pictures.get(2), Shot.Role.BODY, "it is sharp"));
        catalog.memories()
                .put(
                        List.of(new Memory(
                                MEMORY, "day", "Down by the river", "May 2024", day, day, 1, 0.5, shots, "1")),
                        catalog.choices().revision());
    }

    private static Asset add(Indexing indexing, Path file, AssetFacts facts, Findings findings) throws IOException {
        return indexing.add(file, OneDay.stampOf(file), ContentHash.of(file), facts, "m1", findings);
    }

    private static AssetFacts photo(int month, int minute) {
        return AssetFacts.photo("JPEG", 4000, 3000)
                .takenAt(LocalDateTime.of(2024, month, 3, 9, minute), "EXIF")
                .takenBy(Optional.of("Maker Model"), Optional.empty())
                .exposed(new Exposure(Optional.of("Wide 26"), 1.8, 1 / 120.0, 64, 5.1))
                .takenIn(new Location(38.72, -9.14), new Place("Lisbon", "Lisboa", "PT"));
    }

    private static AssetFacts film(int minute) {
        return AssetFacts.clip("MP4", FORMAT.width(), FORMAT.height(), LENGTH, true)
                .takenAt(LocalDateTime.of(2024, 5, 3, 9, minute), "QuickTime");
    }

    private static Movement movement(long offset, long bytes) {
        return new Movement(offset, bytes, Duration.ofMillis(700), LENGTH, FORMAT.width(), FORMAT.height(), true);
    }

    private static Findings face() {
        return new Findings(
                List.of(AssetFace.detected(new Box(0.4, 0.3, 0.2, 0.2), 0.9)),
                Optional.empty(),
                List.of(),
                List.of(),
                Optional.empty(),
                Map.of(Stage.FACES, "v1"));
    }

    /** One and a half seconds that grow light, with a tone. */
    private static byte[] clip(Path folder) throws IOException {
        Path file = folder.resolve("made.mp4");
        try (MovieWriter writer = MovieWriter.create(file, FORMAT)) {
            for (int i = 0; i < FRAMES; i++) {
                RgbImage image = RgbImage.black(FORMAT.width(), FORMAT.height());
                Arrays.fill(image.pixels(), (byte) (30 + 4 * i));
                writer.frame(image);
            }
            float[] tone = new float[3 * Sound.RATE];
            for (int i = 0; i < tone.length; i++) {
                tone[i] = (float) (0.5 * Math.sin(i / 2 * 0.05));
            }
            writer.sound(tone, 0, tone.length);
            writer.finish();
        }
        byte[] clip = Files.readAllBytes(file);
        Files.delete(file);
        return clip;
    }
}
