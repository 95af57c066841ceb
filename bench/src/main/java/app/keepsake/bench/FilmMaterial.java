package app.keepsake.bench;

import app.keepsake.film.FilmPlan;
import app.keepsake.film.FilmPlanner;
import app.keepsake.film.FilmRequest;
import app.keepsake.film.FrameSize;
import app.keepsake.film.Length;
import app.keepsake.film.Mood;
import app.keepsake.film.timeline.FilmShot;
import app.keepsake.media.JpegWriter;
import app.keepsake.media.RgbImage;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Generated photos of 12 megapixels, with detail at all scales, and the film that is made of them. */
record FilmMaterial(List<FilmShot> shots, String size) {
    static final int FPS = 30;
    /** Short enough to be made several times. */
    static final Length RACED = new Length(Duration.ofSeconds(12));

    private static final int PHOTOS = 8;
    private static final int WIDTH = 4000;
    private static final int HEIGHT = 3000;
    private static final float QUALITY = 0.9f;
    private static final long SEED = 7;

    static FilmMaterial make(Path folder, String size) throws IOException {
        List<FilmShot> shots = new ArrayList<>();
        for (int i = 0; i < PHOTOS; i++) {
            Path file = folder.resolve("photo%02d.jpg".formatted(i));
            JpegWriter.write(photo(i), file, QUALITY);
            shots.add(FilmShot.photo(file, WIDTH, HEIGHT));
        }
        return new FilmMaterial(shots, size);
    }

    FilmPlan plan(String mood, Length length) {
        return FilmPlanner.plan(new FilmRequest(
                "Render", "bench", shots, Mood.named(mood), length, SEED, FrameSize.of("16:9", size), FPS));
    }

    /** Sums of soft noise, each finer one weaker, as in nature. */
    private static RgbImage photo(int seed) {
        Random random = new Random(seed);
        float[] light = new float[WIDTH * HEIGHT];
        for (int cell = 512; cell >= 2; cell /= 4) {
            int columns = WIDTH / cell + 2;
            float[] grid = new float[columns * (HEIGHT / cell + 2)];
            for (int i = 0; i < grid.length; i++) {
                grid[i] = random.nextFloat() - 0.5f;
            }
            float weight = (float) (1.6 * Math.pow(cell, 0.62));
            for (int y = 0; y < HEIGHT; y++) {
                for (int x = 0; x < WIDTH; x++) {
                    int g = y / cell * columns + x / cell;
                    float u = (float) (x % cell) / cell;
                    float v = (float) (y % cell) / cell;
                    float upper = grid[g] + u * (grid[g + 1] - grid[g]);
                    float lower = grid[g + columns] + u * (grid[g + columns + 1] - grid[g + columns]);
                    light[y * WIDTH + x] += weight * (upper + v * (lower - upper));
                }
            }
        }
        RgbImage image = RgbImage.black(WIDTH, HEIGHT);
        for (int i = 0; i < light.length; i++) {
            for (int c = 0; c < 3; c++) {
                image.pixels()[3 * i + c] = (byte) Math.clamp(Math.round(110 + 20 * c + light[i]), 0, 255);
            }
        }
        return image;
    }
}
