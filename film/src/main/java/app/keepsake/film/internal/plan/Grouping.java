package app.keepsake.film.internal.plan;

import app.keepsake.film.internal.motion.Camera;
import app.keepsake.film.internal.motion.Halves;
import app.keepsake.film.internal.motion.Mosaic;
import app.keepsake.film.timeline.FilmShot;
import app.keepsake.film.timeline.FrameBox;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Which neighbours are seen at once: first those of which one alone would leave much of the frame empty, then those that
 * would each be cropped much. Never the first, over which the title stands, and never across chapters.
 */
final class Grouping {
    /** Most photos at once. */
    private static final int MOST = 4;

    private final double frameAspect;
    private final List<Take> takes;
    private int left;

    private Grouping(List<FilmShot> shots, double frameAspect, int most) {
        this.frameAspect = frameAspect;
        this.takes = new ArrayList<>(Take.singles(shots));
        this.left = most;
    }

    /**
     * Takes of some shots.
     *
     * @param most places that may be saved: a film needs enough of them to be as long as it is to be
     */
    static List<Take> of(List<FilmShot> shots, double frameAspect, int most) {
        Grouping grouping = new Grouping(shots, frameAspect, most);
        grouping.group(true);
        grouping.group(false);
        return List.copyOf(grouping.takes);
    }

    private void group(boolean islands) {
        for (int i = 1; i < takes.size() && left > 0; i++) {
            if (photo(i).isEmpty() || !wanted(i, islands)) {
                continue;
            }
            boolean joined = join(i, islands ? MOST : 2, islands);
            if (!joined && islands && i > 1 && join(i - 1, 2, true)) {
                i--;
            }
        }
    }

    private boolean wanted(int at, boolean islands) {
        FilmShot.Photo photo = photo(at).orElseThrow();
        return islands ? !Camera.fills(photo, frameAspect) : Halves.wantsPart(photo, frameAspect);
    }

    /** Joins a photo with those after it: as many as are of a kind and suit, two at least. */
    private boolean join(int from, int most, boolean islands) {
        List<FilmShot.Photo> photos = new ArrayList<>();
        for (int i = from; i < takes.size() && photos.size() < most; i++) {
            Optional<FilmShot.Photo> next = photo(i);
            if (next.isEmpty()
                    || takes.get(i).chapter() != takes.get(from).chapter()
                    || (!islands && !wanted(i, false))) {
                break;
            }
            photos.add(next.get());
        }
        int islandsOfThem = (int) photos.stream()
                .filter(photo -> !Camera.fills(photo, frameAspect))
                .count();
        for (int count = Math.min(photos.size(), Math.min(left + 1, Math.max(2, islandsOfThem))); count >= 2; count--) {
            Optional<Take> together = together(photos.subList(0, count));
            if (together.isPresent()) {
                takes.subList(from, from + count).clear();
                takes.add(from, together.get());
                left -= count - 1;
                return true;
            }
        }
        return false;
    }

    private Optional<Take> together(List<FilmShot.Photo> photos) {
        if (photos.size() == 2) {
            boolean suit = photos.stream().allMatch(photo -> Halves.suit(photo, frameAspect));
            return suit ? Optional.of(new Take.Beside(photos.getFirst(), photos.getLast())) : Optional.empty();
        }
        Optional<List<FrameBox>> places = Mosaic.of(photos, frameAspect);
        return places.map(found -> new Take.Together(photos, found));
    }

    private Optional<FilmShot.Photo> photo(int at) {
        return takes.get(at).photo();
    }
}
