package app.keepsake.server.internal.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import app.keepsake.server.internal.library.Clusters.Cluster;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ClustersTest {
    private static final Area WORLD = new Area(-180, -90, 180, 90);

    private static Spot spot(int id, double latitude, double longitude, double worth, String place) {
        return new Spot(id, (float) latitude, (float) longitude, (float) worth, place);
    }

    private static final List<Spot> ITALY = List.of(
            spot(1, 45.4340, 12.3388, 0.4, "Venice"),
            spot(2, 45.4371, 12.3326, 0.9, "Venice"),
            spot(3, 45.4855, 12.4167, -1, "Burano"),
            spot(4, 41.9028, 12.4964, 0.2, "Rome"));

    @Test
    void whatLiesTogetherIsOneAndItsBestStandsForIt() {
        List<Cluster> far = Clusters.of(ITALY, WORLD, 2);
        assertThat(far).hasSize(1);
        assertThat(far.getFirst().count()).isEqualTo(4);
        assertThat(far.getFirst().cover()).isEqualTo(2);
        assertThat(far.getFirst().place()).isEqualTo("Venice");
        assertThat(far.getFirst().area().north()).isEqualTo(45.4855, within(1e-4));
        assertThat(far.getFirst().area().south()).isEqualTo(41.9028, within(1e-4));
        List<Cluster> near = Clusters.of(ITALY, WORLD, 11);
        assertThat(near).extracting(Cluster::place).containsExactlyInAnyOrder("Venice", "Burano", "Rome");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 3, 5, 8, 12, 16})
    void eachPictureIsInOneAndBubblesStandApart(int zoom) {
        Random random = new Random(zoom);
        List<Spot> spots = new ArrayList<>();
        for (int i = 0; i < 2000; i++) {
            spots.add(spot(i, 48 + random.nextGaussian() / 20, 11 + random.nextGaussian() / 20, 0.5, ""));
        }
        List<Cluster> clusters = Clusters.of(spots, new Area(10.95, 47.95, 11.05, 48.05), zoom);
        Area area = new Area(10.95, 47.95, 11.05, 48.05);
        if (clusters.size() < 300) {
            assertThat(clusters.stream().mapToInt(Cluster::count).sum())
                    .isEqualTo(spots.stream().filter(area::holds).count());
        }
        assertThat(clusters).hasSizeBetween(1, 400);
    }

    @Test
    void mapsMovedOverTheDateLineShowBothSides() {
        List<Spot> fiji = List.of(spot(1, -16.9, 179.98, 0, "Taveuni"), spot(2, -16.6, -179.95, 0, "Rabi"));
        assertThat(Clusters.of(fiji, new Area(179, -18, 181, -16), 10))
                .extracting(cluster -> Math.round(cluster.longitude() * 100) / 100.0)
                .containsExactlyInAnyOrder(179.98, 180.05);
        assertThat(Clusters.of(fiji, new Area(-181, -18, -179, -16), 10))
                .extracting(cluster -> Math.round(cluster.longitude() * 100) / 100.0)
                .containsExactlyInAnyOrder(-180.02, -179.95);
        assertThat(Clusters.of(fiji, new Area(0, -18, 90, -16), 10)).isEmpty();
    }

    @Test
    void placesComeByTheirPictures() {
        assertThat(Clusters.byPlace(ITALY, 2)).extracting(Cluster::place).containsExactly("Venice", "Burano");
    }
}
