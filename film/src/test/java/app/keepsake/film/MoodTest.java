package app.keepsake.film;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class MoodTest {
    static Stream<String> names() {
        return Mood.names().stream();
    }

    @Test
    void thereAreNine() {
        assertThat(Mood.names())
                .containsExactlyInAnyOrder(
                        "dreamy", "sentimental", "gentle", "chill", "happy", "uplifting", "epic", "extreme", "club");
    }

    @ParameterizedTest
    @MethodSource("names")
    void livelyShotsAreNoLongerThanCalmOnes(String name) {
        Mood mood = Mood.named(name);

        assertThat(mood.cuts().lively()).isLessThanOrEqualTo(mood.cuts().calm());
        assertThat(mood.cuts().palette().values()).allMatch(weight -> weight > 0);
        assertThat(mood.score().arrangements())
                .allSatisfy(arrangement -> assertThat(arrangement.parts()).hasSizeGreaterThan(5));
    }

    @Test
    void anUnknownOneIsRefusedWithTheKnown() {
        assertThatThrownBy(() -> Mood.named("sad")).hasMessageContaining("sad").hasMessageContaining("sentimental");
    }
}
