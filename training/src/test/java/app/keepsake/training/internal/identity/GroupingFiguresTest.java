package app.keepsake.training.internal.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class GroupingFiguresTest {
    private static final List<Integer> FOUND = List.of(1, 1, 2, 2, 2, 3);
    private static final List<String> TRUTH = List.of("a", "a", "a", "b", "b", "c");

    @Test
    void valuesAreThoseOfTheGroupingAndLieWithinTheirIntervals() {
        GroupingEvaluation plain = GroupingEvaluation.of(FOUND, TRUTH);
        GroupingFigures figures = GroupingFigures.of(FOUND, TRUTH);

        assertThat(figures.precision().value()).isEqualTo(plain.precision());
        assertThat(figures.recall().value()).isEqualTo(plain.recall());
        assertThat(figures.f1().value()).isEqualTo(plain.f1());
        assertThat(List.of(figures.precision(), figures.recall(), figures.f1()))
                .allSatisfy(figure -> assertThat(figure.value()).isBetween(figure.low(), figure.high()));
    }

    @Test
    void isSureOfWhatIsTheSameForEverybody() {
        List<String> people = List.of("a", "a", "b", "b", "c", "c");
        Interval f1 = GroupingFigures.of(people, people).f1();

        assertThat(f1).isEqualTo(new Interval(1, 1, 1));
    }
}
