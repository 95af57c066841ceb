package app.keepsake.film.internal.render;

import app.keepsake.film.FilmPlan;
import app.keepsake.film.FrameSize;
import app.keepsake.film.internal.picture.CaptionPlace;
import app.keepsake.film.internal.picture.Lettering;
import app.keepsake.film.internal.picture.Lettering.Spot;
import app.keepsake.film.internal.picture.Overlay;
import app.keepsake.film.timeline.Clip;
import app.keepsake.film.timeline.FrameBox;
import app.keepsake.film.timeline.Media;
import app.keepsake.film.timeline.Track.Placed;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Fades titles and captions in and out over the picture. Prepared by one thread, drawn by several. */
public final class Titles {
    private static final double FADE_SECONDS = 0.7;
    /** Words stand so long between their fades, if their time is long enough for it. */
    private static final double READ_SECONDS = 1.5;

    private static final double SHORTEST_FADE_SECONDS = 0.25;
    /** Where a title may lie: heights and, from the left, widths. */
    private static final List<Double> DOWN = List.of(0.5, 0.78, 0.22, 0.85, 0.15, 0.68, 0.32);

    private static final List<Double> ACROSS = List.of(0.5, 0.3, 0.7, 0.2, 0.8);
    /** Nearer to its edges than this, the frame may be cut. */
    private static final FrameBox SAFE = new FrameBox(0.04, 0.03, 0.92, 0.94);
    /** What being out of the middle costs. */
    private static final double ASIDE = 0.1;
    /** Another place for a caption is better by at least so much. */
    private static final double BETTER = 0.05;
    /** Above the places, which lie in the middle and below. */
    private static final Spot PLACE_ON_A_MAP = new Spot(0.5, 0.2);
    /** Words, set when first seen and let go when over. */
    private final class Shown {
        private final Placed placed;
        private @Nullable Overlay overlay;

        Shown(Placed placed) {
            this.placed = placed;
        }

        int alpha(int frame) {
            double shown = (double) (placed.end().value() - placed.start().value()) / fps;
            double fade = fps * fade(shown);
            double in = (frame + 1 - placed.start().value()) / fade;
            double out = (placed.end().value() - frame) / fade;
            double t = Math.clamp(Math.min(in, out), 0, 1);
            return (int) Math.round(256 * t * t * (3 - 2 * t));
        }

        synchronized Overlay overlay() {
            Overlay set = overlay;
            if (set == null) {
                set = set(((Clip) placed.item()).media(), placed);
                overlay = set;
            }
            return set;
        }
    }

    private final FilmPlan plan;
    private final int fps;
    private final FrameSize size;
    private final Lettering lettering;
    private final List<Shown> all = new ArrayList<>();

    Titles(FilmPlan plan) {
        this.plan = plan;
        this.fps = plan.request().fps();
        this.size = plan.request().size();
        this.lettering =
                new Lettering(size.width(), size.height(), plan.request().mood().look());
        for (Placed placed : plan.timeline().track("titles").placed()) {
            if (placed.item() instanceof Clip) {
                all.add(new Shown(placed));
            }
        }
    }

    /** No words at all. */
    static Titles none(FilmPlan plan) {
        Titles titles = new Titles(plan);
        titles.all.clear();
        return titles;
    }

    /** Draws some rows of what is to be read at a frame. */
    void draw(int frame, byte[] out, int top, int bottom) {
        for (Shown shown : all) {
            if (shown.placed.start().value() <= frame
                    && frame < shown.placed.end().value()) {
                shown.overlay().draw(out, size.width(), shown.alpha(frame), top, bottom);
            }
        }
    }

    private Overlay set(Media words, Placed placed) {
        return switch (words) {
            case Media.Title title -> lettering.title(title.title(), title.subtitle(), place(title, placed));
            case Media.Caption caption -> lettering.caption(caption.text(), place(caption, placed));
            case Media.Still s -> throw noWords(s);
            case Media.Pair p -> throw noWords(p);
            case Media.Panels p -> throw noWords(p);
            case Media.Card c -> throw noWords(c);
            case Media.Atlas a -> throw noWords(a);
            case Media.Footage f -> throw noWords(f);
            case Media.FootageSound s -> throw noWords(s);
            case Media.Score s -> throw noWords(s);
            case Media.Recording r -> throw noWords(r);
        };
    }

    private static IllegalStateException noWords(Media media) {
        return new IllegalStateException("Expected words in the title track, found " + media);
    }

    /** Where the title covers the least of the opening. */
    private Spot place(Media.Title title, Placed words) {
        List<Placed> seen = seen(plan, words);
        if (seen.stream().anyMatch(one -> ((Clip) one.item()).media() instanceof Media.Atlas)) {
            return PLACE_ON_A_MAP;
        }
        Spot best = Spot.MIDDLE;
        FrameBox inTheMiddle = lettering.titleBox(title.title(), title.subtitle(), best);
        double least = Double.MAX_VALUE;
        for (double x : ACROSS) {
            for (double y : DOWN) {
                Spot spot = new Spot(x, y);
                FrameBox box = new FrameBox(
                        inTheMiddle.x() + x - Spot.MIDDLE.x(),
                        inTheMiddle.y() + y - Spot.MIDDLE.y(),
                        inTheMiddle.width(),
                        inTheMiddle.height());
                double covered = covered(seen, words, box) + ASIDE * Math.hypot(x - 0.5, y - 0.5);
                if (covered < least && SAFE.contains(box)) {
                    least = covered;
                    best = spot;
                }
            }
        }
        return best;
    }

    /** The usual place, or the one where a caption covers less. */
    private CaptionPlace place(Media.Caption caption, Placed words) {
        List<Placed> seen = seen(plan, words);
        CaptionPlace best = CaptionPlace.LOW_LEFT;
        double least = Double.MAX_VALUE;
        for (CaptionPlace place : CaptionPlace.values()) {
            double covered = covered(seen, words, lettering.captionBox(caption.text(), place));
            if (covered < least - BETTER) {
                least = covered;
                best = place;
            }
        }
        return best;
    }

    private static double covered(List<Placed> seen, Placed words, FrameBox box) {
        return seen.stream()
                .mapToDouble(one -> Covered.of(one, words, box).worst())
                .max()
                .orElse(0);
    }

    /** What is seen while words are read; what only passes into it counts too. */
    static List<Placed> seen(FilmPlan plan, Placed words) {
        return plan.timeline().track("picture").placed().stream()
                .filter(placed -> placed.item() instanceof Clip
                        && placed.visibleFrom().value() < words.end().value()
                        && placed.visibleTo().value() > words.start().value())
                .toList();
    }

    /**
     * Words that stand over a face, over a part of the picture that is worth far more than others, or across the edge of
     * a picture before a backdrop, at any time.
     */
    public static int overSubjects(FilmPlan plan) {
        Titles titles = new Titles(plan);
        int count = 0;
        for (Shown shown : titles.all) {
            FrameBox box = titles.box(((Clip) shown.placed.item()).media(), shown.placed);
            boolean over = seen(plan, shown.placed).stream()
                    .map(one -> Covered.of(one, shown.placed, box))
                    .anyMatch(covered -> covered.isSubject() || covered.isAcross());
            count += over ? 1 : 0;
        }
        return count;
    }

    private FrameBox box(Media words, Placed placed) {
        return words instanceof Media.Title title
                ? lettering.titleBox(title.title(), title.subtitle(), place(title, placed))
                : lettering.captionBox(((Media.Caption) words).text(), place((Media.Caption) words, placed));
    }

    private static double fade(double shown) {
        return Math.clamp((shown - READ_SECONDS) / 2, SHORTEST_FADE_SECONDS, FADE_SECONDS);
    }

    /** Seconds in which words that are shown for some seconds stand in full. */
    public static double full(double shown) {
        return Math.max(0, shown - 2 * fade(shown));
    }
}
