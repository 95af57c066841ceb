package app.keepsake.film.timeline;

/** A whole edit. */
public record Timeline(String name, Stack stack) {
    public RationalTime duration() {
        return stack.duration();
    }

    /** The track of that name. */
    public Track track(String wanted) {
        return stack.tracks().stream()
                .filter(track -> track.name().equals(wanted))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Timeline %s has no track '%s'; it has %s."
                        .formatted(
                                name,
                                wanted,
                                stack.tracks().stream().map(Track::name).toList())));
    }
}
