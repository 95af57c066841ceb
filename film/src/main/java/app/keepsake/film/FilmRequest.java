package app.keepsake.film;

import java.util.List;

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
 */
public record FilmRequest(
        String title, String subtitle, List<Shot> shots, Mood mood, Length length, long seed, FrameSize size, int fps) {
    public FilmRequest {
        shots = List.copyOf(shots);
        if (shots.isEmpty()) {
            throw new IllegalArgumentException("A film needs at least one shot, found none. Choose some photos.");
        }
        if (fps < 24 || fps > 60) {
            throw new IllegalArgumentException("A film has 24 to 60 frames a second, found %d.".formatted(fps));
        }
    }
}
