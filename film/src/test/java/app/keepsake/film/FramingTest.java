package app.keepsake.film;

import static org.assertj.core.api.Assertions.assertThat;

import app.keepsake.film.timeline.CameraMove;
import app.keepsake.film.timeline.Clip;
import app.keepsake.film.timeline.FilmShot;
import app.keepsake.film.timeline.FrameBox;
import app.keepsake.film.timeline.Media;
import app.keepsake.film.timeline.Track.Placed;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Required faces, in every frame of films of many shapes. */
final class FramingTest {
    private static List<FilmShot> shots(Random random, int count) {
        List<FilmShot> shots = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            boolean tall = random.nextInt(3) > 0;
            int width = tall ? 3000 : 4000;
            int height = tall ? 4000 : 3000;
            List<FrameBox> faces = new ArrayList<>();
            for (int f = random.nextInt(4); f > 0; f--) {
                double size = 0.04 + 0.22 * random.nextDouble();
                faces.add(new FrameBox(
                        random.nextDouble() * (1 - size),
                        random.nextDouble() * (1 - size),
                        size,
                        size * width / height));
            }
            shots.add(new FilmShot.Photo(Path.of("photo" + i), width, height, faces, Optional.empty(), i / 6));
        }
        return shots;
    }

    @ParameterizedTest
    @CsvSource({"16:9,gentle,1", "16:9,extreme,2", "9:16,happy,3", "1:1,epic,4", "4:5,club,5", "9:16,dreamy,6"})
    void everyFaceIsInsideEveryFrame(String aspect, String mood, long seed) {
        FilmPlan plan = FilmPlanner.plan(new FilmRequest(
                "Faces",
                "",
                shots(new Random(seed), 40),
                Mood.named(mood),
                Length.LONG,
                seed,
                FrameSize.of(aspect, "720p"),
                30));
        int pairs = 0;
        for (Placed placed : plan.timeline().track("picture").placed()) {
            if (placed.item() instanceof Clip clip && clip.media() instanceof Media.Still still) {
                check(still, placed);
            } else if (placed.item() instanceof Clip clip && clip.media() instanceof Media.Pair pair) {
                check(pair.first(), placed);
                check(pair.second(), placed);
                pairs++;
            }
        }
        if (aspect.equals("16:9") && mood.equals("gentle")) {
            assertThat(pairs).as("pairs of tall photos in a wide film").isPositive();
        }
    }

    private static void check(Media.Still still, Placed placed) {
        CameraMove move = still.move();
        long length = placed.visibleTo().value() - placed.visibleFrom().value();
        for (long frame = 0; frame < length; frame++) {
            FrameBox window = move.at(length <= 1 ? 0 : (double) frame / (length - 1));
            for (FrameBox face : still.shot().faces()) {
                assertThat(window.contains(face.intersection(FrameBox.WHOLE)))
                        .as("%s in %s of %s at frame %d", face, window, placed, frame)
                        .isTrue();
            }
        }
    }
}
