package app.keepsake.bench;

import static org.assertj.core.api.Assertions.assertThat;

import app.keepsake.bench.EncoderBench.Point;
import app.keepsake.media.CodingQuality;
import app.keepsake.media.Sound;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

final class FilmFiguresTest {
    @Test
    void onsetsAreFoundNearCutsAlone() {
        float[] samples = new float[2 * 4 * Sound.RATE];
        for (double second : new double[] {0.5, 1.53, 3}) {
            for (int i = 0; i < Sound.RATE / 20; i++) {
                int at = (int) (second * Sound.RATE) + i;
                samples[2 * at] = (float) (0.5 * Math.sin(i * 0.7) * Math.exp(-i / 400.0));
                samples[2 * at + 1] = samples[2 * at];
            }
        }

        List<Double> after = new Onsets(new Sound(samples)).after(List.of(0.5, 1.5, 2.2, 3.05));

        assertThat(after).hasSize(3);
        assertThat(after.get(0)).isCloseTo(0, Offset.offset(6.0));
        assertThat(after.get(1)).isCloseTo(30, Offset.offset(6.0));
        assertThat(after.get(2)).isCloseTo(-50, Offset.offset(6.0));
    }

    @Test
    void bytesAtALikenessLieBetweenThoseThatWereMeasured() {
        List<Point> points = List.of(
                new Point(CodingQuality.SMALL, 1000, 0.9, 1),
                new Point(CodingQuality.STANDARD, 2000, 0.99, 1),
                new Point(CodingQuality.BEST, 8000, 0.999, 1));

        assertThat(EncoderBench.bytesAt(20, points)).isCloseTo(2000, Offset.offset(1e-6));
        assertThat(EncoderBench.bytesAt(25, points)).isCloseTo(4000, Offset.offset(1e-6));
        assertThat(EncoderBench.bytesAt(5, points)).isCloseTo(707.1, Offset.offset(0.1));
    }
}
