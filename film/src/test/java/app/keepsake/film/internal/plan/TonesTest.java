package app.keepsake.film.internal.plan;

import static org.assertj.core.api.Assertions.assertThat;

import app.keepsake.film.timeline.FilmShot;
import app.keepsake.film.timeline.Light;
import app.keepsake.film.timeline.Salience;
import app.keepsake.film.timeline.Seen;
import app.keepsake.film.timeline.Tone;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class TonesTest {
    private static FilmShot.Photo photo(Light light) {
        Seen seen = new Seen(new Salience(List.of("0f0")), light);
        return new FilmShot.Photo(Path.of("photo"), 4, 3, List.of(), Optional.empty(), 0, Optional.of(seen));
    }

    private static Tone tone(Light light, Light... others) {
        List<FilmShot> scene = new java.util.ArrayList<>(List.of(photo(light)));
        for (Light other : others) {
            scene.add(photo(other));
        }
        return Tones.of(scene).of(photo(light));
    }

    @Test
    void aDarkPhotoIsLifted() {
        assertThat(tone(new Light(0.03, 0.15, 0.5, 1, 1)).gamma()).isBetween(0.6, 0.9);
    }

    @Test
    void nightWithLightsStaysNight() {
        Light night = new Light(0, 0.06, 0.95, 1.1, 0.8);
        Light day = new Light(0.1, 0.5, 0.95, 1, 1);

        assertThat(tone(night, day, day)).isEqualTo(Tone.NONE);
    }

    @Test
    void photosOfASceneComeTowardsEachOther() {
        Light warm = new Light(0.1, 0.36, 0.95, 1.08, 0.92);
        Light cold = new Light(0.1, 0.52, 0.95, 0.96, 1.04);
        Tone ofWarm = tone(warm, cold);
        Tone ofCold = tone(cold, warm);

        assertThat(ofWarm.gamma()).isLessThan(1);
        assertThat(ofCold.gamma()).isGreaterThan(1);
        assertThat(ofWarm.red()).isLessThan(1);
        assertThat(ofCold.red()).isGreaterThan(1);
        assertThat(ofWarm.blue()).isGreaterThan(1);
    }

    @Test
    void aPhotoThatNobodyLookedAtStaysAsItIs() {
        assertThat(Tones.of(List.of()).of(FilmShot.photo(Path.of("photo"), 4, 3)))
                .isEqualTo(Tone.NONE);
    }
}
