package app.keepsake.film.internal.render;

import app.keepsake.film.FilmPlan;
import app.keepsake.film.timeline.CameraMove;
import app.keepsake.film.timeline.Clip;
import app.keepsake.film.timeline.Media;
import app.keepsake.film.timeline.Track.Placed;
import app.keepsake.media.RgbImage;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;

/** Single frames of a film. */
public final class Stills {
    private Stills() {}

    /**
     * Frames as the film shows them, in the order asked, which must rise.
     *
     * @param taker is lent each frame until it returns
     */
    public static void frames(FilmPlan plan, Photos photos, List<Integer> frames, Consumer<RgbImage> taker) {
        try (FrameComposer composer = new FrameComposer(plan, new SceneLoader(plan, photos), new Titles(plan))) {
            RgbImage image = RgbImage.black(
                    plan.request().size().width(), plan.request().size().height());
            for (int frame : frames) {
                composer.draw(frame, image);
                taker.accept(image);
            }
        }
    }

    /** The frame that tells most of a film: the best of its photos, in the middle of the camera's way, without words. */
    public static RgbImage poster(FilmPlan plan, Photos photos) {
        Placed best = plan.timeline().track("picture").placed().stream()
                .filter(placed -> placed.item() instanceof Clip)
                .max(Comparator.comparingDouble(placed -> worth(((Clip) placed.item()).media())))
                .orElseThrow();
        int middle = (int) ((best.start().value() + best.end().value()) / 2);
        try (FrameComposer composer = new FrameComposer(plan, new SceneLoader(plan, photos), Titles.none(plan))) {
            RgbImage image = RgbImage.black(
                    plan.request().size().width(), plan.request().size().height());
            composer.draw(middle, image);
            return image;
        }
    }

    /** Photos that fill the frame, with a face or a few. */
    private static double worth(Media media) {
        return switch (media) {
            case Media.Still still ->
                1 + fills(still.move()) + Math.min(2, still.shot().faces().size()) * 0.5;
            case Media.Footage f -> 0.5;
            case Media.Pair p -> 0.3;
            case Media.Panels p -> 0.2;
            case Media.Card c -> 0;
            case Media.Atlas a -> 0;
            case Media.Title t -> 0;
            case Media.Caption c -> 0;
            case Media.Score s -> 0;
            case Media.Recording r -> 0;
            case Media.FootageSound s -> 0;
        };
    }

    private static double fills(CameraMove move) {
        return move.showsBackdrop() ? 0 : 1;
    }
}
