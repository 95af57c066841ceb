package app.keepsake.people;

/**
 * When faces count as one person. Likenesses are cosines of embeddings, -1 to 1; see docs/decisions.
 *
 * @param cautious a face joins one of the same day at this likeness, before anything else is looked at
 * @param merge groups become one when the mean likeness of their faces is at least this
 * @param sameDay faces of one day count as so much more alike: few people are met on a day, so that a likeness by chance
 *     is rarer among them
 * @param look a face that is less like each of its person's looks begins another one: people who were put together by
 *     name or by the user may look very different at times
 * @param attach a face of low quality is given to the group that it is most like, at this likeness
 * @param founding the least quality with which a face may found a group or shape one
 * @param doubt groups that are less alike than {@code merge} but at least this much are worth a question
 */
public record Thresholds(
        double cautious, double merge, double sameDay, double look, double attach, double founding, double doubt) {
    /** Chosen on labelled photos of two kinds; see docs/decisions. */
    public static final Thresholds DEFAULT = new Thresholds(0.5, 0.345, 0.05, 0.2, 0.4, 0.4, 0.25);

    public Thresholds withMerge(double value) {
        return new Thresholds(
                Math.max(cautious, value),
                value,
                sameDay,
                Math.min(look, value),
                Math.max(attach, value),
                founding,
                Math.min(doubt, value));
    }
}
