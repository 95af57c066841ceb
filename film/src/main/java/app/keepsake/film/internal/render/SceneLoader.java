package app.keepsake.film.internal.render;

import app.keepsake.film.Box;
import app.keepsake.film.FilmPlan;
import app.keepsake.film.FrameSize;
import app.keepsake.film.Shot;
import app.keepsake.film.internal.picture.Canvas;
import app.keepsake.film.internal.picture.Grade;
import app.keepsake.film.timeline.CameraMove;
import app.keepsake.film.timeline.Clip;
import app.keepsake.film.timeline.Media;
import app.keepsake.film.timeline.RationalTime;
import app.keepsake.media.MediaException;
import app.keepsake.media.PhotoDecoder;
import app.keepsake.media.RgbImage;
import app.keepsake.media.VideoReader;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** Makes scenes of a plan's shots. A shot that cannot be read becomes a plain card and a problem. Thread-safe. */
final class SceneLoader {
    private final FrameSize size;
    private final int fps;
    private final Canvas canvas;
    private final Grade grade;
    private final PhotoDecoder photos = PhotoDecoder.create();
    private final List<String> problems = new CopyOnWriteArrayList<>();

    SceneLoader(FilmPlan plan, Canvas canvas) {
        this.size = plan.request().size();
        this.fps = plan.request().fps();
        this.canvas = canvas;
        this.grade = new Grade(plan.request().mood().look());
    }

    /** What went wrong so far. */
    List<String> problems() {
        return List.copyOf(problems);
    }

    /**
     * Decodes and grades what a clip needs.
     *
     * @param from first frame that will be asked for, in the medium's time
     */
    Scene load(Clip clip, RationalTime from) {
        try {
            return switch (clip.media()) {
                case Media.Still still -> still(still);
                case Media.Footage footage -> footage(footage, from);
                case Media.Title t -> throw notAPicture(clip);
                case Media.Caption c -> throw notAPicture(clip);
                case Media.Score s -> throw notAPicture(clip);
                case Media.FootageSound s -> throw notAPicture(clip);
            };
        } catch (MediaException e) {
            problems.add(e.getMessage());
            return card();
        }
    }

    private static IllegalArgumentException notAPicture(Clip clip) {
        return new IllegalArgumentException("Expected a photo or footage in the picture track, found " + clip.name());
    }

    private Scene still(Media.Still still) throws MediaException {
        Shot.Photo shot = still.shot();
        RgbImage picture = shaped(photos.decode(shot.file(), longSide(still.move())), shot);
        grade.apply(picture);
        return new Scene.Still(picture, backdrop(picture, still.move()));
    }

    private Scene footage(Media.Footage footage, RationalTime from) throws MediaException {
        VideoReader reader = VideoReader.open(footage.shot().file(), longSide(footage.move()));
        try {
            return new FootageScene(
                    reader,
                    from.duration(),
                    fps,
                    grade,
                    first -> backdrop(first, footage.move()),
                    problem -> problems.add(problem.getMessage()));
        } catch (MediaException | RuntimeException e) {
            reader.close();
            throw e;
        }
    }

    /** So many pixels that the closest window shows one of them in each of the frame's. */
    private int longSide(CameraMove move) {
        double across = size.width() / Math.min(move.from().width(), move.to().width());
        double down = size.height() / Math.min(move.from().height(), move.to().height());
        return (int) Math.ceil(Math.max(across, down));
    }

    private Optional<RgbImage> backdrop(RgbImage picture, CameraMove move) {
        return move.showsBackdrop() ? Optional.of(canvas.backdrop(picture, move.at(0.5))) : Optional.empty();
    }

    /** The middle of a picture whose shape is not the one that the plan was made for. */
    private static RgbImage shaped(RgbImage image, Shot shot) {
        double wanted = (double) shot.width() / shot.height();
        double found = (double) image.width() / image.height();
        if (Math.abs(found / wanted - 1) < 0.02) {
            return image;
        }
        int w = Math.clamp((int) Math.round(Math.min(image.width(), image.height() * wanted)), 1, image.width());
        int h = Math.clamp((int) Math.round(Math.min(image.height(), image.width() / wanted)), 1, image.height());
        byte[] pixels = new byte[3 * w * h];
        int left = (image.width() - w) / 2;
        int top = (image.height() - h) / 2;
        for (int y = 0; y < h; y++) {
            System.arraycopy(image.pixels(), 3 * ((y + top) * image.width() + left), pixels, 3 * y * w, 3 * w);
        }
        return new RgbImage(w, h, pixels);
    }

    private Scene card() {
        RgbImage plain = RgbImage.black(16, 16);
        java.util.Arrays.fill(plain.pixels(), (byte) 28);
        RgbImage behind = canvas.backdrop(plain, Box.WHOLE);
        return new Scene.Still(plain, Optional.of(behind));
    }
}
