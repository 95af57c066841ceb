package app.keepsake.server.internal.library;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The characters are those that {@code shapes.test.ts} of the pages reads. */
final class ShapeTest {
    @ParameterizedTest
    @CsvSource({"3,4,@", "9,16,8", "500,500,G", "4,3,O", "6000,4000,R", "16,9,W", "1,4,#", "8,1,~"})
    void tellsTheRatio(int width, int height, char shape) {
        assertThat(Shape.of(width, height)).isEqualTo(shape);
    }

    @Test
    void whatIsNarrowerOrWiderIsNoOtherCharacter() {
        assertThat(Shape.of(1, 1_000_000)).isEqualTo('#');
        assertThat(Shape.of(1_000_000, 1)).isEqualTo('~');
    }

    @Test
    void whatHasNoSizeIsASquare() {
        assertThat(Shape.of(0, 100)).isEqualTo(Shape.of(100, 0)).isEqualTo(Shape.of(1, 1));
    }
}
