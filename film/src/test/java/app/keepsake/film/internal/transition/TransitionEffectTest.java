package app.keepsake.film.internal.transition;

import static org.assertj.core.api.Assertions.assertThat;

import app.keepsake.film.timeline.FrameBox;
import app.keepsake.film.timeline.Transition.Heading;
import app.keepsake.film.timeline.Transition.Kind;
import app.keepsake.media.RgbImage;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class TransitionEffectTest {
    private static final int WIDTH = 131;
    private static final int HEIGHT = 77;

    private static RgbImage picture(int seed) {
        RgbImage image = RgbImage.black(WIDTH, HEIGHT);
        for (int i = 0; i < image.pixels().length; i++) {
            double wave = Math.sin(0.05 * seed * (i / 3 % WIDTH)) + Math.cos(0.07 * seed * (i / 3 / WIDTH)) + i % 3;
            image.pixels()[i] = (byte) Math.round(90 + 35 * wave);
        }
        return image;
    }

    private static RgbImage between(Kind kind, double progress, Heading heading, RgbImage a, RgbImage b) {
        RgbImage out = RgbImage.black(WIDTH, HEIGHT);
        new Random(3).nextBytes(out.pixels());
        Optional<FrameBox> face = Optional.of(new FrameBox(0.4, 0.3, 0.2, 0.3));
        TransitionFrame between = new TransitionFrame(
                a, b, progress, 0.5, 15, heading, face, Optional.of(new FrameBox(0.45, 0.35, 0.2, 0.28)));
        TransitionEffect.of(kind).draw(between, out.pixels(), 0, 40);
        TransitionEffect.of(kind).draw(between, out.pixels(), 40, HEIGHT);
        return out;
    }

    private static double difference(RgbImage a, RgbImage b) {
        double sum = 0;
        for (int i = 0; i < a.pixels().length; i++) {
            sum += Math.abs((a.pixels()[i] & 0xFF) - (b.pixels()[i] & 0xFF));
        }
        return sum / a.pixels().length;
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void beginsWithTheFirstPictureAndEndsWithTheSecond(Kind kind) {
        RgbImage a = picture(2);
        RgbImage b = picture(5);
        for (Heading heading : Heading.values()) {
            assertThat(difference(between(kind, 0, heading, a, b), a))
                    .as("%s begins", heading)
                    .isLessThan(1.5);
            assertThat(difference(between(kind, 1, heading, a, b), b))
                    .as("%s ends", heading)
                    .isLessThan(1.5);
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Kind.class,
            names = {"NONE", "DIP"},
            mode = EnumSource.Mode.EXCLUDE)
    void isNeitherPictureInTheMiddle(Kind kind) {
        RgbImage a = picture(2);
        RgbImage b = picture(5);
        RgbImage middle = between(kind, 0.5, Heading.LEFT, a, b);

        assertThat(difference(middle, a)).isGreaterThan(2);
        assertThat(difference(middle, b)).isGreaterThan(2);
    }

    @ParameterizedTest
    @EnumSource(
            value = Kind.class,
            names = {"NONE", "CROSSFADE", "MATCH", "ZOOM", "WIPE", "WHIP"})
    void anEvenColourStaysEven(Kind kind) {
        RgbImage even = RgbImage.black(WIDTH, HEIGHT);
        java.util.Arrays.fill(even.pixels(), (byte) 173);

        for (double progress : new double[] {0.1, 0.35, 0.5, 0.8}) {
            assertThat(difference(between(kind, progress, Heading.RIGHT, even, even), even))
                    .isLessThan(0.01);
        }
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void whatItSaysIsNotShownIsNotShown(Kind kind) {
        RgbImage a = picture(2);
        RgbImage b = picture(5);
        RgbImage other = picture(9);
        for (double progress : new double[] {0.01, 0.3, 0.6, 0.99}) {
            RgbImage both = between(kind, progress, Heading.LEFT, a, b);
            if (!TransitionEffect.of(kind).showsFirst(progress, 0.5)) {
                assertThat(between(kind, progress, Heading.LEFT, other, b).pixels())
                        .isEqualTo(both.pixels());
            }
            if (!TransitionEffect.of(kind).showsSecond(progress, 0.5)) {
                assertThat(between(kind, progress, Heading.LEFT, a, other).pixels())
                        .isEqualTo(both.pixels());
            }
        }
    }
}
