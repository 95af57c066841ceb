package app.keepsake.server.internal.library;

import java.util.DoubleSummaryStatistics;
import java.util.List;

/**
 * A part of the globe in degrees. Longitudes may lie beyond 180 or -180, as they do on a map that was moved over the date
 * line.
 */
public record Area(double west, double south, double east, double north) {
    private static final int WHOLE_TURN = 360;

    public boolean holds(Spot spot) {
        return spot.latitude() >= south && spot.latitude() <= north && near(spot) >= west && near(spot) <= east;
    }

    /** The spot's longitude, or the same meridian some turns away, as near to the middle as can be. */
    double near(Spot spot) {
        return spot.longitude() + WHOLE_TURN * Math.rint(((west + east) / 2 - spot.longitude()) / WHOLE_TURN);
    }

    /** The smallest one that holds all spots, without crossing the date line. */
    static Area of(List<Spot> spots) {
        DoubleSummaryStatistics longitudes =
                spots.stream().mapToDouble(Spot::longitude).summaryStatistics();
        DoubleSummaryStatistics latitudes =
                spots.stream().mapToDouble(Spot::latitude).summaryStatistics();
        return new Area(longitudes.getMin(), latitudes.getMin(), longitudes.getMax(), latitudes.getMax());
    }
}
