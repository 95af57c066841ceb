package app.keepsake.film.timeline;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/** What a clip shows or sounds. */
public sealed interface Media {
    /**
     * A photo seen by a moving camera.
     *
     * @param tone how it is developed
     */
    record Still(FilmShot.Photo shot, CameraMove move, Tone tone) implements Media {
        public Still {
            // Projects of older films tell none.
            tone = Objects.requireNonNullElse(tone, Tone.NONE);
        }

        /** As it is. */
        public Still(FilmShot.Photo shot, CameraMove move) {
            this(shot, move, Tone.NONE);
        }
    }

    /**
     * Two photos at once, each by a camera of its own.
     *
     * @param stacked whether the second stands below the first, else to its right
     */
    record Pair(Still first, Still second, boolean stacked) implements Media {}

    /**
     * Three or four photos at once, each by a camera of its own.
     *
     * @param pictures in the order in which they come
     * @param places of each the part of the frame in which it is seen, in fractions of the frame
     * @param from of each when it comes, in the medium's own time
     */
    record Panels(List<Still> pictures, List<FrameBox> places, List<RationalTime> from) implements Media {
        public Panels {
            pictures = List.copyOf(pictures);
            places = List.copyOf(places);
            from = List.copyOf(from);
            if (pictures.isEmpty() || pictures.size() != places.size() || pictures.size() != from.size()) {
                throw new IllegalArgumentException("Panels need a place and a time for each picture, found %d, %d and %d."
                        .formatted(pictures.size(), places.size(), from.size()));
            }
        }
    }

    /** The colours of a photo, out of focus, as a ground for words. */
    record Card(FilmShot.Photo photo) implements Media {}

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
