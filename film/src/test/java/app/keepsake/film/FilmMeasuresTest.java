package app.keepsake.film;

import static org.assertj.core.api.Assertions.assertThat;

import app.keepsake.film.timeline.FilmShot;
import app.keepsake.film.timeline.FrameBox;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Films of photos of many shapes, with faces large and small. */
final class FilmMeasuresTest {
    private static List<FilmShot> shots(long seed) {
        Random random = new Random(seed);
        int[][] shapes = {
            {4000, 3000}, {3000, 4000}, {6000, 4000}, {2250, 4000}, {3000, 3000}, {1200, 800}, {8000, 2400}
        };
        List<FilmShot> shots = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            int[] shape = shapes[random.nextInt(shapes.length)];
            List<FrameBox> faces = new ArrayList<>();
            for (int f = random.nextInt(3); f > 0; f--) {
                double height = 0.06 + 0.2 * random.nextDouble();
                double width = 0.8 * height * shape[1] / shape[0];
                faces.add(new FrameBox(
                        0.25 + (0.5 - width) * random.nextDouble(), 0.15 + 0.3 * random.nextDouble(), width, height));
            }
            shots.add(new FilmShot.Photo(Path.of("photo" + i), shape[0], shape[1], faces, Optional.empty(), i / 8));
        }
        return shots;
    }

    @ParameterizedTest
    @CsvSource({"16:9,gentle", "9:16,happy", "1:1,extreme", "4:5,dreamy"})
    void photosFillTheFrameAndMove(String aspect, String mood) {
        int singles = 0;
        int islands = 0;
        int all = 0;
        int moving = 0;
        for (long seed = 1; seed <= 5; seed++) {
            FilmMeasures measures = FilmMeasures.of(FilmPlanner.plan(new FilmRequest(
                    "Title",
                    "",
                    shots(seed),
                    Mood.named(mood),
                    Length.MEDIUM,
                    seed,
                    FrameSize.of(aspect, "720p"),
                    30)));
            singles += measures.singles();
            islands += measures.islands();
            all += measures.shots();
            moving += measures.moving();
        }

        assertThat((double) islands / singles).isLessThanOrEqualTo(0.15);
        assertThat((double) moving / all).isGreaterThanOrEqualTo(0.9);
    }
}
