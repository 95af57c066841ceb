package app.keepsake.people;

/**
 * When faces count as one person. Likenesses are cosines of embeddings, -1 to 1; see docs/decisions.
 *
 * @param cautious a face joins one of the same day at this likeness, before anything else is looked at
 * @param merge groups become one when the mean likeness of their faces is at least this
 * @param look a face that is less like each of its person's looks begins another one: people who were put together by
 *     name or by the user may look very different at times
 * @param attach a face of low quality is given to the group that it is most like, at this likeness
 * @param founding the least quality with which a face may found a group or shape one
 */
public record Thresholds(double cautious, double merge, double look, double attach, double founding) {
    /** Chosen on labelled photos by cross-validation. */
    public static final Thresholds DEFAULT = new Thresholds(0.955, 0.9325, 0.88, 0.935, 0.3);

    public Thresholds withMerge(double value) {
        return new Thresholds(
                Math.max(cautious, value), value, Math.min(look, value), Math.max(attach, value), founding);
    }
}
