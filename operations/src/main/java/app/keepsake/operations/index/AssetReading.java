package app.keepsake.operations.index;

import app.keepsake.catalog.AssetFacts;
import app.keepsake.catalog.Findings;
import app.keepsake.catalog.Flag;
import app.keepsake.catalog.Quality;
import app.keepsake.catalog.Stage;
import app.keepsake.catalog.Tag;
import app.keepsake.engine.ArenaPool;
import app.keepsake.engine.EngineOptions;
import app.keepsake.media.DecodingMemory;
import app.keepsake.media.MediaException;
import app.keepsake.media.MediaInfo;
import app.keepsake.media.MediaLimits;
import app.keepsake.media.MediaReader;
import app.keepsake.media.MediaType;
import app.keepsake.media.Movement;
import app.keepsake.media.RgbImage;
import app.keepsake.media.VideoReader;
import app.keepsake.vision.ClipAnalysis;
import app.keepsake.vision.ClipScan;
import app.keepsake.vision.ContentReader;
import app.keepsake.vision.FaceDetector;
import app.keepsake.vision.FaceReader;
import app.keepsake.vision.MovementScan;
import app.keepsake.vision.PhotoAnalysis;
import app.keepsake.vision.PictureOrigin;
import app.keepsake.vision.Sun;
import app.keepsake.vision.TimeZones;
import app.keepsake.vision.VisionAnalyser;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Reads files with media and looks at them with vision. Safe for use by several threads, which run side by side: each
 * network has one thread, and the files are what is done in parallel.
 */
public final class AssetReading implements FileReading, AutoCloseable {
    private static final String METADATA_VERSION = "metadata 4";
    /** Of clips only the flags that a single frame can bear out count: one frame may be dark or show a page. */
    private static final double CLIP_FLAG_FACTOR = 0.6;

    private final Openings openings = new Openings();
    private final FaceDetector detector;
    private final FaceReader reader;
    private final ContentReader contents;
    private final VisionAnalyser analyser;
    private final Map<Stage, String> versions;

    private AssetReading(EngineOptions options) {
        // Landscapes and portraits, near and far.
        this.detector = FaceDetector.open(options.withCachedPlans(4), FaceDetector.MINIMUM_SCORE);
        this.reader = orClose(detector::close, () -> FaceReader.open(options));
        this.contents = orClose(
                () -> {
                    detector.close();
                    reader.close();
                },
                () -> ContentReader.open(options));
        this.analyser = new VisionAnalyser(detector, reader, contents);
        this.versions = Map.of(
                Stage.METADATA, METADATA_VERSION,
                Stage.FACES, detector.version() + ", " + reader.version(),
                Stage.QUALITY, analyser.version(),
                Stage.TAGS, contents.labelVersion(),
                Stage.FLAGS, contents.verdictVersion(),
                Stage.ANIMALS, contents.animalVersion());
    }

    /** What was opened before is closed when the next cannot be. */
    private static <T> T orClose(Runnable close, Supplier<T> open) {
        try {
            return open.get();
        } catch (RuntimeException | Error e) {
            close.run();
            throw e;
        }
    }

    /** What one file may take at most of this process's native memory; for processes that do nothing else. */
    public static void limitMemory() {
        MediaLimits.largestBlock(Openings.LARGEST_BLOCK);
    }

    public static AssetReading open() {
        return new AssetReading(
                EngineOptions.defaults().withThreads(1).withCachedPlans(2).withArenas(new ArenaPool()));
    }

    @Override
    public Map<Stage, String> versions() {
        return versions;
    }

    @Override
    public AssetFacts facts(Path file) throws MediaException {
        return facts(file, false);
    }

    private AssetFacts facts(Path file, boolean careful) throws MediaException {
        return openings.open(file, careful, opening -> FactsReading.of(opening.info(file)));
    }

    @Override
    public Findings findings(Path file, AssetFacts facts) throws MediaException {
        return findings(file, facts, false);
    }

    private Findings findings(Path file, AssetFacts facts, boolean careful) throws MediaException {
        return openings.open(file, careful, opening -> {
            MediaInfo info = opening.info(file);
            return facts.clip() ? ofClip(file, info, opening) : ofPhoto(file, info, opening, careful);
        });
    }

    @Override
    public FileReading careful() {
        return new FileReading() {
            @Override
            public Map<Stage, String> versions() {
                return versions;
            }

            @Override
            public AssetFacts facts(Path file) throws MediaException {
                return AssetReading.this.facts(file, true);
            }

            @Override
            public Findings findings(Path file, AssetFacts facts) throws MediaException {
                return AssetReading.this.findings(file, facts, true);
            }
        };
    }

    @Override
    public void lost(Thread thread) {
        openings.lost(thread);
    }

    private Findings ofPhoto(Path file, MediaInfo info, Opening opening, boolean careful) throws MediaException {
        RgbImage image = opening.photo(file, VisionAnalyser.LONG_SIDE);
        PhotoAnalysis seen = analyser.analyse(image, origin(file, info));
        Optional<Quality.Span> span = info.movement().isEmpty()
                ? Optional.empty()
                : span(file, info.movement().get(), image, seen, careful);
        return findings(seen, image.width(), image.height(), info, span);
    }

    /** The part of a photo's movement that is worth showing; a photo whose movement cannot be decoded stands still. */
    private Optional<Quality.Span> span(
            Path file, Movement movement, RgbImage image, PhotoAnalysis seen, boolean careful) throws MediaException {
        Optional<Path> clip = movement.inset().isPresent() ? Optional.of(file) : MediaReader.clipBeside(file);
        if (clip.isEmpty()) {
            return Optional.empty();
        }
        try {
            return openings.open(clip.get(), movement.inset(), careful, opening -> {
                try (DecodingMemory.Held held = openings.hold(opening, clip.get(), movement.inset());
                        VideoReader reader = opening.clip(clip.get(), movement.inset(), MovementScan.LONG_SIDE)) {
                    return analyser.movement(reader, movement.still(), image, seen)
                            .map(best -> new Quality.Span(best.start(), best.end()));
                }
            });
        } catch (MediaException e) {
            if (e.isPassing()) {
                throw e;
            }
            return Optional.empty();
        }
    }

    private Findings ofClip(Path file, MediaInfo info, Opening opening) throws MediaException {
        try (DecodingMemory.Held held = openings.hold(opening, file);
                VideoReader clip = opening.clip(file, VisionAnalyser.LONG_SIDE)) {
            ClipAnalysis analysis = analyser.analyse(clip, info.duration(), origin(file, info))
                    .orElseThrow(() -> new MediaException(
                            file,
                            "a clip with pictures",
                            "none that can be decoded",
                            "Check that it plays elsewhere, and restore it from a backup if not."));
            Optional<Quality.Span> span = ClipScan.best(
                            file, info.duration(), info.hasAudio(), analysis, longSide -> opening.clip(file, longSide))
                    .map(best -> new Quality.Span(best.start(), best.end()));
            return findings(analysis.best().seen(), clip.width(), clip.height(), info, span);
        }
    }

    private static PictureOrigin origin(Path file, MediaInfo info) {
        return new PictureOrigin(
                file.getFileName().toString(),
                info.camera(),
                info.type() == MediaType.PNG,
                info.width(),
                info.height(),
                info.location().isPresent() && isTimed(info) ? sun(info) : OptionalDouble.empty());
    }

    /** Whether a time of day is told: noon stands for none. */
    private static boolean isTimed(MediaInfo info) {
        return info.claims().stream()
                .limit(1)
                .anyMatch(claim -> info.capturedAt().isPresent() && claim.isTimed());
    }

    private static OptionalDouble sun(MediaInfo info) {
        return info.utcOffset()
                .or(() -> TimeZones.offset(
                        info.location().orElseThrow(), info.capturedAt().orElseThrow()))
                .map(offset -> OptionalDouble.of(
                        sun(info, info.capturedAt().orElseThrow().toInstant(offset))))
                .orElse(OptionalDouble.empty());
    }

    private static double sun(MediaInfo info, Instant time) {
        return Sun.elevation(info.location().orElseThrow(), time);
    }

    private Findings findings(
            PhotoAnalysis seen, int width, int height, MediaInfo info, Optional<Quality.Span> bestSpan) {
        Quality quality = new Quality(
                seen.worth(),
                seen.quality().sharpness(),
                seen.quality().exposure(),
                Math.min(1, seen.quality().colourfulness() / FULL_COLOUR),
                seen.composition().score(),
                seen.likeness().structure(),
                seen.likeness().colours(),
                bestSpan);
        return new Findings(
                CatalogFaces.of(seen, width, height, info.regions()),
                Optional.of(quality),
                tags(seen),
                flags(seen, info.type().isVideo()),
                Optional.empty(),
                Map.of(
                        Stage.FACES, versions.get(Stage.FACES),
                        Stage.QUALITY, versions.get(Stage.QUALITY),
                        Stage.TAGS, versions.get(Stage.TAGS),
                        Stage.FLAGS, versions.get(Stage.FLAGS),
                        Stage.ANIMALS, versions.get(Stage.ANIMALS)));
    }

    private static List<Tag> tags(PhotoAnalysis seen) {
        return seen.contents().labels().stream()
                .map(label -> new Tag(label.name(), label.confidence(), label.source()))
                .toList();
    }

    private static List<Flag> flags(PhotoAnalysis seen, boolean clip) {
        Stream<Flag> flags = seen.contents().verdicts().stream()
                .map(verdict -> new Flag(
                        Flag.Kind.valueOf(verdict.kind().name()),
                        clip ? CLIP_FLAG_FACTOR * verdict.probability() : verdict.probability(),
                        verdict.reason()));
        return flags.toList();
    }

    /** Hasler and Süsstrunk call 82 highly colourful. */
    private static final double FULL_COLOUR = 82;

    @Override
    public void close() {
        openings.close();
        detector.close();
        reader.close();
        contents.close();
    }
}
