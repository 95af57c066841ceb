package app.keepsake.operations.sources;

/**
 * What reading a source did.
 *
 * @param known assets that may be shown there
 * @param changed of them, new or told of otherwise than before
 * @param gone that may not be shown any more, and are not here any more
 * @param fetched pictures and clips
 * @param left of those known, still to be fetched
 * @param tooLarge of those known, found too large to be fetched
 * @param unusable assets of which nothing sensible is told
 * @param interrupted whether it was stopped; the next run goes on from there
 */
public record SyncReport(
        int known, int changed, int gone, int fetched, int left, int tooLarge, int unusable, boolean interrupted) {
    /** The same, but stopped. */
    SyncReport stopped() {
        return new SyncReport(known, changed, gone, fetched, left, tooLarge, unusable, true);
    }

    /** This and what another part of the same reading did after it. */
    SyncReport and(SyncReport later) {
        return new SyncReport(
                later.known,
                changed + later.changed,
                gone + later.gone,
                fetched + later.fetched,
                later.left,
                tooLarge + later.tooLarge,
                unusable + later.unusable,
                later.interrupted);
    }
}
