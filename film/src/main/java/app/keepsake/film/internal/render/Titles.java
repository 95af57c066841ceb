package app.keepsake.film.internal.render;

import app.keepsake.film.FilmPlan;
import app.keepsake.film.FrameSize;
import app.keepsake.film.internal.picture.Lettering;
import app.keepsake.film.internal.picture.Overlay;
import app.keepsake.film.timeline.CameraMove;
import app.keepsake.film.timeline.Clip;
import app.keepsake.film.timeline.FrameBox;
import app.keepsake.film.timeline.Media;
import app.keepsake.film.timeline.Track.Placed;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Fades titles and captions in and out over the picture. Prepared by one thread, drawn by several. */
final class Titles {
    private static final double FADE_SECONDS = 0.7;
    /** Words stand so long between their fades, if their time is long enough for it. */
    private static final double READ_SECONDS = 1.5;

    private static final double SHORTEST_FADE_SECONDS = 0.25;
    /** Where a title may lie, the best first. */
    private static final List<Double> PLACES = List.of(0.5, 0.78, 0.22, 0.83, 0.17);
    /** Above the places, which lie in the middle and below. */
    private static final double PLACE_ON_A_MAP = 0.2;
    /** Room that a face needs around it, in parts of its own size. */
    private static final double ROOM = 0.35;

    private static final double TITLE_HEIGHT = 0.26;

    /** Words, set when first seen and let go when over. */
    private final class Shown {
        private final Placed placed;
        private @Nullable Overlay overlay;

        Shown(Placed placed) {
            this.placed = placed;
        }

        int alpha(int frame) {
            double shown = (double) (placed.end().value() - placed.start().value()) / fps;
            double fade = fps * Math.clamp((shown - READ_SECONDS) / 2, SHORTEST_FADE_SECONDS, FADE_SECONDS);
            double in = (frame + 1 - placed.start().value()) / fade;
            double out = (placed.end().value() - frame) / fade;
            double t = Math.clamp(Math.min(in, out), 0, 1);
            return (int) Math.round(256 * t * t * (3 - 2 * t));
        }

        synchronized Overlay overlay() {
            Overlay set = overlay;
            if (set == null) {
                set = set(((Clip) placed.item()).media());
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

    private Overlay set(Media words) {
        return switch (words) {
            case Media.Title title -> lettering.title(title.title(), title.subtitle(), place());
            case Media.Caption caption -> lettering.caption(caption.text());
            case Media.Still s -> throw noWords(s);
            case Media.Pair p -> throw noWords(p);
            case Media.Panels p -> throw noWords(p);
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

    /** Where the title covers the least of the opening shot's faces, with room around them. */
    private double place() {
        Optional<Media> opening = opening();
        if (opening.isPresent() && opening.get() instanceof Media.Atlas) {
            return PLACE_ON_A_MAP;
        }
        List<FrameBox> faces = opening.map(Titles::faces).orElse(List.of());
        double best = PLACES.getFirst();
        double least = Double.MAX_VALUE;
        for (double middle : PLACES) {
            FrameBox band = new FrameBox(0.1, middle - TITLE_HEIGHT / 2, 0.8, TITLE_HEIGHT);
            double covered = 0;
            for (FrameBox face : faces) {
                FrameBox part = face.intersection(band);
                covered += part.width() * part.height();
            }
            if (covered < least - 1e-4) {
                least = covered;
                best = middle;
            }
        }
        return best;
    }

    private Optional<Media> opening() {
        return plan.timeline().track("picture").placed().stream()
                .filter(placed -> placed.item() instanceof Clip)
                .map(placed -> ((Clip) placed.item()).media())
                .findFirst();
    }

    /** Faces in fractions of the frame, from the begin of the camera's move to where the title has gone. */
    private static List<FrameBox> faces(Media opening) {
        return switch (opening) {
            case Media.Still still -> inFrame(still.shot().faces(), still.move());
            case Media.Footage footage -> inFrame(footage.shot().faces(), footage.move());
            case Media.Pair p -> List.of();
            case Media.Panels p -> List.of();
            case Media.Atlas a -> List.of();
            case Media.Title t -> List.of();
            case Media.Caption c -> List.of();
            case Media.Score s -> List.of();
            case Media.Recording r -> List.of();
            case Media.FootageSound s -> List.of();
        };
    }

    private static List<FrameBox> inFrame(List<FrameBox> faces, CameraMove move) {
        List<FrameBox> result = new ArrayList<>();
        for (FrameBox face : faces) {
            result.add(inFrame(face, move.at(0.1)).union(inFrame(face, move.at(0.9))));
        }
        return result;
    }

    private static FrameBox inFrame(FrameBox face, FrameBox window) {
        double w = face.width() / window.width();
        double h = face.height() / window.height();
        double x = (face.x() - window.x()) / window.width();
        double y = (face.y() - window.y()) / window.height();
        return new FrameBox(x - ROOM * w, y - ROOM * h, w * (1 + 2 * ROOM), h * (1 + 2 * ROOM));
    }
}
