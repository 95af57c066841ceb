package app.keepsake.film;

import static org.assertj.core.api.Assertions.assertThat;

import app.keepsake.film.timeline.FilmShot;
import app.keepsake.film.timeline.FilmShot.ClipSound;
import app.keepsake.film.timeline.Track;
import app.keepsake.media.Inset;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Other files change what is seen, and nothing else. */
final class ShownFileTest {
    private static final Path CLIP = Path.of("clip.mp4");
    private static final Path INSIDE = Path.of("motion.jpg");

    private static FilmPlan plan(FrameSize size) {
        FilmShot clip = new FilmShot.Clip(
                CLIP,
                640,
                360,
                List.of(),
                Optional.empty(),
                0,
                Duration.ZERO,
                Duration.ofSeconds(6),
                ClipSound.AMBIENT);
        FilmShot inside = new FilmShot.Clip(
                INSIDE,
                640,
                360,
                List.of(),
                Optional.empty(),
                0,
                Duration.ZERO,
                Duration.ofSeconds(3),
                ClipSound.NONE,
                Optional.of(new Inset(700, 5000)),
                Optional.empty());
        List<FilmShot> shots = List.of(
                FilmShot.photo(Path.of("wide.jpg"), 1440, 1080),
                clip,
                inside,
                FilmShot.photo(Path.of("tall 1.jpg"), 1080, 1440),
                FilmShot.photo(Path.of("tall 2.jpg"), 1080, 1440));
        return FilmPlanner.plan(new FilmRequest("", "", shots, Mood.named("happy"), Length.MEDIUM, 1, size, 24));
    }

    private static Map<Path, ShownFile> shown(FilmPlan plan) {
        Map<Path, ShownFile> shown = new HashMap<>();
        ShownFile.of(plan).forEach(one -> shown.put(one.shot().file(), one));
        return shown;
    }

    @Test
    void tellsHowManyPixelsAFilmWants() {
        Map<Path, ShownFile> small = shown(plan(FrameSize.HD_720));
        Map<Path, ShownFile> large = shown(plan(FrameSize.UHD));
        assertThat(small).containsKeys(Path.of("wide.jpg"), CLIP).doesNotContainKey(INSIDE);
        assertThat(small.get(Path.of("wide.jpg")).wanted()).isBetween(1280, 2 * 1280);
        assertThat(small.get(Path.of("wide.jpg")).longSide()).isEqualTo(1440);
        assertThat(large.get(CLIP).wanted()).isGreaterThan(2 * small.get(CLIP).longSide());
    }

    @Test
    void replacesPicturesAlone() {
        FilmPlan plan = plan(FrameSize.HD_1080);
        Map<Path, Path> instead = new HashMap<>();
        shown(plan).keySet().forEach(file -> instead.put(file, Path.of("originals", file.toString())));
        instead.put(INSIDE, Path.of("never"));
        FilmPlan other = ShownFile.replaced(plan, instead);
        assertThat(shown(other).keySet())
                .containsExactlyInAnyOrderElementsOf(instead.values().stream()
                        .filter(file -> !file.equals(Path.of("never")))
                        .toList());
        for (Track track : plan.timeline().stack().tracks()) {
            if (track.kind() == Track.Kind.AUDIO) {
                assertThat(other.timeline().track(track.name())).isEqualTo(track);
            }
        }
        Map<Path, Path> back = new HashMap<>();
        instead.forEach((before, after) -> back.put(after, before));
        assertThat(ShownFile.replaced(other, back)).isEqualTo(plan);
        assertThat(ShownFile.replaced(plan, Map.of())).isSameAs(plan);
    }
}
