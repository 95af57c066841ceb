package app.keepsake.cli.index;

import app.keepsake.catalog.AssetFacts;
import app.keepsake.catalog.Findings;
import app.keepsake.catalog.Quality;
import app.keepsake.catalog.Stage;
import app.keepsake.media.MediaException;
import app.keepsake.media.MediaInfo;
import app.keepsake.media.MediaReader;
import app.keepsake.media.PhotoDecoder;
import app.keepsake.media.RgbImage;
import app.keepsake.media.VideoReader;
import app.keepsake.vision.ClipAnalysis;
import app.keepsake.vision.FaceDetector;
import app.keepsake.vision.PhotoAnalysis;
import app.keepsake.vision.VisionAnalyser;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads files with media and looks at them with vision. Safe for use by several threads. */
public final class AssetReading implements FileReading, AutoCloseable {
    private static final String METADATA_VERSION = "metadata 1";

    /** The length of a clip that is worth showing, around its best moment. */
    private static final Duration BEST_SPAN = Duration.ofSeconds(5);

    private final PhotoDecoder photos = PhotoDecoder.create();
    private final FaceDetector detector;
    private final VisionAnalyser analyser;
    private final Map<Stage, String> versions;

    private AssetReading(FaceDetector detector) {
        this.detector = detector;
        this.analyser = new VisionAnalyser(detector);
        this.versions = Map.of(
                Stage.METADATA, METADATA_VERSION,
                Stage.FACES, analyser.version(),
                Stage.QUALITY, analyser.version());
    }

    public static AssetReading open() {
        return new AssetReading(FaceDetector.open());
    }

    @Override
    public Map<Stage, String> versions() {
        return versions;
    }

    @Override
    public AssetFacts facts(Path file) throws MediaException {
        return FactsReading.of(MediaReader.read(file));
    }

    @Override
    public Findings findings(Path file, AssetFacts facts) throws MediaException {
        MediaInfo info = MediaReader.read(file);
        return facts.clip() ? ofClip(file, info) : ofPhoto(file, info);
    }

    private Findings ofPhoto(Path file, MediaInfo info) throws MediaException {
        RgbImage image = photos.decode(file, VisionAnalyser.LONG_SIDE);
        return findings(analyser.analyse(image), image.width(), image.height(), info, Optional.empty());
    }

    private Findings ofClip(Path file, MediaInfo info) throws MediaException {
        try (VideoReader clip = VideoReader.open(file, VisionAnalyser.LONG_SIDE)) {
            ClipAnalysis analysis = analyser.analyse(clip, info.duration())
                    .orElseThrow(() -> new MediaException(
                            file,
                            "a clip with pictures",
                            "none that can be decoded",
                            "Check that it plays elsewhere, and restore it from a backup if not."));
            ClipAnalysis.Moment best = analysis.best();
            Optional<Quality.Span> span = Optional.of(spanAround(best.time(), info.duration()));
            return findings(best.seen(), clip.width(), clip.height(), info, span);
        }
    }

    private static Quality.Span spanAround(Duration moment, Duration clip) {
        Duration length = BEST_SPAN.compareTo(clip) < 0 ? BEST_SPAN : clip;
        Duration start = moment.minus(length.dividedBy(2));
        Duration latest = clip.minus(length);
        if (start.compareTo(latest) > 0) {
            start = latest;
        }
        if (start.isNegative()) {
            start = Duration.ZERO;
        }
        return new Quality.Span(start, start.plus(length));
    }

    private Findings findings(
            PhotoAnalysis seen, int width, int height, MediaInfo info, Optional<Quality.Span> bestSpan) {
        Quality quality = new Quality(
                seen.quality().score(),
                seen.quality().sharpness(),
                seen.quality().exposure(),
                Math.min(1, seen.quality().colourfulness() / FULL_COLOUR),
                seen.likeness().structure(),
                bestSpan);
        return new Findings(
                FaceNaming.of(seen.faces(), width, height, info.regions()),
                Optional.of(quality),
                List.of(),
                List.of(),
                Optional.empty(),
                Map.of(Stage.FACES, analyser.version(), Stage.QUALITY, analyser.version()));
    }

    /** Hasler and Süsstrunk call 82 highly colourful. */
    private static final double FULL_COLOUR = 82;

    @Override
    public void close() {
        detector.close();
    }
}
