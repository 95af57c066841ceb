package app.keepsake.film.internal.plan;

import app.keepsake.film.timeline.FilmShot;
import app.keepsake.film.timeline.FrameBox;
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

    /** Movements of photos that were taken a moment after each other, as one shot; two at least. */
    record Flow(List<FilmShot.Clip> parts) implements Take {
        public Flow {
            parts = List.copyOf(parts);
        }

        @Override
        public int chapter() {
            return parts.getFirst().chapter();
        }

        @Override
        public Optional<String> caption() {
            return parts.stream().flatMap(part -> part.caption().stream()).findFirst();
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

    /**
     * Three or four photos at once.
     *
     * @param places of each the part of the frame in which it is seen
     */
    record Together(List<FilmShot.Photo> photos, List<FrameBox> places) implements Take {
        public Together {
            photos = List.copyOf(photos);
            places = List.copyOf(places);
        }

        @Override
        public int chapter() {
            return photos.getFirst().chapter();
        }

        @Override
        public Optional<String> caption() {
            return photos.stream().flatMap(photo -> photo.caption().stream()).findFirst();
        }
    }

    /** The colours of a photo, for words to stand over. */
    record Card(FilmShot.Photo ground) implements Take {
        @Override
        public int chapter() {
            return ground.chapter();
        }

        @Override
        public Optional<String> caption() {
            return Optional.empty();
        }
    }

    /** A map. */
    record Journey(List<Stop> route, int chapter) implements Take {
        @Override
        public Optional<String> caption() {
            return Optional.empty();
        }
    }

    /** Each shot alone, but for those that go on. */
    static List<Take> singles(List<FilmShot> shots) {
        List<Take> result = new ArrayList<>();
        for (int i = 0; i < shots.size(); ) {
            List<FilmShot.Clip> flow = flow(shots, i);
            result.add(flow.size() > 1 ? new Flow(flow) : new Single(shots.get(i)));
            i += Math.max(1, flow.size());
        }
        return result;
    }

    /** The clips from one on that are one shot; none where it is a photo. */
    private static List<FilmShot.Clip> flow(List<FilmShot> shots, int from) {
        List<FilmShot.Clip> parts = new ArrayList<>();
        for (int i = from; i < shots.size(); i++) {
            boolean joins = shots.get(i) instanceof FilmShot.Clip clip
                    && (i == from || clip.still().filter(FilmShot.Still::goesOn).isPresent());
            if (!joins) {
                break;
            }
            parts.add((FilmShot.Clip) shots.get(i));
        }
        return parts;
    }

    /** The shots that it shows. */
    default List<FilmShot> shots() {
        return switch (this) {
            case Single single -> List.of(single.shot());
            case Flow flow -> List.copyOf(flow.parts());
            case Beside beside -> List.of(beside.first(), beside.second());
            case Together together -> List.copyOf(together.photos());
            case Card card -> List.of();
            case Journey journey -> List.of();
        };
    }

    /** The clips that it shows one after the other, if it shows any. */
    default List<FilmShot.Clip> clips() {
        return switch (this) {
            case Single(FilmShot.Clip clip) -> List.of(clip);
            case Flow flow -> flow.parts();
            case Single other -> List.of();
            case Beside beside -> List.of();
            case Together together -> List.of();
            case Card card -> List.of();
            case Journey journey -> List.of();
        };
    }

    /** The photo whose movement it shows alone, if it does. */
    default Optional<FilmShot.Photo> photoThatMoves() {
        return this instanceof Single(FilmShot.Clip clip) ? clip.still().map(FilmShot.Still::photo) : Optional.empty();
    }

    /** The photo that it shows alone, if it does. */
    default Optional<FilmShot.Photo> photo() {
        return this instanceof Single(FilmShot.Photo photo) ? Optional.of(photo) : Optional.empty();
    }
}
