package app.keepsake.film.internal.plan;

import app.keepsake.film.FilmRequest;
import app.keepsake.film.internal.motion.Mosaic;
import app.keepsake.film.timeline.FilmShot;
import app.keepsake.film.timeline.FrameBox;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a film opens with, under its title: a map, or what its mood says. */
final class Opener {
    private static final int SEVERAL = 3;
    /** A film of fewer takes needs each of them. */
    private static final int FEWEST_TAKES = 12;

    private Opener() {}

    /** The takes of a film with its opening. */
    static List<Take> of(FilmRequest request, List<Take> takes) {
        List<Take> all = new ArrayList<>(takes);
        if (!request.route().isEmpty()) {
            all.addFirst(new Take.Journey(request.route(), takes.getFirst().chapter()));
            return all;
        }
        boolean words = !request.title().isBlank() || !request.subtitle().isBlank();
        if (words) {
            switch (request.mood().cuts().opening()) {
                case VIEW -> {}
                case CARD -> photo(takes.getFirst()).ifPresent(photo -> all.addFirst(new Take.Card(photo)));
                case SEVERAL ->
                    together(takes, request.size().aspect()).ifPresent(several -> {
                        all.subList(0, SEVERAL).clear();
                        all.addFirst(several);
                    });
            }
        }
        return all;
    }

    private static Optional<FilmShot.Photo> photo(Take take) {
        return take.photo().or(take::photoThatMoves);
    }

    private static Optional<Take> together(List<Take> takes, double frameAspect) {
        if (takes.size() < FEWEST_TAKES) {
            return Optional.empty();
        }
        List<FilmShot.Photo> photos = new ArrayList<>();
        for (Take take : takes.subList(0, SEVERAL)) {
            take.photo()
                    .filter(photo -> photo.chapter() == takes.getFirst().chapter())
                    .ifPresent(photos::add);
        }
        Optional<List<FrameBox>> places =
                photos.size() == SEVERAL ? Mosaic.of(photos, frameAspect) : Optional.empty();
        return places.map(found -> new Take.Together(photos, found));
    }
}
