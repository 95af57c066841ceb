package app.keepsake.film.timeline;

/**
 * A stretch of one medium.
 *
 * @param name for people and for export
 * @param media what is shown or heard
 * @param source the part used, in the medium's own time; a still's time starts at 0 and reaches as far as wanted both
 *     ways
 */
public record Clip(String name, Media media, TimeRange source) implements TrackItem {
    @Override
    public RationalTime duration() {
        return source.duration();
    }
}
