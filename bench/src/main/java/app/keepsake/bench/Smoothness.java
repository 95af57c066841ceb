package app.keepsake.bench;

import app.keepsake.film.FilmPlan;
import app.keepsake.film.FilmPlanner;
import app.keepsake.film.FilmRenderer;
import app.keepsake.film.FilmRequest;
import app.keepsake.film.FrameSize;
import app.keepsake.film.Length;
import app.keepsake.film.Mood;
import app.keepsake.film.timeline.CameraMove;
import app.keepsake.film.timeline.Clip;
import app.keepsake.film.timeline.FilmShot;
import app.keepsake.film.timeline.FrameBox;
import app.keepsake.film.timeline.Media;
import app.keepsake.film.timeline.Track.Placed;
import app.keepsake.media.JpegWriter;
import app.keepsake.media.RgbImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * How smoothly a corner moves: where a bright field's upper left corner lies in each frame of a slow move, against where
 * the camera's way puts it, in pixels at 1080p, RMS and largest. A constant offset, which nobody sees, does not count.
 */
final class Smoothness {
    private static final int WIDTH = 2000;
    private static final int HEIGHT = 1500;
    private static final double CORNER = 0.4;
    private static final double OPPOSITE = 0.6;
    private static final FrameSize SIZE = FrameSize.HD_1080;

    private Smoothness() {}

    /** A corner's distance from where it should be, in pixels. */
    private record Miss(double x, double y) {}

    static Map<String, Object> measure(Path folder) throws IOException, InterruptedException {
        Path photo = folder.resolve("corner.jpg");
        JpegWriter.write(picture(), photo, 1);
        FilmShot.Photo shot = FilmShot.photo(photo, WIDTH, HEIGHT);
        List<FilmShot> shots = Collections.nCopies(6, shot);
        FilmPlan plan = FilmPlanner.plan(new FilmRequest(
                "",
                "",
                shots,
                Mood.named("gentle"),
                new Length(java.time.Duration.ofSeconds(40)),
                3,
                SIZE,
                FilmMaterial.FPS));
        Placed longest = longest(plan);
        CameraMove move = ((Media.Still) ((Clip) longest.item()).media()).move();
        int from = Math.toIntExact(longest.visibleFrom().value());
        int to = Math.toIntExact(longest.visibleTo().value());
        List<Miss> ours = ours(plan, longest, move, from, to);
        List<Miss> theirs = new ArrayList<>();
        int frames = to - from;
        ZoompanFilm.frames(
                shot,
                move,
                frames,
                SIZE,
                (number, frame) -> theirs.add(error(frame, window(move, (double) number / frames))));
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("cornerFrames", ours.size());
        result.put("cornerRmsPx", Report.rounded(rms(ours)));
        result.put("cornerMostPx", Report.rounded(most(ours)));
        result.put("zoompanCornerRmsPx", Report.rounded(rms(theirs)));
        result.put("zoompanCornerMostPx", Report.rounded(most(theirs)));
        return result;
    }

    /** A straight way between the ends of a move, which is what zoompan's expressions say. */
    private static FrameBox window(CameraMove move, double t) {
        return new CameraMove(move.from(), move.to(), CameraMove.Easing.LINEAR).at(t);
    }

    private static Placed longest(FilmPlan plan) {
        return plan.timeline().track("picture").placed().stream()
                .filter(placed -> placed.item() instanceof Clip clip
                        && clip.media() instanceof Media.Still still
                        && !still.move().showsBackdrop())
                .max(java.util.Comparator.comparingLong(
                        placed -> placed.item().duration().value()))
                .orElseThrow();
    }

    private static List<Miss> ours(FilmPlan plan, Placed shot, CameraMove move, int from, int to) {
        int begin = Math.toIntExact(shot.before()
                .map(passage -> shot.start().plus(passage.outOffset()).value())
                .orElse(shot.start().value()));
        int end = Math.toIntExact(shot.after()
                .map(passage -> shot.end().minus(passage.inOffset()).value())
                .orElse(shot.end().value()));
        FilmRenderer renderer = new FilmRenderer();
        List<Miss> errors = new ArrayList<>();
        List<Integer> numbers = IntStream.range(begin, end).boxed().toList();
        renderer.frames(plan, numbers, frame -> {
            int number = begin + errors.size();
            errors.add(error(frame, move.at((number - from) / (double) (to - from - 1))));
        });
        return errors;
    }

    private static Miss error(RgbImage frame, FrameBox window) {
        double left = (CORNER - window.x()) / window.width() * SIZE.width();
        double top = (CORNER - window.y()) / window.height() * SIZE.height();
        double middleX = ((CORNER + OPPOSITE) / 2 - window.x()) / window.width() * SIZE.width();
        double middleY = ((CORNER + OPPOSITE) / 2 - window.y()) / window.height() * SIZE.height();
        return new Miss(
                edge(frame, (int) middleX, (int) middleY, 1, 0) - left,
                edge(frame, (int) middleX, (int) middleY, 0, 1) - top);
    }

    /** Where the dark ends on the way to a bright point, along x or y, by the area under the brightness. */
    private static double edge(RgbImage frame, int x, int y, int stepX, int stepY) {
        int end = stepX == 1 ? x : y;
        double low = level(frame, stepX == 1 ? 0 : x, stepY == 1 ? 0 : y);
        double high = level(frame, x, y);
        double bright = 0;
        for (int i = 0; i < end; i++) {
            bright += (level(frame, stepX == 1 ? i : x, stepY == 1 ? i : y) - low) / (high - low);
        }
        return end - bright;
    }

    private static double level(RgbImage frame, int x, int y) {
        return frame.pixels()[3 * (y * frame.width() + x) + 1] & 0xFF;
    }

    private static double rms(List<Miss> errors) {
        double sum = 0;
        for (Miss error : centred(errors)) {
            sum += error.x * error.x + error.y * error.y;
        }
        return Math.sqrt(sum / (2 * errors.size()));
    }

    private static double most(List<Miss> errors) {
        return centred(errors).stream()
                .mapToDouble(error -> Math.max(Math.abs(error.x), Math.abs(error.y)))
                .max()
                .orElse(0);
    }

    private static List<Miss> centred(List<Miss> errors) {
        double x = errors.stream().mapToDouble(Miss::x).average().orElse(0);
        double y = errors.stream().mapToDouble(Miss::y).average().orElse(0);
        return errors.stream().map(error -> new Miss(error.x - x, error.y - y)).toList();
    }

    private static RgbImage picture() {
        RgbImage image = RgbImage.black(WIDTH, HEIGHT);
        for (int y = 0; y < HEIGHT; y++) {
            boolean row = y >= CORNER * HEIGHT && y < OPPOSITE * HEIGHT;
            for (int x = 0; x < WIDTH; x++) {
                boolean bright = row && x >= CORNER * WIDTH && x < OPPOSITE * WIDTH;
                for (int c = 0; c < 3; c++) {
                    image.pixels()[3 * (y * WIDTH + x) + c] = (byte) (bright ? 190 : 60);
                }
            }
        }
        return image;
    }
}
