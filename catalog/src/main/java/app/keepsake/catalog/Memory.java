package app.keepsake.catalog;

import java.time.LocalDate;
import java.util.List;

/**
 * A told selection of assets.
 *
 * @param id stable and readable, for example "2024-05-lisbon-3f2a"
 * @param kind for example "trip"
 * @param firstDay of what it tells
 * @param lastDay of what it tells, inclusive
 * @param score how much it is worth telling; only comparable within one version
 * @param valence -1 (sombre) to 1 (joyful); a film's mood has to fit
 * @param shots in the order of telling
 * @param version of what made it
 * @param edit what the user changed, which the title, subtitle and shots show already
 * @param cover the asset that stands for it, see {@link #coverShown}; 0 for its first shot
 */
public record Memory(
        String id,
        String kind,
        String title,
        String subtitle,
        LocalDate firstDay,
        LocalDate lastDay,
        double score,
        double valence,
        List<Shot> shots,
        String version,
        Edit edit,
        long cover) {
    public Memory {
        shots = List.copyOf(shots);
    }

    /** A memory as it was told, before any edit. */
    public Memory(
            String id,
            String kind,
            String title,
            String subtitle,
            LocalDate firstDay,
            LocalDate lastDay,
            double score,
            double valence,
            List<Shot> shots,
            String version) {
        this(id, kind, title, subtitle, firstDay, lastDay, score, valence, shots, version, Edit.NONE, 0);
    }

    /** The same memory with other words and shots, as an edit says. */
    public Memory edited(String otherTitle, String otherSubtitle, List<Shot> otherShots, Edit by) {
        return new Memory(
                id, kind, otherTitle, otherSubtitle, firstDay, lastDay, score, valence, otherShots, version, by, cover);
    }

    /** The same memory with another shot to stand for it. */
    public Memory coveredBy(long asset) {
        return new Memory(id, kind, title, subtitle, firstDay, lastDay, score, valence, shots, version, edit, asset);
    }

    /**
     * The asset that stands for it: the first shot of those that the user put in order, else its cover while that is one of
     * its shots, else the first; 0 when it has none.
     */
    public long coverShown() {
        boolean known = edit.shots().isEmpty() && shots.stream().anyMatch(shot -> shot.assetId() == cover);
        return known ? cover : shots.isEmpty() ? 0 : shots.getFirst().assetId();
    }
}
