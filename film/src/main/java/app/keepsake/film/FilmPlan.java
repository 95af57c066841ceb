package app.keepsake.film;

import app.keepsake.film.timeline.Clip;
import app.keepsake.film.timeline.FilmShot;
import app.keepsake.film.timeline.Media;
import app.keepsake.film.timeline.Timeline;
import app.keepsake.film.timeline.Track.Placed;
import app.keepsake.music.ScorePlan;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/**
 * A film as data, all decided: the same plan gives the same frames and samples.
 *
 * @param request what was asked for
 * @param score the music's grid
 * @param timeline what is seen and heard when, in frames; the tracks are "picture", "titles", "music" and "clips"
 */
public record FilmPlan(FilmRequest request, ScorePlan score, Timeline timeline) {
    /** Length in frames. */
    public int frames() {
        return Math.toIntExact(timeline.duration().value());
    }

    public Duration duration() {
        return timeline.duration().duration();
    }

    /** The parts of the story that the film shows, in order; neighbours of the same name are one. */
    public List<FilmChapter> chapters() {
        List<FilmChapter> chapters = new ArrayList<>();
        String name = "";
        Duration start = Duration.ZERO;
        boolean begun = false;
        for (Placed placed : timeline.track("picture").placed()) {
            OptionalInt number = placed.item() instanceof Clip clip ? chapter(clip.media()) : OptionalInt.empty();
            if (number.isEmpty()) {
                continue;
            }
            String next = name(number.getAsInt());
            if (begun && !next.equals(name)) {
                chapters.add(new FilmChapter(name, start, placed.start().duration()));
                start = placed.start().duration();
            }
            name = next;
            begun = true;
        }
        chapters.add(new FilmChapter(name, start, duration()));
        return List.copyOf(chapters);
    }

    /** When its shots are seen, in order; those that it has no time for are missing. */
    public List<FilmAppearance> appearances() {
        Map<Path, Integer> numbers = new HashMap<>();
        for (int i = 0; i < request.shots().size(); i++) {
            for (Path file : files(request.shots().get(i))) {
                numbers.putIfAbsent(file, i);
            }
        }
        List<FilmAppearance> appearances = new ArrayList<>();
        for (Placed placed : timeline.track("picture").placed()) {
            if (placed.item() instanceof Clip clip) {
                Duration start = placed.start().duration();
                Duration end = placed.start().plus(clip.duration()).duration();
                for (FilmShot shot : shots(clip.media())) {
                    Integer number = numbers.get(shot.file());
                    if (number != null) {
                        appearances.add(new FilmAppearance(number, start, end));
                    }
                }
            }
        }
        return List.copyOf(appearances);
    }

    /** A photo that moves is shown as its movement or as the photo. */
    private static List<Path> files(FilmShot shot) {
        return shot instanceof FilmShot.Clip clip && clip.still().isPresent()
                ? List.of(clip.still().get().photo().file(), clip.file())
                : List.of(shot.file());
    }

    private static List<FilmShot> shots(Media media) {
        return switch (media) {
            case Media.Still still -> List.of(still.shot());
            case Media.Pair pair -> List.of(pair.first().shot(), pair.second().shot());
            case Media.Panels panels ->
                panels.pictures().stream().<FilmShot>map(Media.Still::shot).toList();
            case Media.Footage footage -> List.of(footage.shot());
            default -> List.of();
        };
    }

    private String name(int chapter) {
        return chapter < request.chapters().size() ? request.chapters().get(chapter) : "";
    }

    private static OptionalInt chapter(Media media) {
        return switch (media) {
            case Media.Still still -> OptionalInt.of(still.shot().chapter());
            case Media.Pair pair -> OptionalInt.of(pair.first().shot().chapter());
            case Media.Panels panels ->
                OptionalInt.of(panels.pictures().getFirst().shot().chapter());
            case Media.Footage footage -> OptionalInt.of(footage.shot().chapter());
            // A map belongs to what it leads to.
            default -> OptionalInt.empty();
        };
    }
}
