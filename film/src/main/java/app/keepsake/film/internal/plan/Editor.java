package app.keepsake.film.internal.plan;

import app.keepsake.film.FilmRequest;
import app.keepsake.film.Mood.CutStyle;
import app.keepsake.film.ScorePlan;
import app.keepsake.film.Shot;
import app.keepsake.film.internal.motion.Camera;
import app.keepsake.film.timeline.CameraMove;
import app.keepsake.film.timeline.Clip;
import app.keepsake.film.timeline.Gap;
import app.keepsake.film.timeline.Media;
import app.keepsake.film.timeline.RationalTime;
import app.keepsake.film.timeline.Stack;
import app.keepsake.film.timeline.TimeRange;
import app.keepsake.film.timeline.Timeline;
import app.keepsake.film.timeline.Track;
import app.keepsake.film.timeline.TrackItem;
import app.keepsake.film.timeline.Transition;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** Lays the shots of a film out on its timeline, cut to the music. */
public final class Editor {
    private static final double OPENING_SECONDS = 0.7;
    private static final double CLOSING_SECONDS = 1.4;
    /** Dips through black lie at least this far apart; nearer chapters are crossfaded. */
    private static final double BETWEEN_DIPS_SECONDS = 12;

    /** A transition takes at most this share of the shorter shot beside it. */
    private static final double MOST_OF_SHOT = 0.4;

    private final FilmRequest request;
    private final int fps;
    private final Cast cast;
    private final Random random;
    private int lastDip;

    private Editor(FilmRequest request, Cast cast) {
        this.request = request;
        this.fps = request.fps();
        this.cast = cast;
        this.random = new Random(request.seed() * 0x9E3779B97F4A7C15L + 5);
    }

    /** The edit, and the score to which it is cut. */
    public record Edit(ScorePlan score, Timeline timeline) {}

    /** Edits the film that is asked for. */
    public static Edit edit(FilmRequest request) {
        double seconds = request.length().target().toMillis() / 1000.0;
        Form form = Form.near(request.mood().score(), seconds, request.fps(), request.seed());
        int bars = (int) Math.round(seconds / form.barSeconds());
        Cast cast = Cast.of(form, bars, request.mood().cuts(), request.shots());
        return new Edit(cast.score(), new Editor(request, cast).timeline());
    }

    private Timeline timeline() {
        List<Optional<Transition>> transitions = transitions();
        Track picture = picture(transitions);
        Track titles = new Track("titles", Track.Kind.VIDEO, fps, titles());
        Clip score = new Clip("score", new Media.Score(), range(0, cast.score().frames()));
        Track music = new Track("music", Track.Kind.AUDIO, fps, List.of(score));
        Track clips = new Track("clips", Track.Kind.AUDIO, fps, clipSound(picture));
        return new Timeline(request.title(), new Stack(List.of(picture, titles, music, clips)));
    }

    private int frame(int beat) {
        return beat * cast.score().beatFrames();
    }

    private int length(int shot) {
        return frame(cast.starts().get(shot + 1)) - frame(cast.starts().get(shot));
    }

    /** The transition before each shot, and last the one after the last shot. */
    private List<Optional<Transition>> transitions() {
        List<Optional<Transition>> result = new ArrayList<>();
        result.add(Optional.of(dip(0, Math.min(seconds(OPENING_SECONDS), length(0) / 3))));
        for (int i = 1; i < cast.shots().size(); i++) {
            result.add(between(i));
        }
        int last = cast.shots().size() - 1;
        result.add(Optional.of(dip(Math.min(seconds(CLOSING_SECONDS), length(last) / 2), 0)));
        return result;
    }

    private Optional<Transition> between(int shot) {
        CutStyle cuts = request.mood().cuts();
        int bar = cast.starts().get(shot) / cast.score().beatsPerBar();
        double energy = cast.score().sectionAt(bar).energy();
        boolean newChapter =
                cast.shots().get(shot).chapter() != cast.shots().get(shot - 1).chapter();
        boolean straight = random.nextDouble() < cuts.straight() * Math.max(0, 2 * energy - 0.8);
        int shorter = Math.min(length(shot), length(shot - 1));
        double wanted = newChapter ? 1.3 * cuts.fade() : cuts.fade();
        int half = (int) Math.min(wanted * fps / 2, MOST_OF_SHOT * shorter / 2);
        half = Math.min(half, Math.min(handle(shot - 1), handle(shot)));
        if (half < 2 || (straight && !newChapter)) {
            return Optional.empty();
        }
        return Optional.of(new Transition(kind(shot, newChapter, half), time(half), time(half)));
    }

    /** A dip where a chapter begins, if it has time to be seen as one and the film's ends are not near. */
    private Transition.Kind kind(int shot, boolean newChapter, int half) {
        int at = frame(cast.starts().get(shot));
        int apart = seconds(BETWEEN_DIPS_SECONDS);
        boolean dip = newChapter
                && half >= seconds(0.4)
                && at - lastDip >= apart
                && cast.score().frames() - at >= apart;
        lastDip = dip ? at : lastDip;
        return dip ? Transition.Kind.DIP : Transition.Kind.CROSSFADE;
    }

    /** Frames that a shot can lend to a transition on either side. */
    private int handle(int shot) {
        return switch (cast.shots().get(shot)) {
            case Shot.Photo photo -> Integer.MAX_VALUE;
            case Shot.Clip clip -> Math.max(0, (available(clip) - length(shot)) / 2);
        };
    }

    private int available(Shot.Clip clip) {
        return (int) RationalTime.floor(clip.length(), fps).value();
    }

    private Transition dip(int in, int out) {
        return new Transition(Transition.Kind.DIP, time(in), time(out));
    }

    private Track picture(List<Optional<Transition>> transitions) {
        List<TrackItem> items = new ArrayList<>();
        Camera camera =
                new Camera(request.size().aspect(), request.mood().cuts().motion(), request.seed());
        items.add(new Gap(time(0)));
        for (int i = 0; i < cast.shots().size(); i++) {
            transitions.get(i).ifPresent(items::add);
            int before = transitions.get(i).map(t -> (int) t.inOffset().value()).orElse(0);
            int after =
                    transitions.get(i + 1).map(t -> (int) t.outOffset().value()).orElse(0);
            Shot shot = cast.shots().get(i);
            CameraMove move = camera.next(shot, (double) (before + length(i) + after) / fps);
            items.add(clip(shot, move, i, before, after));
        }
        transitions.getLast().ifPresent(items::add);
        items.add(new Gap(time(0)));
        return new Track("picture", Track.Kind.VIDEO, fps, items);
    }

    private Clip clip(Shot shot, CameraMove move, int index, int before, int after) {
        String name = String.valueOf(shot.file().getFileName());
        return switch (shot) {
            case Shot.Photo photo -> new Clip(name, new Media.Still(photo, move), range(before, length(index)));
            case Shot.Clip clip -> {
                long first = RationalTime.floor(clip.start(), fps).value();
                int spare = Math.max(0, available(clip) - length(index) - before - after);
                yield new Clip(name, new Media.Footage(clip, move), range(first + before + spare / 3, length(index)));
            }
        };
    }

    private List<TrackItem> titles() {
        List<TrackItem> items = new ArrayList<>();
        int at = 0;
        boolean titled = !request.title().isBlank() || !request.subtitle().isBlank();
        for (int i = 0; i < cast.shots().size(); i++) {
            int start = frame(cast.starts().get(i));
            int end = start + length(i);
            Optional<String> caption = cast.shots().get(i).caption();
            Media words;
            if (i == 0 && titled) {
                words = new Media.Title(request.title(), request.subtitle());
                end = Math.min(end, start + seconds(5.5));
            } else if (caption.isPresent()) {
                words = new Media.Caption(caption.get());
            } else {
                continue;
            }
            int from = start + seconds(i == 0 ? 0.4 : 0.25);
            int to = end - seconds(0.2);
            items.add(new Gap(time(from - at)));
            items.add(new Clip(words instanceof Media.Title ? "title" : "caption", words, range(0, to - from)));
            at = to;
        }
        items.add(new Gap(time(cast.score().frames() - at)));
        return items;
    }

    /** Each clip's own sound, where its picture is seen, transitions included. */
    private List<TrackItem> clipSound(Track picture) {
        List<TrackItem> items = new ArrayList<>();
        long at = 0;
        for (Track.Placed placed : picture.placed()) {
            if (placed.item() instanceof Clip clip
                    && clip.media() instanceof Media.Footage footage
                    && footage.shot().sound() != Shot.ClipSound.NONE) {
                long from = Math.max(at, placed.visibleFrom().value());
                long to = Math.min(cast.score().frames(), placed.visibleTo().value());
                long lead = placed.start().value() - from;
                items.add(new Gap(time(from - at)));
                items.add(new Clip(
                        clip.name(),
                        new Media.FootageSound(footage.shot()),
                        range(clip.source().start().value() - lead, to - from)));
                at = to;
            }
        }
        items.add(new Gap(time(cast.score().frames() - at)));
        return items;
    }

    private int seconds(double seconds) {
        return (int) Math.round(seconds * fps);
    }

    private RationalTime time(long frames) {
        return new RationalTime(frames, fps);
    }

    private TimeRange range(long start, long length) {
        return new TimeRange(time(start), time(length));
    }
}
