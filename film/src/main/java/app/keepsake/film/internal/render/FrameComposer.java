package app.keepsake.film.internal.render;

import app.keepsake.film.FilmPlan;
import app.keepsake.film.internal.picture.Canvas;
import app.keepsake.film.internal.transition.TransitionEffect;
import app.keepsake.film.internal.transition.TransitionFrame;
import app.keepsake.film.timeline.Clip;
import app.keepsake.film.timeline.FrameBox;
import app.keepsake.film.timeline.Track.Placed;
import app.keepsake.film.timeline.Transition;
import app.keepsake.media.RgbImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Draws the frames of a plan, one after the other. Not thread-safe. */
final class FrameComposer implements AutoCloseable {
    private final List<Placed> items;
    private final Scenes scenes;
    private final Canvas canvas;
    private final Titles titles;
    private final RgbImage first;
    private final RgbImage second;

    FrameComposer(FilmPlan plan, SceneLoader loader, Titles titles) {
        this.items = plan.timeline().track("picture").placed();
        this.scenes = new Scenes(loader);
        this.canvas =
                new Canvas(plan.request().size().width(), plan.request().size().height(), 1);
        this.titles = titles;
        this.first = RgbImage.black(canvas.width(), canvas.height());
        this.second = RgbImage.black(canvas.width(), canvas.height());
    }

    /** Draws one frame; frames are asked for in rising order. */
    void draw(int frame, RgbImage out) {
        scenes.release(frame);
        List<Placed> seen = seen(frame);
        if (seen.size() < 2) {
            draw(seen.getFirst(), frame, out, true);
        } else {
            transition(seen.getFirst(), seen.getLast(), frame, out);
        }
        titles.draw(frame, out.pixels(), 0, out.height());
    }

    private void transition(Placed before, Placed after, int frame, RgbImage out) {
        Transition transition = before.after().orElseThrow();
        TransitionEffect effect = TransitionEffect.of(transition.kind());
        double span = Math.max(1, transition.span().value());
        double cut = transition.inOffset().value() / span;
        double begun =
                frame + 0.5 - (before.end().value() - transition.inOffset().value());
        double progress = Math.clamp(begun / span, 0, 1);
        boolean one = effect.showsFirst(progress, cut);
        boolean two = effect.showsSecond(progress, cut);
        draw(before, frame, first, one);
        draw(after, frame, second, two);
        TransitionFrame between = new TransitionFrame(
                first,
                second,
                progress,
                cut,
                (int) span,
                transition.heading(),
                face(before, frame, transition.kind()),
                face(after, frame, transition.kind()));
        effect.draw(between, out.pixels(), 0, out.height());
    }

    private void draw(Placed placed, int frame, RgbImage into, boolean needed) {
        if (!needed) {
            return;
        }
        if (placed.item() instanceof Clip) {
            Clip clip = (Clip) placed.item();
            long time = clip.source().start().value() + frame - placed.start().value();
            canvas.view(scenes.get(placed, frame).layers(time, progress(placed, frame)))
                    .draw(into.pixels(), 0, 0, into.height());
        } else {
            java.util.Arrays.fill(into.pixels(), (byte) 0);
        }
    }

    private Optional<FrameBox> face(Placed placed, int frame, Transition.Kind kind) {
        return kind == Transition.Kind.MATCH && placed.item() instanceof Clip
                ? scenes.get(placed, frame).face(progress(placed, frame))
                : Optional.empty();
    }

    /** The clip at a frame, or two between which it lies; gaps are black. */
    private List<Placed> seen(int frame) {
        List<Placed> seen = new ArrayList<>();
        for (Placed placed : items) {
            if (placed.visibleFrom().value() <= frame
                    && frame < placed.visibleTo().value()) {
                seen.add(placed);
            }
        }
        return seen;
    }

    private static double progress(Placed placed, int frame) {
        long from = placed.visibleFrom().value();
        long length = placed.visibleTo().value() - from;
        return length <= 1 ? 0 : (double) (frame - from) / (length - 1);
    }

    @Override
    public void close() {
        scenes.close();
    }
}
