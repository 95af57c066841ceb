package app.keepsake.vision;

import app.keepsake.media.MediaException;
import app.keepsake.media.RgbImage;
import app.keepsake.media.VideoFrame;
import app.keepsake.media.VideoReader;
import app.keepsake.vision.ClipAnalysis.Moment;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Everything that is computed of one photo or clip, in one call. Thread-safe. */
public final class VisionAnalyser {
    /** The long side at which photos should be decoded for {@link #analyse(RgbImage)}, pixels. */
    public static final int LONG_SIDE = 1024;

    private static final String MEASURES = "measures 2";
    private static final int FRAMES = 5;

    private final FaceDetector detector;
    private final FaceReader reader;
    private final ContentReader contents;

    /** All stay the caller's to close. */
    public VisionAnalyser(FaceDetector detector, FaceReader reader, ContentReader contents) {
        this.detector = detector;
        this.reader = reader;
        this.contents = contents;
    }

    /** Names what measures quality and likeness; a stored analysis is out of date when this has changed. */
    public String version() {
        return detector.version() + ", " + MEASURES;
    }

    /**
     * Analyses a photo.
     *
     * @param image upright, best decoded at {@link #LONG_SIDE}
     */
    public PhotoAnalysis analyse(RgbImage image, PictureOrigin origin) {
        List<Face> faces = detector.detect(image);
        // What does not look at faces looks at 512 pixels at most, so one reduction serves all.
        RgbImage small = ContentReader.reduced(image);
        double scale = small.width() / (double) image.width();
        List<Face> smallFaces = faces.stream().map(face -> face.scaled(scale)).toList();
        List<DetectedObject> things = contents.objects(small);
        List<FacePortrait> portraits = new ArrayList<>();
        for (int i = 0; i < faces.size(); i++) {
            FacePortrait portrait = reader.read(image, faces.get(i));
            portraits.add(HeadsOfOthers.isOne(smallFaces.get(i), things) ? portrait.ofNobody() : portrait);
        }
        PhotoQuality quality = PhotoQuality.of(small, smallFaces, things);
        return new PhotoAnalysis(
                faces,
                portraits,
                quality,
                Composition.of(small, smallFaces, things),
                Likeness.of(image),
                contents.read(small, origin, smallFaces, things, quality).scaled(1 / scale),
                contents.animals(
                        image,
                        things.stream().map(thing -> thing.scaled(1 / scale)).toList()));
    }

    /**
     * Analyses frames spread evenly over a clip.
     *
     * @param clip is read from any position and left at any
     * @param duration of the clip
     * @param origin of the clip
     * @return empty when no frame can be decoded
     * @throws MediaException when the clip is damaged before its first frame
     */
    public Optional<ClipAnalysis> analyse(VideoReader clip, Duration duration, PictureOrigin origin)
            throws MediaException {
        List<Moment> moments = new ArrayList<>();
        for (int i = 0; i < FRAMES; i++) {
            clip.seek(duration.multipliedBy(2L * i + 1).dividedBy(2L * FRAMES));
            Optional<VideoFrame> frame = clip.nextFrame();
            if (frame.isPresent()) {
                moments.add(new Moment(frame.get().time(), analyse(frame.get().image(), origin)));
            }
        }
        return moments.isEmpty() ? Optional.empty() : Optional.of(new ClipAnalysis(moments));
    }

    /**
     * Finds the part of a photo's movement that is worth showing in its place.
     *
     * @param clip at its beginning, best opened at {@link MovementScan#LONG_SIDE}
     * @param still when in the clip the photo was taken
     * @param photo upright, of any size
     * @param seen what {@link #analyse(RgbImage, PictureOrigin)} found on it
     * @return empty where the photo better stands still
     * @throws MediaException when the clip is damaged before its first frame
     */
    public Optional<MovementScan.Span> movement(VideoReader clip, Duration still, RgbImage photo, PhotoAnalysis seen)
            throws MediaException {
        return new MovementScan(detector).best(clip, still, photo, seen);
    }
}
