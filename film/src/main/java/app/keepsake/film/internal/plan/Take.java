package app.keepsake.film.internal.plan;

import app.keepsake.film.internal.motion.Halves;
import app.keepsake.film.timeline.FilmShot;
import app.keepsake.film.timeline.Stop;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What stands in one place of a film. */
sealed interface Take {
    /** Number of the part of the story that it belongs to. */
    int chapter();

    Optional<String> caption();

    /** A shot alone. */
    record Single(FilmShot shot) implements Take {
        @Override
        public int chapter() {
            return shot.chapter();
        }

        @Override
        public Optional<String> caption() {
            return shot.caption();
        }
    }

    /** Two photos at once. */
    record Beside(FilmShot.Photo first, FilmShot.Photo second) implements Take {
        @Override
        public int chapter() {
            return first.chapter();
        }

        @Override
        public Optional<String> caption() {
            return first.caption().or(second::caption);
        }
    }

    /** A map. */
    record Journey(List<Stop> route, int chapter) implements Take {
        @Override
        public Optional<String> caption() {
            return Optional.empty();
        }
    }

    /** Each shot alone. */
    static List<Take> singles(List<FilmShot> shots) {
        return shots.stream().map(shot -> (Take) new Single(shot)).toList();
    }

    /** Neighbours that would each leave much of the frame empty, and fill half of it well, together. */
    static List<Take> paired(List<FilmShot> shots, double frameAspect) {
        List<Take> result = new ArrayList<>();
        for (int i = 0; i < shots.size(); i++) {
            if (i + 1 < shots.size()
                    && i > 0
                    && shots.get(i) instanceof FilmShot.Photo first
                    && shots.get(i + 1) instanceof FilmShot.Photo second
                    && first.chapter() == second.chapter()
                    && Halves.suit(first, frameAspect)
                    && Halves.suit(second, frameAspect)) {
                result.add(new Beside(first, second));
                i++;
            } else {
                result.add(new Single(shots.get(i)));
            }
        }
        return result;
    }

    /** The clip that it shows, if it shows one. */
    default Optional<FilmShot.Clip> clip() {
        return this instanceof Single(FilmShot.Clip clip) ? Optional.of(clip) : Optional.empty();
    }

    /** The photo that it shows alone, if it does. */
    default Optional<FilmShot.Photo> photo() {
        return this instanceof Single(FilmShot.Photo photo) ? Optional.of(photo) : Optional.empty();
    }
}
