package app.keepsake.people;

/**
 * Two faces, each the clearest of its group, that may be one person.
 *
 * @param face number of one
 * @param other number of the other
 * @param likeness of their groups, -1 to 1
 */
public record Doubt(long face, long other, double likeness) {}
