package app.keepsake.film.timeline;

import app.keepsake.media.Inset;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** An asset as used in a film, in telling order. */
public sealed interface FilmShot {
    /** The original; it is only read. */
    Path file();

    /** Width of the upright picture in pixels. Only its ratio to the height matters for planning. */
    int width();

    /** Height of the upright picture in pixels. */
    int height();

    /** Faces that have to stay in the frame; the film keeps as many as its shape allows, the largest first. */
    List<FrameBox> faces();

    /** Words to show over the shot. */
    Optional<String> caption();

    /** Number of the part of the story that it belongs to, from 0, never falling: music and transitions follow it. */
    int chapter();

    /**
     * A still.
     *
     * @param seen what a look at a small copy of it told, if anybody looked
     */
    record Photo(
            Path file,
            int width,
            int height,
            List<FrameBox> faces,
            Optional<String> caption,
            int chapter,
            Optional<Seen> seen)
            implements FilmShot {
        /** One that nobody looked at. */
        public Photo(
                Path file, int width, int height, List<FrameBox> faces, Optional<String> caption, int chapter) {
            this(file, width, height, faces, caption, chapter, Optional.empty());
        }

        public Photo {
            faces = checked(file, width, height, faces, chapter);
        }
    }

    /**
     * A part of a clip, or of the movement of a photo. The film may use less of it than offered, never more.
     *
     * @param start first usable time
     * @param length of the usable part, more than zero
     * @param sound what is to be heard of it
     * @param inset where in the file the clip lies, if it is not the whole of it
     * @param still of a photo's movement, the photo
     */
    record Clip(
            Path file,
            int width,
            int height,
            List<FrameBox> faces,
            Optional<String> caption,
            int chapter,
            Duration start,
            Duration length,
            ClipSound sound,
            Optional<Inset> inset,
            Optional<Still> still)
            implements FilmShot {
        /** A part of a clip that is a file of its own. */
        public Clip(
                Path file,
                int width,
                int height,
                List<FrameBox> faces,
                Optional<String> caption,
                int chapter,
                Duration start,
                Duration length,
                ClipSound sound) {
            this(
                    file,
                    width,
                    height,
                    faces,
                    caption,
                    chapter,
                    start,
                    length,
                    sound,
                    Optional.empty(),
                    Optional.empty());
        }

        public Clip {
            faces = checked(file, width, height, faces, chapter);
            if (start.isNegative() || !length.isPositive()) {
                throw new IllegalArgumentException(
                        "%s: a clip needs a start of at least 0 and a length above 0, found %s and %s."
                                .formatted(file, start, length));
            }
        }
    }

    /**
     * The photo whose movement a clip is.
     *
     * @param photo it stands where the movement cannot fill its place
     * @param at when in the clip it was taken: the film shows that moment
     * @param goesOn whether the movement goes on where the shot before ended, of the same scene a moment later: both are
     *     one shot
     */
    record Still(Photo photo, Duration at, boolean goesOn) {}

    /** What is to be heard of a clip. */
    enum ClipSound {
        /** Nothing, or it has no sound. */
        NONE,
        /** Its sound, lowered under the music. */
        AMBIENT,
        /** Its sound, with the music lowered under it: somebody speaks. */
        VOICE
    }

    /** A still without faces or words. */
    static Photo photo(Path file, int width, int height) {
        return new Photo(file, width, height, List.of(), Optional.empty(), 0);
    }

    private static List<FrameBox> checked(Path file, int width, int height, List<FrameBox> faces, int chapter) {
        if (width < 1 || height < 1 || chapter < 0) {
            throw new IllegalArgumentException(
                    "%s: a shot needs a size of at least 1 x 1 and a chapter of at least 0, found %d x %d, chapter %d."
                            .formatted(file, width, height, chapter));
        }
        return List.copyOf(faces);
    }
}
