package app.keepsake.training.internal.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class PetTrialTest {
    private static AnimalPhoto photo(String animal, double angle) {
        return new AnimalPhoto(
                Path.of(animal + angle),
                Optional.of(animal).filter(name -> !name.isEmpty()),
                new float[] {(float) Math.cos(angle), (float) Math.sin(angle)});
    }

    @Test
    void asksFirstAboutThePetAndThenAboutWhoIsLikeIt() {
        PetTrial trial = new PetTrial(List.of(photo("Rex", 0), photo("Rex", 0.1), photo("", 0.5), photo("", 2)));
        PetTrial.Outcome outcome = trial.taught(1);
        assertThat(outcome.trials()).isEqualTo(12);
        assertThat(outcome.silent()).isZero();
        assertThat(outcome.firstPrecision()).isEqualTo(1);
        assertThat(outcome.precision()).isEqualTo(0.5);
        assertThat(outcome.recall()).isEqualTo(1);
    }

    @Test
    void aPetWithoutOtherPicturesIsLeftOut() {
        assertThat(new PetTrial(List.of(photo("Rex", 0), photo("Rex", 0.1)))
                        .taught(2)
                        .trials())
                .isZero();
    }

    @Test
    void saysWhereNothingIsAsked() {
        PetTrial.Outcome outcome = new PetTrial(List.of(photo("Rex", 0), photo("Rex", 1.5))).taught(1);
        assertThat(outcome.silent()).isEqualTo(outcome.trials());
        assertThat(outcome.recall()).isZero();
    }
}
