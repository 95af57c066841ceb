package app.keepsake.vision;

import app.keepsake.media.MediaException;
import app.keepsake.media.RgbImage;
import app.keepsake.media.Sound;
import app.keepsake.media.VideoFrame;
import app.keepsake.media.VideoReader;
import app.keepsake.vision.internal.pixels.AreaScaling;
import app.keepsake.vision.internal.pixels.GreyPlane;
import app.keepsake.vision.internal.quality.BlurEstimate;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds the part of a clip that is worth showing, 2 to 6 seconds: sharp, well lit, held still, with faces, and with
 * somebody talking or laughing. The clip is looked at twice a second (at 60 places at most), two neighbouring frames at
 * each place; a part does not go over a cut.
 */
public final class ClipScan {
    private static final int LONG_SIDE = 256;
    private static final int MOST_PLACES = 60;
    private static final Duration STEP = Duration.ofMillis(500);
    private static final double CUT = 0.2;
    private static final int SHORTEST_SECONDS = 2;
    private static final int LONGEST_SECONDS = 6;
    /** What each second more is worth, in units of the score. */
    private static final double LENGTH_BONUS = 0.02;

    private ClipScan() {}

    /** Opens the clip once more. */
    public interface Opening {
        /** @param longSide of its frames, pixels */
        VideoReader open(int longSide) throws MediaException;
    }

    /** A part of a clip, from its beginning, and its score, 0 to 1. */
    public record Span(Duration start, Duration end, double score) {}

    private record Look(Duration time, double score, float[] small) {}

    /**
     * @param seen what is known of a few moments: tells where faces are
     * @return the whole clip where it is shorter than 2 seconds; empty where no frame can be decoded
     * @throws MediaException when the clip cannot be opened
     */
    public static Optional<Span> best(
            Path file, Duration duration, boolean hasAudio, ClipAnalysis seen, Opening opening) throws MediaException {
        List<Look> looks = new ArrayList<>();
        long places = Math.clamp(duration.dividedBy(STEP), 1, MOST_PLACES);
        double[] loudness = hasAudio ? loudness(file, duration, (int) places) : new double[(int) places];
        try (VideoReader clip = opening.open(LONG_SIDE)) {
            for (int i = 0; i < places; i++) {
                Duration time = duration.multipliedBy(2L * i + 1).dividedBy(2 * places);
                clip.seek(time);
                Optional<VideoFrame> frame = clip.nextFrame();
                if (frame.isPresent()) {
                    Optional<VideoFrame> next = clip.nextFrame();
                    looks.add(look(frame.get(), next, faces(seen, time), loudness[i]));
                }
            }
        }
        return looks.isEmpty() ? Optional.empty() : Optional.of(best(looks, duration));
    }

    private static Look look(VideoFrame frame, Optional<VideoFrame> next, double faces, double loudness) {
        RgbImage image = frame.image();
        float[] small = thumbnail(image);
        GreyPlane grey = GreyPlane.of(image);
        double sigma = new BlurEstimate(grey).sigma().orElse(BlurEstimate.LIMIT);
        double sharp = 1 / (1 + Math.pow(sigma / 1.1, 4));
        double mean = 0;
        for (float value : small) {
            mean += value / small.length / 255;
        }
        double light = Math.max(0, 1 - 2.2 * Math.pow(Math.abs(mean - 0.46), 1.5));
        double shake =
                next.map(other -> difference(small, thumbnail(other.image()))).orElse(0.0);
        double still = 1 / (1 + Math.pow(shake / 0.03, 2));
        double score = 0.4 * Math.sqrt(sharp * light) + 0.25 * still + 0.2 * faces + 0.15 * loudness;
        return new Look(frame.time(), score, small);
    }

    private static float[] thumbnail(RgbImage image) {
        return GreyPlane.of(AreaScaling.toSize(image, 32, 18)).values();
    }

    /** Mean difference of luma, 0 to 1. */
    private static double difference(float[] a, float[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += Math.abs(a[i] - b[i]);
        }
        return sum / a.length / 255;
    }

    private static double faces(ClipAnalysis seen, Duration time) {
        ClipAnalysis.Moment nearest = seen.moments().getFirst();
        for (ClipAnalysis.Moment moment : seen.moments()) {
            if (moment.time()
                            .minus(time)
                            .abs()
                            .compareTo(nearest.time().minus(time).abs())
                    < 0) {
                nearest = moment;
            }
        }
        return nearest.seen().faces().isEmpty() ? 0 : 1;
    }

    /** Of each part of the clip, 0 for silence to 1 for the loudest, on a scale of 30 dB. */
    private static double[] loudness(Path file, Duration duration, int places) {
        double[] decibels = new double[places];
        double loudest = -60;
        for (int i = 0; i < places; i++) {
            try {
                Sound sound = Sound.read(file, duration.multipliedBy(i).dividedBy(places), STEP);
                double sum = 1e-9;
                for (float sample : sound.samples()) {
                    sum += sample * sample;
                }
                decibels[i] = 10 * Math.log10(sum / Math.max(1, sound.samples().length));
                loudest = Math.max(loudest, decibels[i]);
            } catch (MediaException damaged) {
                decibels[i] = -90;
            }
        }
        for (int i = 0; i < places; i++) {
            decibels[i] = Math.clamp(1 + (decibels[i] - loudest) / 30, 0, 1);
        }
        return decibels;
    }

    private static Span best(List<Look> looks, Duration duration) {
        Duration step = duration.dividedBy(looks.size());
        Span best = null;
        for (int seconds = SHORTEST_SECONDS; seconds <= LONGEST_SECONDS; seconds++) {
            Duration length =
                    Duration.ofSeconds(seconds).compareTo(duration) < 0 ? Duration.ofSeconds(seconds) : duration;
            int count = (int) Math.max(1, length.dividedBy(step));
            for (int from = 0; from + count <= looks.size(); from++) {
                List<Look> part = looks.subList(from, from + count);
                double score = part.stream().mapToDouble(Look::score).average().orElse(0) + LENGTH_BONUS * seconds;
                if (!hasCut(part) && (best == null || score > best.score())) {
                    Duration start = step.multipliedBy(from);
                    Duration end = start.plus(length);
                    best = new Span(start, end.compareTo(duration) < 0 ? end : duration, score);
                }
            }
        }
        return best == null
                ? new Span(Duration.ZERO, duration, 0)
                : new Span(best.start, best.end, Math.min(1, best.score));
    }

    private static boolean hasCut(List<Look> part) {
        for (int i = 1; i < part.size(); i++) {
            if (difference(part.get(i - 1).small(), part.get(i).small()) > CUT) {
                return true;
            }
        }
        return false;
    }
}
