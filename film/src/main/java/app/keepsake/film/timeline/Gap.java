package app.keepsake.film.timeline;

/** A stretch of a track that shows what lies below it, or is silent. */
public record Gap(RationalTime duration) implements TrackItem {}
