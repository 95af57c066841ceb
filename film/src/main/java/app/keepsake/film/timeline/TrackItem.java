package app.keepsake.film.timeline;

/** What stands in a track, one after the other. */
public sealed interface TrackItem permits Clip, Gap, Transition {
    /** Time that the item takes in its track; none for a transition. */
    RationalTime duration();
}
