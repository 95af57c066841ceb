package app.keepsake.film.timeline;

import java.util.List;

/** Tracks that play together; later ones lie over earlier ones. */
public record Stack(List<Track> tracks) {
    public Stack {
        tracks = List.copyOf(tracks);
    }

    /** Length of the longest track. */
    public RationalTime duration() {
        return tracks.stream()
                .map(Track::duration)
                .max(RationalTime::compareTo)
                .orElseThrow(() -> new IllegalStateException("A stack without tracks has no length."));
    }
}
