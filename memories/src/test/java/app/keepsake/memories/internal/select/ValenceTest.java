package app.keepsake.memories.internal.select;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import app.keepsake.memories.Libraries;
import app.keepsake.simulator.Photo;
import java.time.LocalDateTime;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

final class ValenceTest {
    private static double of(UnaryOperator<Photo> change) {
        Photo photo = Photo.of(1, LocalDateTime.of(2024, 5, 1, 12, 0)).exposure(0.6);
        return Valence.of(Libraries.of(List.of(change.apply(photo))).items());
    }

    @Test
    void smilesLightAndTagsMakeGladOrSombre() {
        assertThat(of(photo -> photo)).isCloseTo(0, within(1e-6));
        assertThat(of(photo -> photo.face(1).smiling())).isPositive();
        assertThat(of(photo -> photo.tag("beach"))).isPositive();
        assertThat(of(photo -> photo.exposure(0.9))).isPositive();
        assertThat(of(photo -> photo.exposure(0.3))).isNegative();
        assertThat(of(photo -> photo.tag("cemetery"))).isNegative();
    }

    @Test
    void whatIsSombreStaysSoDespiteGoodLight() {
        assertThat(of(photo -> photo.tag("cemetery").exposure(1))).isNegative();
    }
}
