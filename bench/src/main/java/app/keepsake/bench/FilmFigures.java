package app.keepsake.bench;

import app.keepsake.film.FilmMeasures;
import app.keepsake.film.FilmPlan;
import app.keepsake.film.timeline.CameraMove;
import app.keepsake.film.timeline.Clip;
import app.keepsake.film.timeline.Media;
import app.keepsake.film.timeline.Track.Placed;
import app.keepsake.media.MediaException;
import app.keepsake.media.Sound;
import app.keepsake.music.PieceSummary;
import app.keepsake.music.SoundSummary;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What an editor and a sound engineer would read off a film.
 *
 * @param asked seconds that were asked for
 * @param got seconds that it lasts
 * @param read seconds for which each title and caption stands in full
 * @param onsets milliseconds by which an onset follows each cut that has one near
 */
record FilmFigures(
        String mood,
        double asked,
        double got,
        List<Shot> shots,
        FilmMeasures measures,
        List<Double> read,
        PieceSummary piece,
        SoundSummary sound,
        List<Double> onsets) {
    /**
     * A shot, or a map.
     *
     * @param start seconds from the film's beginning
     * @param pan travel, in parts of the frame a second
     * @param zoom in parts of the frame's width a second; below 0 away from the picture
     * @param cut what leads to the next
     */
    record Shot(double start, double seconds, String kind, double pan, double zoom, boolean island, String cut) {}

    static FilmFigures of(FilmPlan plan, double asked, Path film) throws MediaException {
        List<Shot> shots = new ArrayList<>();
        for (Placed placed : plan.timeline().track("picture").placed()) {
            if (placed.item() instanceof Clip clip) {
                shots.add(shot(placed, clip));
            }
        }
        Sound sound = Sound.read(film, Duration.ZERO, plan.duration());
        List<Double> cuts = shots.stream().skip(1).map(Shot::start).toList();
        return new FilmFigures(
                plan.request().mood().name(),
                asked,
                plan.duration().toMillis() / 1000.0,
                shots,
                FilmMeasures.of(plan),
                FilmMeasures.read(plan),
                PieceSummary.of(plan.request().mood().score(), plan.score()),
                SoundSummary.of(sound),
                new Onsets(sound).after(cuts));
    }

    private static Shot shot(Placed placed, Clip clip) {
        double seen = placed.visibleTo().minus(placed.visibleFrom()).seconds();
        double pan = 0;
        double zoom = 0;
        boolean island = false;
        for (CameraMove move : moves(clip.media())) {
            pan = Math.max(pan, travel(move) / seen);
            double nearer = Math.log(move.from().width() / move.to().width()) / seen;
            zoom = Math.abs(nearer) > Math.abs(zoom) ? nearer : zoom;
            island |= clip.media() instanceof Media.Still && move.showsBackdrop();
        }
        return new Shot(
                placed.start().seconds(),
                clip.duration().seconds(),
                clip.media().getClass().getSimpleName().toLowerCase(Locale.ROOT),
                pan,
                zoom,
                island,
                placed.after()
                        .map(passage -> passage.kind().name().toLowerCase(Locale.ROOT))
                        .orElse("none"));
    }

    private static double travel(CameraMove move) {
        double across = Math.abs(move.to().centreX() - move.from().centreX());
        double down = Math.abs(move.to().centreY() - move.from().centreY());
        return Math.max(
                across / Math.min(move.from().width(), move.to().width()),
                down / Math.min(move.from().height(), move.to().height()));
    }

    private static List<CameraMove> moves(Media media) {
        return switch (media) {
            case Media.Still still -> List.of(still.move());
            case Media.Footage footage -> List.of(footage.move());
            case Media.Pair pair -> List.of(pair.first().move(), pair.second().move());
            case Media.Panels panels ->
                panels.pictures().stream().map(Media.Still::move).toList();
            default -> List.of();
        };
    }

    double islands() {
        return measures.singles() == 0 ? 0 : (double) measures.islands() / measures.singles();
    }

    double moving() {
        return measures.shots() == 0 ? 1 : (double) measures.moving() / measures.shots();
    }

    /** The shortest time for which words stand in full; empty words never do not. */
    double shortestRead() {
        return read.stream().mapToDouble(seconds -> seconds).min().orElse(Double.NaN);
    }

    /** The middle distance between a cut and its onset, whichever comes first. */
    double onset() {
        double[] sorted = onsets.stream().mapToDouble(Math::abs).sorted().toArray();
        return sorted.length == 0 ? Double.NaN : sorted[sorted.length / 2];
    }

    Map<String, Object> json() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("mood", mood);
        json.put("askedSeconds", asked);
        json.put("gotSeconds", got);
        json.put("islands", Report.rounded(islands()));
        json.put("moving", Report.rounded(moving()));
        json.put("variation", Report.rounded(measures.variation()));
        json.put("wordsOverSubjects", measures.covering());
        json.put("readSeconds", rounded(read));
        json.put("key", piece.key());
        json.put("progression", piece.progression());
        json.put("arrangement", piece.arrangement());
        json.put("figure", piece.figure());
        json.put("parts", piece.parts());
        json.put("heard", piece.heard());
        json.put("lufs", Report.rounded(sound.loudness()));
        json.put("rangeLu", Report.rounded(sound.range()));
        json.put("truePeakDb", Report.rounded(sound.truePeak()));
        json.put("widthDb", Report.rounded(sound.width()));
        json.put("airDb", Report.rounded(sound.air()));
        json.put("bandsDb", rounded(sound.bands()));
        json.put("onsetsAfterCutsMs", rounded(onsets));
        json.put("shots", shots.stream().map(FilmFigures::json).toList());
        return json;
    }

    private static Map<String, Object> json(Shot shot) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("start", Report.rounded(shot.start));
        json.put("seconds", Report.rounded(shot.seconds));
        json.put("kind", shot.kind);
        json.put("panASecond", Report.rounded(shot.pan));
        json.put("zoomASecond", Report.rounded(shot.zoom));
        json.put("island", shot.island);
        json.put("cut", shot.cut);
        return json;
    }

    private static List<Double> rounded(List<Double> values) {
        return Arrays.stream(values.stream().mapToDouble(Report::rounded).toArray())
                .boxed()
                .toList();
    }
}
