package app.keepsake.film.internal.render;

import app.keepsake.film.internal.motion.Attention;
import app.keepsake.film.timeline.CameraMove;
import app.keepsake.film.timeline.Clip;
import app.keepsake.film.timeline.FilmShot;
import app.keepsake.film.timeline.FrameBox;
import app.keepsake.film.timeline.Media;
import app.keepsake.film.timeline.Seen;
import app.keepsake.film.timeline.Track.Placed;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a part of the frame covers of what is seen there, at worst while it is covered.
 *
 * @param face the largest share of a face, with some room, 0 to 1
 * @param worth how much more the covered part is worth seeing than as large a part of the frame is at the mean; 1 where
 *     nobody knows
 * @param edge how evenly an edge of a picture before a backdrop divides the part, 0 (not at all) to 1
 */
record Covered(double face, double worth, double edge) {
    private static final Covered NOTHING = new Covered(0, 0, 0);
    private static final double FACE = 10;
    private static final double EDGE = 4;
    private static final double SUBJECT = 2.6;
    private static final double PART_OF_FACE = 0.05;
    private static final double PART_OF_EDGE = 0.25;
    /** Room that a face needs around it, in parts of its own size. */
    private static final double ROOM = 0.2;

    private static final int MOMENTS = 5;

    /** One picture in its part of the frame. */
    private record Seeing(FilmShot shot, CameraMove move, FrameBox place) {}

    /** What words in a part of the frame cover of a shot while both are seen. */
    static Covered of(Placed shot, Placed words, FrameBox box) {
        Covered all = NOTHING;
        double from = progress(shot, words.start().value());
        double to = progress(shot, words.end().value());
        for (Seeing one : seeing(((Clip) shot.item()).media())) {
            Optional<Seen> seen = one.shot instanceof FilmShot.Photo photo ? photo.seen() : Optional.empty();
            Attention attention = Attention.of(seen.map(Seen::salience));
            for (int i = 0; i < MOMENTS; i++) {
                FrameBox window = one.move.at(from + (to - from) * i / (MOMENTS - 1));
                all = all.or(at(one, window, attention, box));
            }
        }
        return all;
    }

    private static double progress(Placed shot, long frame) {
        double from = shot.visibleFrom().value();
        return Math.clamp((frame - from) / Math.max(1, shot.visibleTo().value() - from), 0, 1);
    }

    private static List<Seeing> seeing(Media media) {
        return switch (media) {
            case Media.Still still -> List.of(new Seeing(still.shot(), still.move(), FrameBox.WHOLE));
            case Media.Footage footage -> List.of(new Seeing(footage.shot(), footage.move(), FrameBox.WHOLE));
            case Media.Pair pair -> {
                FrameBox half = pair.stacked() ? new FrameBox(0, 0, 1, 0.5) : new FrameBox(0, 0, 0.5, 1);
                FrameBox other = pair.stacked() ? new FrameBox(0, 0.5, 1, 0.5) : new FrameBox(0.5, 0, 0.5, 1);
                yield List.of(
                        new Seeing(pair.first().shot(), pair.first().move(), half),
                        new Seeing(pair.second().shot(), pair.second().move(), other));
            }
            case Media.Panels panels -> {
                List<Seeing> all = new ArrayList<>();
                for (int i = 0; i < panels.pictures().size(); i++) {
                    Media.Still still = panels.pictures().get(i);
                    all.add(new Seeing(still.shot(), still.move(), panels.places().get(i)));
                }
                yield all;
            }
            default -> List.of();
        };
    }

    private static Covered at(Seeing one, FrameBox window, Attention attention, FrameBox box) {
        FrameBox part = box.intersection(one.place).seenIn(one.place);
        if (part.width() * part.height() == 0) {
            return NOTHING;
        }
        FrameBox inPicture = new FrameBox(
                window.x() + part.x() * window.width(),
                window.y() + part.y() * window.height(),
                part.width() * window.width(),
                part.height() * window.height());
        double face = 0;
        for (FrameBox each : one.shot.faces()) {
            FrameBox room = new FrameBox(
                    each.x() - ROOM * each.width(),
                    each.y() - ROOM * each.height(),
                    each.width() * (1 + 2 * ROOM),
                    each.height() * (1 + 2 * ROOM));
            face = Math.max(face, area(room.intersection(inPicture)) / area(room));
        }
        double mean = attention.in(window) * area(part);
        double shown = area(inPicture.intersection(FrameBox.WHOLE)) / area(inPicture);
        return new Covered(
                face, mean == 0 ? 0 : attention.in(inPicture) / mean, 1 - Math.abs(2 * shown - 1));
    }

    private static double area(FrameBox box) {
        return box.width() * box.height();
    }

    private Covered or(Covered other) {
        return new Covered(
                Math.max(face, other.face), Math.max(worth, other.worth), Math.max(edge, other.edge));
    }

    /** One number to choose places by: less is better. */
    double worst() {
        return FACE * face + worth + EDGE * edge;
    }

    /** Whether a face is covered, what the picture is about, or its edge. */
    boolean isSubject() {
        return face > PART_OF_FACE || worth > SUBJECT || edge > PART_OF_EDGE;
    }
}
