package app.keepsake.vision.internal.mundane;

import app.keepsake.vision.MundaneMeasures;
import app.keepsake.vision.PhotoQuality;
import app.keepsake.vision.PictureOrigin;
import app.keepsake.vision.TrainedHead;
import app.keepsake.vision.Verdict;
import app.keepsake.vision.Verdict.Kind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * From measures to verdicts. Paper and screens are told by a trained head; what the file tells of its origin shifts its
 * odds. Captions, blank and pocket shots, and scans are told by rules.
 */
public final class Verdicts {
    private static final double LEAST = 0.2;
    /** A camera takes few pictures that look like screenshots, and those show screens. */
    private static final double CAMERA_ODDS = 0.1;

    private static final double LOSSLESS_ODDS = 3;
    private static final double TALL_AS_RECEIPT = 1.5;

    private final TrainedHead head;

    public Verdicts(TrainedHead head) {
        this.head = head;
    }

    /** @param explicit how likely the network holds the picture explicit, 0 to 1 */
    public List<Verdict> of(MundaneMeasures measures, PictureOrigin origin, PhotoQuality quality, double explicit) {
        Map<String, Double> likely = head.classify(measures.vector());
        double photo = likely.getOrDefault(MundaneMeasures.PHOTO, 1.0);
        double paper = likely.getOrDefault(MundaneMeasures.PAPER, 0.0);
        double screen = likely.getOrDefault(MundaneMeasures.SCREEN, 0.0) * screenOdds(origin);
        double sum = Math.max(1e-9, photo + paper + screen);
        List<Verdict> all = new ArrayList<>();
        add(all, Kind.SCREENSHOT, origin.isNamedScreenshot() ? 0.98 : screen / sum, screenReason(measures, origin));
        add(all, paperKind(measures), paper / sum, paperReason(measures));
        add(all, Kind.MEME, caption(measures, origin), "looks like a captioned picture: large letters at its edge");
        add(all, Kind.BLANK, logistic(160 * (0.032 - quality.contrast())), "next to nothing to see");
        add(all, Kind.POCKET, pocket(quality), "dark and blurred, as if taken in a pocket");
        add(
                all,
                Kind.SCAN,
                origin.isScanned() ? 0.9 : 0,
                "scanned with %s: the date may be that of the scan"
                        .formatted(origin.camera().orElse("a scanner")));
        add(all, Kind.NUDITY, nudity(explicit), "%.0f %% likely to be explicit".formatted(100 * explicit));
        all.sort(Comparator.comparingDouble(Verdict::probability).reversed());
        return all;
    }

    private static void add(List<Verdict> all, Kind kind, double probability, String reason) {
        if (probability >= LEAST) {
            all.add(new Verdict(kind, Math.min(1, probability), reason));
        }
    }

    private static double screenOdds(PictureOrigin origin) {
        if (origin.camera().isPresent()) {
            return CAMERA_ODDS;
        }
        return origin.lossless() ? LOSSLESS_ODDS : 1;
    }

    private static Kind paperKind(MundaneMeasures measures) {
        return measures.aspect() >= TALL_AS_RECEIPT ? Kind.RECEIPT : Kind.DOCUMENT;
    }

    private static String paperReason(MundaneMeasures measures) {
        String thing = paperKind(measures) == Kind.RECEIPT ? "a receipt" : "a document";
        return "looks like %s: %s covered by text, %s bright paper"
                .formatted(thing, percent(measures.text().share()), percent(measures.paper()));
    }

    private static String screenReason(MundaneMeasures measures, PictureOrigin origin) {
        if (origin.isNamedScreenshot()) {
            return "named as a screenshot: " + origin.fileName();
        }
        String camera = origin.camera().isPresent() ? "" : ", no camera named";
        return "looks like a screenshot: %s even surfaces, %s covered by text%s"
                .formatted(percent(measures.flat()), percent(measures.text().share()), camera);
    }

    private static double caption(MundaneMeasures measures, PictureOrigin origin) {
        return origin.camera().isPresent()
                ? 0
                : 0.8 * logistic(14 * (measures.text().caption() - 0.6));
    }

    /** The network takes fruit and bare hands for explicit now and then, but is seldom sure of it. */
    private static double nudity(double explicit) {
        return logistic(14 * (explicit - 0.85));
    }

    private static double pocket(PhotoQuality quality) {
        return logistic(70 * (0.08 - quality.brightness())) * logistic(12 * (0.3 - quality.sharpness()));
    }

    private static double logistic(double x) {
        return 1 / (1 + Math.exp(-x));
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.0f %%", 100 * share);
    }
}
