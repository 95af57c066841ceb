package app.keepsake.film;

import app.keepsake.film.timeline.FilmShot;
import app.keepsake.film.timeline.Stop;
import app.keepsake.music.Music;
import java.util.List;
import java.util.Optional;

/**
 * What film to make.
 *
 * @param title first line of the title card, may be empty
 * @param subtitle second line, may be empty
 * @param shots what to show, in telling order, at least one; a film too short for all takes
 *     some out evenly, never the first or last
 * @param mood its feeling: music, rhythm and look
 * @param length how long
 * @param seed where the score and all chance come from
 * @param size of the frames
 * @param fps frames a second, 24 to 60
 * @param route where a trip went, in order: the film opens with a map of it; empty for no map
 * @param music to play instead of a score of the film's own
 * @param chapters names of the parts of the story, by {@link FilmShot#chapter}; may be fewer than there are
 * @param stands how long each shot stands, in parts of what the mood's rhythm would have it, above 0; 1 for those beyond
 *     its end
 */
public record FilmRequest(
        String title,
        String subtitle,
        List<FilmShot> shots,
        Mood mood,
        Length length,
        long seed,
        FrameSize size,
        int fps,
        List<Stop> route,
        Optional<Music> music,
        List<String> chapters,
        List<Double> stands) {
    public FilmRequest {
        shots = List.copyOf(shots);
        route = List.copyOf(route);
        chapters = List.copyOf(chapters);
        stands = List.copyOf(stands);
        if (shots.isEmpty()) {
            throw new IllegalArgumentException("A film needs at least one shot, found none. Choose some photos.");
        }
        if (stands.stream().anyMatch(part -> !(part > 0))) {
            throw new IllegalArgumentException("A shot stands for some time, found %s.".formatted(stands));
        }
        if (fps < 24 || fps > 60) {
            throw new IllegalArgumentException("A film has 24 to 60 frames a second, found %d.".formatted(fps));
        }
    }

    /** A film without a map, with a score of its own. */
    public FilmRequest(
            String title,
            String subtitle,
            List<FilmShot> shots,
            Mood mood,
            Length length,
            long seed,
            FrameSize size,
            int fps) {
        this(title, subtitle, shots, mood, length, seed, size, fps, List.of(), Optional.empty(), List.of(), List.of());
    }

    /** The same film opening with a map. */
    public FilmRequest withRoute(List<Stop> stops) {
        return new FilmRequest(title, subtitle, shots, mood, length, seed, size, fps, stops, music, chapters, stands);
    }

    /** The same film to other music. */
    public FilmRequest withMusic(Music own) {
        return new FilmRequest(
                title, subtitle, shots, mood, length, seed, size, fps, route, Optional.of(own), chapters, stands);
    }

    /** The same film with names for the parts of its story. */
    public FilmRequest withChapters(List<String> names) {
        return new FilmRequest(title, subtitle, shots, mood, length, seed, size, fps, route, music, names, stands);
    }

    /** The same film with shots that stand longer or shorter. */
    public FilmRequest withStands(List<Double> parts) {
        return new FilmRequest(title, subtitle, shots, mood, length, seed, size, fps, route, music, chapters, parts);
    }
}
