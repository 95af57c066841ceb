package app.keepsake.film.internal.render;

import app.keepsake.film.FilmPlan;
import app.keepsake.film.internal.picture.Canvas;
import app.keepsake.film.timeline.CameraMove;
import app.keepsake.film.timeline.Clip;
import app.keepsake.film.timeline.Media;
import app.keepsake.film.timeline.Track.Placed;
import app.keepsake.film.timeline.Transition;
import app.keepsake.media.RgbImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Draws the frames of a plan, one after the other. Not thread-safe. */
final class Director implements AutoCloseable {
    private final List<Placed> items;
    private final Scenes scenes;
    private final Canvas canvas;
    private final Stripes stripes;
    private final Titles titles;
    private final byte[] second;

    Director(FilmPlan plan, SceneLoader loader, Canvas canvas, int threads) {
        this.items = plan.timeline().track("picture").placed();
        this.scenes = new Scenes(items, loader);
        this.canvas = canvas;
        this.stripes = new Stripes(canvas.height(), threads);
        this.titles = new Titles(plan);
        this.second = new byte[3 * canvas.width() * canvas.height()];
    }

    /** Draws one frame; frames are asked for in rising order. */
    void draw(int frame, RgbImage out) {
        scenes.release(frame);
        List<Placed> seen = seen(frame);
        List<Canvas.View> views = new ArrayList<>();
        for (Placed placed : seen) {
            views.add(view(placed, frame));
        }
        Optional<Transition> passage = passage(seen);
        int share = seen.size() < 2 ? 0 : share(seen.getFirst(), frame);
        int brightness = brightness(seen, frame);
        boolean mixed = seen.size() == 2
                && passage.map(t -> t.kind() == Transition.Kind.CROSSFADE).orElse(false);
        Canvas.View main = seen.size() == 2 && !mixed && share >= 128 ? views.get(1) : views.getFirst();
        stripes.run((thread, top, bottom) -> {
            main.draw(out.pixels(), thread, top, bottom);
            if (mixed) {
                views.get(1).draw(second, thread, top, bottom);
                canvas.mix(out.pixels(), second, share, top, bottom);
            }
            if (brightness < 256) {
                canvas.dim(out.pixels(), brightness, top, bottom);
            }
            titles.draw(frame, out.pixels(), top, bottom);
        });
    }

    private List<Placed> seen(int frame) {
        return items.stream()
                .filter(placed -> placed.item() instanceof Clip)
                .filter(placed -> placed.visibleFrom().value() <= frame
                        && frame < placed.visibleTo().value())
                .toList();
    }

    private Canvas.View view(Placed placed, int frame) {
        Clip clip = (Clip) placed.item();
        Scene scene = scenes.get(placed);
        long from = placed.visibleFrom().value();
        long length = placed.visibleTo().value() - from;
        double progress = length <= 1 ? 0 : (double) (frame - from) / (length - 1);
        long time = clip.source().start().value() + frame - placed.start().value();
        return canvas.view(scene.image(time), scene.backdrop(), move(clip).at(progress));
    }

    private static CameraMove move(Clip clip) {
        return switch (clip.media()) {
            case Media.Still still -> still.move();
            case Media.Footage footage -> footage.move();
            case Media.Title t -> throw new IllegalStateException("A title is not filmed.");
            case Media.Caption c -> throw new IllegalStateException("A caption is not filmed.");
            case Media.Score s -> throw new IllegalStateException("Music is not filmed.");
            case Media.FootageSound s -> throw new IllegalStateException("Sound is not filmed.");
        };
    }

    private static Optional<Transition> passage(List<Placed> seen) {
        return seen.size() < 2 ? Optional.empty() : seen.getFirst().after();
    }

    /** How much of the second shot is seen, 0 to 256, softly rising. */
    private static int share(Placed first, int frame) {
        Transition transition = first.after().orElseThrow();
        double begun =
                frame + 0.5 - (first.end().value() - transition.inOffset().value());
        double t = Math.clamp(begun / Math.max(1, transition.span().value()), 0, 1);
        return (int) Math.round(256 * t * t * (3 - 2 * t));
    }

    /** 256, less while a dip through black is near. */
    private static int brightness(List<Placed> seen, int frame) {
        double level = 1;
        for (Placed placed : seen) {
            if (placed.before().map(t -> t.kind() == Transition.Kind.DIP).orElse(false)) {
                double out = placed.before().orElseThrow().outOffset().value();
                double t = (frame + 1 - placed.start().value()) / (out + 1);
                level = Math.min(level, t > 0 ? t : 1);
            }
            if (placed.after().map(t -> t.kind() == Transition.Kind.DIP).orElse(false)) {
                double in = placed.after().orElseThrow().inOffset().value();
                double t = (placed.end().value() - 1 - frame) / Math.max(1, in);
                level = Math.min(level, t >= 0 ? t : 1);
            }
        }
        double eased = Math.clamp(level, 0, 1);
        return (int) Math.round(256 * eased * eased * (3 - 2 * eased));
    }

    @Override
    public void close() {
        stripes.close();
        scenes.close();
    }
}
