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
        String version) {
    public Memory {
        shots = List.copyOf(shots);
    }
}
