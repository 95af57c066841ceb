package app.keepsake.film.internal.plan;

import app.keepsake.film.FilmRequest;
import app.keepsake.film.Mood.CutStyle;
import app.keepsake.film.timeline.CameraMove;
import app.keepsake.film.timeline.Clip;
import app.keepsake.film.timeline.FilmShot;
import app.keepsake.film.timeline.Gap;
import app.keepsake.film.timeline.Media;
import app.keepsake.film.timeline.RationalTime;
import app.keepsake.film.timeline.Stack;
import app.keepsake.film.timeline.TimeRange;
import app.keepsake.film.timeline.Timeline;
import app.keepsake.film.timeline.Track;
import app.keepsake.film.timeline.TrackItem;
import app.keepsake.film.timeline.Transition;
import app.keepsake.film.timeline.Transition.Heading;
import app.keepsake.film.timeline.Transition.Kind;
import app.keepsake.music.ScorePlan;
import app.keepsake.music.ScorePlan.Section;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** Lays the shots of a film out on its timeline, cut to the music. */
public final class Editor {
    private static final double OPENING_SECONDS = 0.7;
    private static final double CLOSING_SECONDS = 1.4;
    /** A day of few pictures is no reason for another turn so soon. */
    private static final double BETWEEN_TURNS_SECONDS = 8;
    /** Dips through black lie at least this far apart; nearer chapters are crossfaded. */
    private static final double BETWEEN_DIPS_SECONDS = 12;

    /** A caption that could not be read in full is not shown: it stands a second and a half, and comes and goes. */
    private static final double LEAST_CAPTION_SECONDS = 2.1;

    private static final double LONGEST_CAPTION_SECONDS = 5;

    /** Photos that come one after the other are all there after this part of their time, as a divisor. */
    private static final int COMING = 2;

    /** A transition takes at most this share of the shorter shot beside it. */
    private static final double MOST_OF_SHOT = 0.4;

    private final FilmRequest request;
    private final int fps;
    private final Cast cast;
    private final Random random;
    private int lastDip;
    private int lastTurn;

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
        Form form = Form.of(request);
        int bars = form.bars(seconds);
        Cast cast = grouped(request, form, bars);
        return new Edit(cast.score(), new Editor(request, cast).timeline(music(request, form, cast.score())));
    }

    /** What is played: the film's own score, or a part of a recording. */
    private static Clip music(FilmRequest request, Form form, ScorePlan score) {
        int fps = request.fps();
        RationalTime length = new RationalTime(score.frames(), fps);
        return switch (form) {
            case ComposedForm own ->
                new Clip("score", new Media.Score(), new TimeRange(new RationalTime(0, fps), length));
            case RecordedForm recorded -> {
                Path file = request.music().orElseThrow().file();
                TimeRange part = new TimeRange(new RationalTime(recorded.startFrame(), fps), length);
                yield new Clip(String.valueOf(file.getFileName()), new Media.Recording(file), part);
            }
        };
    }

    /** With as many photos beside each other as leave enough shots for the length. */
    private static Cast grouped(FilmRequest request, Form form, int bars) {
        double aspect = request.size().aspect();
        List<FilmShot> shots = request.shots();
        Cast alone = cast(request, form, bars, Take.singles(shots));
        int single = Take.singles(shots).size();
        for (int saved = single - 1; saved > 0; saved--) {
            List<Take> takes = Grouping.of(shots, aspect, saved);
            saved = Math.min(saved, single - takes.size());
            Cast grouped = cast(request, form, bars, takes);
            if (grouped.score().bars() >= alone.score().bars()) {
                return grouped;
            }
        }
        return alone;
    }

    private static Cast cast(FilmRequest request, Form form, int bars, List<Take> takes) {
        return Cast.of(form, bars, request.mood().cuts(), Opener.of(request, takes), new Holding(request));
    }

    private Timeline timeline(Clip score) {
        List<Optional<Transition>> transitions = transitions();
        Track picture = picture(transitions);
        Track titles = new Track("titles", Track.Kind.VIDEO, fps, titles(transitions));
        Track music = new Track("music", Track.Kind.AUDIO, fps, List.of(score));
        Track clips = new Track("clips", Track.Kind.AUDIO, fps, clipSound(picture));
        return new Timeline(request.title(), new Stack(List.of(picture, titles, music, clips)));
    }

    private int frame(int beat) {
        return cast.score().frame(beat);
    }

    private int length(int shot) {
        return frame(cast.starts().get(shot + 1)) - frame(cast.starts().get(shot));
    }

    /** The transition before each shot, and last the one after the last shot. */
    private List<Optional<Transition>> transitions() {
        List<Optional<Transition>> result = new ArrayList<>();
        result.add(Optional.of(dip(0, Math.min(seconds(OPENING_SECONDS), length(0) / 3))));
        for (int i = 1; i < cast.takes().size(); i++) {
            result.add(between(i));
        }
        int last = cast.takes().size() - 1;
        result.add(Optional.of(dip(Math.min(seconds(CLOSING_SECONDS), length(last) / 2), 0)));
        return result;
    }

    private Optional<Transition> between(int take) {
        CutStyle cuts = request.mood().cuts();
        int beat = cast.starts().get(take);
        int bar = beat / cast.score().beatsPerBar();
        Section section = cast.score().sectionAt(bar);
        boolean newSection = beat == section.firstBar() * cast.score().beatsPerBar();
        boolean newChapter =
                cast.takes().get(take).chapter() != cast.takes().get(take - 1).chapter();
        boolean straight = random.nextDouble() < cuts.straight() * Math.max(0, 2 * section.energy() - 0.8);
        Kind drawn = drawn(random.nextDouble());
        Heading heading = heading(random.nextBoolean());
        boolean turn = turns(take, newChapter || (newSection && cuts.chapter() != Kind.DIP));
        if (!turn && (straight || drawn == Kind.NONE)) {
            return Optional.empty();
        }
        Kind kind = possible(turn ? cuts.chapter() : drawn, take);
        int shorter = Math.min(length(take), length(take - 1));
        int half = (int) Math.min(seconds(kind, newChapter) * fps / 2, MOST_OF_SHOT * shorter / 2);
        half = Math.min(half, Math.min(handle(take - 1), handle(take)));
        if (half < 2) {
            return Optional.empty();
        }
        kind = kind == Kind.DIP ? dipOrFade(take, half) : kind;
        return Optional.of(new Transition(kind, heading, time(half), time(half)));
    }

    /** Whether what stands where chapters begin may stand here: not where it would be nearly every cut. */
    private boolean turns(int take, boolean begins) {
        int at = frame(cast.starts().get(take));
        boolean turns = begins && (lastTurn == 0 || at - lastTurn >= seconds(BETWEEN_TURNS_SECONDS));
        lastTurn = turns ? at : lastTurn;
        return turns;
    }

    private Kind drawn(double chance) {
        Map<Kind, Double> palette = request.mood().cuts().palette();
        double left =
                chance * palette.values().stream().mapToDouble(weight -> weight).sum();
        for (Map.Entry<Kind, Double> one : palette.entrySet()) {
            left -= one.getValue();
            if (left < 0) {
                return one.getKey();
            }
        }
        return Kind.CROSSFADE;
    }

    /** Tall frames are crossed upwards and downwards more than sideways, except by a pan. */
    private Heading heading(boolean forward) {
        boolean tall = request.size().aspect() < 0.8;
        return tall ? (forward ? Heading.UP : Heading.DOWN) : forward ? Heading.LEFT : Heading.RIGHT;
    }

    /** A face can be matched only with a face, where each is the only one: others would stand as ghosts beside them. */
    private Kind possible(Kind wanted, int take) {
        boolean faces = hasOneFace(cast.takes().get(take - 1))
                && hasOneFace(cast.takes().get(take));
        return wanted == Kind.MATCH && !faces ? Kind.CROSSFADE : wanted;
    }

    private static boolean hasOneFace(Take take) {
        return take.photo().map(photo -> photo.faces().size() == 1).orElse(false);
    }

    /** How long a kind takes; those that move the picture fast are short in every mood. */
    private double seconds(Kind kind, boolean newChapter) {
        double fade = request.mood().cuts().fade();
        return switch (kind) {
            case CROSSFADE, DIP -> newChapter ? 1.3 * fade : fade;
            case MATCH -> Math.clamp(fade, 0.7, 1.3);
            case WIPE -> Math.clamp(1.3 * fade, 0.6, 1.4);
            case SLIDE -> Math.clamp(fade, 0.5, 0.9);
            case ZOOM -> 0.5;
            case WHIP -> 0.42;
            case NONE -> 0;
        };
    }

    /** A dip if it has time to be seen as one and neither the last dip nor the film's ends are near. */
    private Kind dipOrFade(int take, int half) {
        int at = frame(cast.starts().get(take));
        int apart = seconds(BETWEEN_DIPS_SECONDS);
        boolean dip =
                half >= seconds(0.4) && at - lastDip >= apart && cast.score().frames() - at >= apart;
        lastDip = dip ? at : lastDip;
        return dip ? Kind.DIP : Kind.CROSSFADE;
    }

    /** Frames that a take can lend to a transition on either side. */
    private int handle(int take) {
        List<FilmShot.Clip> clips = cast.takes().get(take).clips();
        return clips.isEmpty() ? Integer.MAX_VALUE : Math.max(0, (Flowing.available(clips, fps) - length(take)) / 2);
    }

    private Transition dip(int in, int out) {
        return new Transition(Kind.DIP, Heading.LEFT, time(in), time(out));
    }

    private Track picture(List<Optional<Transition>> transitions) {
        List<TrackItem> items = new ArrayList<>();
        Cameras cameras = new Cameras(request);
        items.add(new Gap(time(0)));
        for (int i = 0; i < cast.takes().size(); i++) {
            transitions.get(i).ifPresent(items::add);
            int before = transitions.get(i).map(t -> (int) t.inOffset().value()).orElse(0);
            int after =
                    transitions.get(i + 1).map(t -> (int) t.outOffset().value()).orElse(0);
            double seconds = (double) (before + length(i) + after) / fps;
            items.addAll(clips(cast.takes().get(i), cameras, seconds, i, before, after));
        }
        transitions.getLast().ifPresent(items::add);
        items.add(new Gap(time(0)));
        return new Track("picture", Track.Kind.VIDEO, fps, items);
    }

    private List<TrackItem> clips(Take take, Cameras cameras, double seconds, int index, int before, int after) {
        Media media = cameras.film(take, seconds);
        List<FilmShot.Clip> clips = take.clips();
        if (clips.isEmpty()) {
            return List.of(new Clip(Cameras.name(take), onBeats(media, index, before), range(before, length(index))));
        }
        // What is one shot is seen by one camera.
        CameraMove move = ((Media.Footage) media).move();
        List<TimeRange> parts = Flowing.parts(clips, fps, length(index), before, after);
        RationalTime join = time(Flowing.join(fps));
        List<TrackItem> items = new ArrayList<>();
        for (int i = 0; i < clips.size(); i++) {
            if (i > 0) {
                items.add(new Transition(Kind.CROSSFADE, Heading.LEFT, join, join));
            }
            String name = String.valueOf(clips.get(i).file().getFileName());
            items.add(new Clip(name, new Media.Footage(clips.get(i), move), parts.get(i)));
        }
        return items;
    }

    /** Photos that are seen together come one after the other, each on a beat, where there is time to see them all. */
    private Media onBeats(Media media, int index, int before) {
        if (!(media instanceof Media.Panels panels)) {
            return media;
        }
        int first = cast.starts().get(index);
        int count = panels.pictures().size();
        int step = (cast.starts().get(index + 1) - first) / (COMING * count);
        List<RationalTime> from = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            from.add(time(i == 0 ? 0 : before + frame(first + i * step) - frame(first)));
        }
        return step == 0 ? media : new Media.Panels(panels.pictures(), panels.places(), from);
    }

    private List<TrackItem> titles(List<Optional<Transition>> transitions) {
        List<TrackItem> items = new ArrayList<>();
        int at = 0;
        for (Words words : words(transitions)) {
            items.add(new Gap(time(words.from() - at)));
            String name = words.media() instanceof Media.Title ? "title" : "caption";
            items.add(new Clip(name, words.media(), range(0, words.to() - words.from())));
            at = words.to();
        }
        items.add(new Gap(time(cast.score().frames() - at)));
        return items;
    }

    /** What is to be read, from one frame to another. */
    private record Words(Media media, int from, int to) {}

    /** The title over the first shot; each caption until the next, or its part of the story, ends, if it can be read so. */
    private List<Words> words(List<Optional<Transition>> transitions) {
        List<Words> all = new ArrayList<>();
        int free = 0;
        if (!request.title().isBlank() || !request.subtitle().isBlank()) {
            // What comes next is not there to be written over.
            int passes = transitions.get(1).map(t -> (int) t.inOffset().value()).orElse(0);
            int end = Math.min(length(0) - passes, seconds(5.5));
            Media title = new Media.Title(request.title(), request.subtitle());
            all.add(new Words(title, seconds(0.4), end - seconds(0.2)));
            free = length(0);
        }
        for (int i = 0; i < cast.takes().size(); i++) {
            Optional<String> caption = cast.takes().get(i).caption();
            int from = frame(cast.starts().get(i)) + seconds(0.25);
            if (caption.isEmpty() || from < free) {
                continue;
            }
            int to = Math.min(
                    frame(cast.starts().get(lastOf(i) + 1)) - seconds(0.2), from + seconds(LONGEST_CAPTION_SECONDS));
            if (to - from >= seconds(LEAST_CAPTION_SECONDS)) {
                all.add(new Words(new Media.Caption(caption.get()), from, to));
            }
        }
        return all;
    }

    /** The last take over which a take's caption may stand: of its part of the story, and without a caption. */
    private int lastOf(int take) {
        int last = take;
        while (last + 1 < cast.takes().size()
                && cast.takes().get(last + 1).chapter()
                        == cast.takes().get(take).chapter()
                && cast.takes().get(last + 1).caption().isEmpty()) {
            last++;
        }
        return last;
    }

    /** Each clip's own sound, where its picture is seen, transitions included. */
    private List<TrackItem> clipSound(Track picture) {
        List<TrackItem> items = new ArrayList<>();
        long at = 0;
        for (Track.Placed placed : picture.placed()) {
            if (placed.item() instanceof Clip clip
                    && clip.media() instanceof Media.Footage footage
                    && footage.shot().sound() != FilmShot.ClipSound.NONE) {
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
