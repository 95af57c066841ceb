package app.keepsake.vision;

import app.keepsake.media.GeoPoint;
import app.keepsake.vision.internal.places.PlaceSearch;
import app.keepsake.vision.internal.places.TownTable;
import java.util.Optional;

/**
 * Names places, offline, from GeoNames' towns of more than 1,000 people (CC BY 4.0). The table takes about 3 MB and is
 * read at the first question. Thread-safe.
 */
public final class Places {
    private Places() {}

    /**
     * The place at a point. A town is named when the point lies within it or close by, judged by how large the town is;
     * further out the region is named if the towns around agree on it, else the country; on the open sea nothing is.
     */
    public static Optional<Place> nearest(GeoPoint point) {
        return Loaded.SEARCH.nearest(point.latitude(), point.longitude());
    }

    private static final class Loaded {
        static final PlaceSearch SEARCH = new PlaceSearch(TownTable.load());
    }
}
