package app.keepsake.catalog;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Records to store. */
final class Samples {
    static final LocalDateTime NOON = LocalDateTime.of(2024, 5, 3, 12, 0, 0, 123_000_000);

    private Samples() {}

    static ContentHash hash(String content) {
        return ContentHash.ofContent(content.getBytes(StandardCharsets.UTF_8));
    }

    static FileStamp stamp(long size) {
        return new FileStamp(size, 1_700_000_000_000L, 0);
    }

    static AssetFacts facts(LocalDateTime at) {
        return AssetFacts.photo("JPEG", 4000, 3000)
                .takenAt(at, "EXIF")
                .takenBy(Optional.of("Maker Model"), Optional.of(ZoneOffset.ofHours(1)))
                .takenIn(new Location(38.7223, -9.1393), new Place("Lisbon", "Lisboa", "PT"))
                .together(Optional.empty(), Optional.of("burst-1"))
                .exposed(new Exposure(Optional.of("Maker 26mm f/1.8"), 1.8, 1 / 120.0, 64, 5.1))
                .marked(true, false);
    }

    static AssetFacts bareFacts() {
        return AssetFacts.clip("MP4", 1920, 1080, Duration.ofMillis(12_345), true)
                .together(Optional.of("live-1"), Optional.empty())
                .marked(false, true);
    }

    static AssetFace face(double x) {
        return AssetFace.detected(new Box(x, 0.2, 0.1, 0.15), 0.9);
    }

    static Findings findings(List<AssetFace> faces, String version) {
        return new Findings(
                faces,
                Optional.of(new Quality(
                        0.7,
                        0.8,
                        0.9,
                        0.3,
                        0.6,
                        0x8000_0000_0000_0001L,
                        0x1234_5678_9ABCL,
                        Optional.of(new Quality.Span(Duration.ofMillis(500), Duration.ofMillis(3500))))),
                List.of(new Tag("beach", 0.75, "scenes-1"), new Tag("dog", 0.5, "coco-1")),
                List.of(new Flag(Flag.Kind.SCREENSHOT, 0.25, "looks a little like a screenshot")),
                Optional.of(new Embedding("scenes-1", new float[] {1, -2.5f, 3})),
                Map.of(
                        Stage.FACES, version,
                        Stage.QUALITY, version,
                        Stage.TAGS, version,
                        Stage.FLAGS, version,
                        Stage.EMBEDDING, version));
    }

    static Asset add(Indexing indexing, Path file, LocalDateTime at, List<AssetFace> faces) {
        return indexing.add(file, stamp(1), hash(file.toString()), facts(at), "m1", findings(faces, "v1"));
    }

    static Asset add(Indexing indexing, Path file, AssetFacts facts) {
        return indexing.add(file, stamp(1), hash(file.toString()), facts, "m1", findings(List.of(), "v1"));
    }
}
