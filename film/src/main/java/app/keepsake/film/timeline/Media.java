package app.keepsake.film.timeline;

import java.nio.file.Path;
import java.util.List;

/** What a clip shows or sounds. */
public sealed interface Media {
    /** A photo seen by a moving camera. */
    record Still(FilmShot.Photo shot, CameraMove move) implements Media {}

    /**
     * Two photos at once, each by a camera of its own.
     *
     * @param stacked whether the second stands below the first, else to its right
     */
    record Pair(Still first, Still second, boolean stacked) implements Media {}

    /** A map with the places of a trip. */
    record Atlas(List<Stop> route) implements Media {
        public Atlas {
            route = List.copyOf(route);
        }
    }

    /** Moving pictures of a clip. */
    record Footage(FilmShot.Clip shot, CameraMove move) implements Media {}

    /** A clip's own sound. */
    record FootageSound(FilmShot.Clip shot) implements Media {}

    /** Words over the picture, on transparent ground. */
    record Title(String title, String subtitle) implements Media {}

    /** Words at the picture's lower edge, on transparent ground. */
    record Caption(String text) implements Media {}

    /** Music composed for the film. */
    record Score() implements Media {}

    /** Music of the user's own. */
    record Recording(Path file) implements Media {}
}
