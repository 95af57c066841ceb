package app.keepsake.film.internal.render;

import app.keepsake.film.FilmPlan;
import app.keepsake.film.FrameSize;
import app.keepsake.film.Mood;
import app.keepsake.film.Mood.Look;
import app.keepsake.film.internal.picture.Canvas;
import app.keepsake.film.internal.picture.Grade;
import app.keepsake.film.internal.picture.MapPicture;
import app.keepsake.film.internal.picture.Region;
import app.keepsake.film.timeline.CameraMove;
import app.keepsake.film.timeline.Clip;
import app.keepsake.film.timeline.FilmShot;
import app.keepsake.film.timeline.FrameBox;
import app.keepsake.film.timeline.Media;
import app.keepsake.film.timeline.RationalTime;
import app.keepsake.media.MediaException;
import app.keepsake.media.RgbImage;
import app.keepsake.media.VideoReader;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Makes scenes of a plan's shots. A shot that cannot be read becomes a plain card and a problem. Pictures that do not
 * move of themselves are shared by all who show them at the same time. Thread-safe.
 */
final class SceneLoader {
    private static final int PAIR_GROUND = 14;
    private static final int CARD = 28;

    private final FrameSize size;
    private final int fps;
    private final Canvas canvas;
    private final Look look;
    private final Grade grade;
    private final Photos photos;
    private final List<String> problems = new CopyOnWriteArrayList<>();
    private final Set<Media> broken = ConcurrentHashMap.newKeySet();
    private final Map<Media, WeakReference<Scene>> shared = new ConcurrentHashMap<>();

    SceneLoader(FilmPlan plan, Photos photos) {
        this.photos = photos;
        this.size = plan.request().size();
        this.fps = plan.request().fps();
        this.canvas = new Canvas(size.width(), size.height(), 1);
        this.look = plan.request().mood().look();
        this.grade = new Grade(look);
    }

    /** What went wrong so far, each file once. */
    List<String> problems() {
        return problems.stream().distinct().toList();
    }

    /** Whether all that was asked for of a medium could be shown. */
    boolean whole(Media media) {
        return !broken.contains(media);
    }

    private void addProblem(Media media, MediaException problem) {
        broken.add(media);
        problems.add(problem.getMessage());
    }

    /**
     * Decodes and grades what a clip needs.
     *
     * @param from first frame that will be asked for, in the medium's time
     */
    Scene load(Clip clip, RationalTime from) {
        if (clip.media() instanceof Media.Footage footage) {
            try {
                return footage(footage, from);
            } catch (MediaException e) {
                addProblem(footage, e);
                return card();
            }
        }
        List<Scene> held = new ArrayList<>();
        shared.compute(clip.media(), (media, before) -> {
            Scene known = before == null ? null : before.get();
            held.add(known == null ? still(clip) : known);
            return known == null ? new WeakReference<>(held.getFirst()) : before;
        });
        return held.getFirst();
    }

    private Scene still(Clip clip) {
        try {
            return switch (clip.media()) {
                case Media.Still still -> new StillScene(List.of(part(still, canvas.all())));
                case Media.Pair pair -> pair(pair);
                case Media.Panels panels ->
                    together(
                            panels,
                            panels.pictures(),
                            panels.places(),
                            panels.from().stream().map(RationalTime::value).toList());
                case Media.Card card -> card(card);
                case Media.Atlas atlas -> atlas(atlas);
                case Media.Footage f -> throw notAPicture(clip);
                case Media.Title t -> throw notAPicture(clip);
                case Media.Caption c -> throw notAPicture(clip);
                case Media.Score s -> throw notAPicture(clip);
                case Media.Recording r -> throw notAPicture(clip);
                case Media.FootageSound s -> throw notAPicture(clip);
            };
        } catch (MediaException e) {
            addProblem(clip.media(), e);
            return card();
        }
    }

    private static IllegalArgumentException notAPicture(Clip clip) {
        return new IllegalArgumentException("Expected a photo or footage in the picture track, found " + clip.name());
    }

    private StillScene.Part part(Media.Still still, Region region) throws MediaException {
        FilmShot.Photo shot = still.shot();
        RgbImage picture =
                shaped(photos.decode(shot.file(), still.move().longSide(region.width(), region.height())), shot);
        new Grade(look, still.tone()).apply(picture);
        if (!Print.is(still.move())) {
            return new StillScene.Part(
                    picture, behind(picture, still.move()), still.move(), region, shot.faces(), 0);
        }
        Print print = Print.of(picture, still.move(), shot.faces());
        // Out of focus, little would be seen behind it but mush.
        RgbImage ground = canvas.backdrop(picture, still.move().at(0.5), Mood.Backdrop.SPLIT);
        Optional<StillScene.Behind> behind = Optional.of(new StillScene.Behind(ground, true));
        return new StillScene.Part(print.picture(), behind, print.move(), region, print.faces(), 0);
    }

    /** Two halves. */
    private Scene pair(Media.Pair pair) {
        List<FrameBox> halves = pair.stacked()
                ? List.of(new FrameBox(0, 0, 1, 0.5), new FrameBox(0, 0.5, 1, 0.5))
                : List.of(new FrameBox(0, 0, 0.5, 1), new FrameBox(0.5, 0, 0.5, 1));
        return together(pair, List.of(pair.first(), pair.second()), halves, List.of(0L, 0L));
    }

    /** Each in its place, with dark lines between; one that cannot be read leaves its place dark. */
    private Scene together(Media media, List<Media.Still> stills, List<FrameBox> places, List<Long> from) {
        Optional<StillScene.Behind> ground = Optional.of(new StillScene.Behind(canvas.plain(PAIR_GROUND), false));
        List<StillScene.Part> parts = new ArrayList<>();
        for (int i = 0; i < stills.size(); i++) {
            try {
                StillScene.Part part = part(stills.get(i), region(places.get(i)));
                parts.add(new StillScene.Part(
                        part.picture(),
                        parts.isEmpty() ? ground : Optional.empty(),
                        part.move(),
                        part.region(),
                        part.faces(),
                        from.get(i)));
            } catch (MediaException e) {
                addProblem(media, e);
            }
        }
        return parts.isEmpty() ? card() : new StillScene(parts);
    }

    /** A part of the frame, but for half a line at each edge that it shares with another. */
    private Region region(FrameBox place) {
        int line = Math.max(2, Math.min(size.width(), size.height()) / 180);
        int left = place.x() > 0 ? line / 2 : 0;
        int top = place.y() > 0 ? line / 2 : 0;
        int right = place.right() < 1 - 1e-6 ? (line + 1) / 2 : 0;
        int bottom = place.bottom() < 1 - 1e-6 ? (line + 1) / 2 : 0;
        return new Region(
                (int) Math.round(place.x() * size.width()) + left,
                (int) Math.round(place.y() * size.height()) + top,
                (int) Math.round(place.right() * size.width()) - right,
                (int) Math.round(place.bottom() * size.height()) - bottom);
    }

    /** The photo's backdrop alone, passing slowly. */
    private Scene card(Media.Card card) throws MediaException {
        RgbImage picture = shaped(photos.decode(card.photo().file(), Math.max(size.width(), size.height()) / 2), card.photo());
        grade.apply(picture);
        RgbImage ground = canvas.backdrop(picture, FrameBox.WHOLE, look.backdrop());
        double part = (double) size.width() / ground.width();
        CameraMove move = new CameraMove(
                new FrameBox(0, 0, part, 1), new FrameBox(1 - part, 0, part, 1), CameraMove.Easing.SOFT);
        return new StillScene(
                List.of(new StillScene.Part(ground, Optional.empty(), move, canvas.all(), List.of(), 0)));
    }

    private Scene atlas(Media.Atlas atlas) {
        MapPicture.Drawn map = MapPicture.draw(atlas.route(), size.width(), size.height(), look);
        CameraMove move = map.move();
        return new StillScene(
                List.of(new StillScene.Part(map.picture(), Optional.empty(), move, canvas.all(), List.of(), 0)));
    }

    private Scene footage(Media.Footage footage, RationalTime from) throws MediaException {
        FilmShot.Clip shot = footage.shot();
        VideoReader reader =
                VideoReader.open(shot.file(), shot.inset(), footage.move().longSide(size.width(), size.height()));
        try {
            return new FootageScene(
                    reader,
                    from.duration(),
                    fps,
                    grade,
                    footage.move(),
                    canvas.all(),
                    first -> behind(first, footage.move()),
                    problem -> addProblem(footage, problem));
        } catch (MediaException | RuntimeException | Error e) {
            reader.close();
            throw e;
        }
    }

    private Optional<StillScene.Behind> behind(RgbImage picture, CameraMove move) {
        return move.showsBackdrop()
                ? Optional.of(
                        new StillScene.Behind(canvas.backdrop(picture, move.at(0.5), look.backdrop()), true))
                : Optional.empty();
    }

    /** The middle of a picture whose shape is not the one that the plan was made for. */
    private static RgbImage shaped(RgbImage image, FilmShot shot) {
        double wanted = (double) shot.width() / shot.height();
        double found = (double) image.width() / image.height();
        return Math.abs(found / wanted - 1) < 0.02 ? image : image.middle(wanted);
    }

    private Scene card() {
        RgbImage plain = canvas.plain(CARD);
        return new StillScene(List.of(new StillScene.Part(
                plain, Optional.empty(), CameraMove.still(FrameBox.WHOLE), canvas.all(), List.of(), 0)));
    }
}
