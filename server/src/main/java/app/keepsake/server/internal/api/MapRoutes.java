package app.keepsake.server.internal.api;

import app.keepsake.server.internal.library.Area;
import app.keepsake.server.internal.library.Clusters;
import app.keepsake.server.internal.library.Clusters.Cluster;
import app.keepsake.server.internal.library.Snapshot;
import app.keepsake.server.internal.library.Snapshots;
import app.keepsake.server.internal.library.Spot;
import app.keepsake.server.internal.wire.Problem;
import io.javalin.http.Context;
import java.util.List;
import java.util.Optional;

/** Where pictures were taken. */
final class MapRoutes {
    private static final int MOST_PLACES = 60;
    private static final int MOST_PICTURES = 600;
    private static final int NEAREST_ZOOM = 16;

    private final Snapshots snapshots;

    MapRoutes(Snapshots snapshots) {
        this.snapshots = snapshots;
    }

    /**
     * What a map can show.
     *
     * @param located how many of all pictures tell where they were taken
     * @param places with most pictures, the first with the most
     */
    record Overview(int located, int pictures, List<Cluster> places) {}

    /** Pictures that lie close together are one. */
    record Clustered(List<Cluster> clusters) {}

    /** @param assets the newest first, of {@code total} at most 600 */
    record Pictures(int total, List<Long> assets) {}

    List<Endpoint> endpoints() {
        return List.of(
                Endpoint.get("/api/map", "The places with most pictures.", Overview.class, this::overview),
                Endpoint.get(
                                "/api/map/clusters",
                                "Pictures in an area (\"west,south,east,north\" in degrees), put together where they"
                                        + " would cover each other at a zoom from 0, the world in 256 pixels, to 16.",
                                Clustered.class,
                                this::clusters)
                        .withQuery("area", "zoom"),
                Endpoint.get(
                                "/api/map/pictures",
                                "Pictures in an area (\"west,south,east,north\" in degrees).",
                                Pictures.class,
                                this::pictures)
                        .withQuery("area"));
    }

    private Overview overview(Context context) {
        Snapshot snapshot = snapshots.latest();
        return new Overview(
                snapshot.spots().size(), snapshot.assets(), Clusters.byPlace(snapshot.spots(), MOST_PLACES));
    }

    private Clustered clusters(Context context) {
        String zoom = Optional.ofNullable(context.queryParam("zoom")).orElse("");
        if (!zoom.matches("[0-9]{1,2}") || Integer.parseInt(zoom) > NEAREST_ZOOM) {
            throw Problem.invalid("Expected a zoom from 0 to %d, found \"%s\".".formatted(NEAREST_ZOOM, zoom));
        }
        return new Clustered(Clusters.of(snapshots.latest().spots(), area(context), Integer.parseInt(zoom)));
    }

    private Pictures pictures(Context context) {
        Area area = area(context);
        List<Long> assets = snapshots.latest().spots().stream()
                .filter(area::holds)
                .map(Spot::assetId)
                .toList();
        return new Pictures(assets.size(), assets.stream().limit(MOST_PICTURES).toList());
    }

    private static Area area(Context context) {
        String text = Optional.ofNullable(context.queryParam("area")).orElse("");
        if (!text.matches("-?[0-9]{1,4}(\\.[0-9]{1,20})?(,-?[0-9]{1,4}(\\.[0-9]{1,20})?){3}")) {
            throw Problem.invalid(
                    "Expected an area as west,south,east,north in degrees, like 12.2,45.4,12.4,45.5; found \"%s\"."
                            .formatted(text));
        }
        String[] sides = text.split(",");
        return new Area(
                Double.parseDouble(sides[0]),
                Double.parseDouble(sides[1]),
                Double.parseDouble(sides[2]),
                Double.parseDouble(sides[3]));
    }
}
