package app.keepsake.film.timeline;

import app.keepsake.film.Shot;

/** What a clip shows or sounds. */
public sealed interface Media {
    /** A photo seen by a moving camera. */
    record Still(Shot.Photo shot, CameraMove move) implements Media {}

    /** Moving pictures of a clip. */
    record Footage(Shot.Clip shot, CameraMove move) implements Media {}

    /** A clip's own sound. */
    record FootageSound(Shot.Clip shot) implements Media {}

    /** Words over the picture, on transparent ground. */
    record Title(String title, String subtitle) implements Media {}

    /** Words at the picture's lower edge, on transparent ground. */
    record Caption(String text) implements Media {}

    /** The film's music. */
    record Score() implements Media {}
}
