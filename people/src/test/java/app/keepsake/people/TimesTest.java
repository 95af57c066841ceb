package app.keepsake.people;

import static app.keepsake.people.Vectors.DIMENSIONS;
import static app.keepsake.people.Vectors.aged;
import static app.keepsake.people.Vectors.cosine;
import static app.keepsake.people.Vectors.mixed;
import static app.keepsake.people.Vectors.vector;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What the days of pictures tell of who is in them. */
final class TimesTest {
    private final Grouping grouping = new Grouping(DIMENSIONS, Thresholds.DEFAULT);

    private List<Set<Long>> faces() {
        return grouping.settle(() -> false).orElseThrow().stream()
                .map(group -> Set.copyOf(group.faces()))
                .toList();
    }

    /** Six pictures of each year: a child and her brother. */
    private static FaceSample of(int who, int years, int picture) {
        long number = (10L * years + picture) * 2 + who;
        OptionalLong day = OptionalLong.of(years * 365L + picture);
        return new FaceSample(number, number, day, aged(3 + 2 * who, years), 0.9, Optional.empty(), Set.of());
    }

    @Test
    void knowsAChildByTheYearsBetween() {
        for (int years = 0; years <= 10; years++) {
            for (int picture = 0; picture < 6; picture++) {
                grouping.add(of(0, years, picture));
                grouping.add(of(1, years, picture));
            }
        }

        assertThat(cosine(aged(3, 0), aged(3, 10))).as("a child and a woman").isLessThan(0.3);
        assertThat(faces()).hasSize(2).allSatisfy(faces -> {
            assertThat(faces).hasSize(66);
            assertThat(faces.stream().map(face -> face % 2).distinct()).hasSize(1);
        });
    }

    @Test
    void knowsAChildAgainWhoHasGrownSince() {
        grouping.person(40, Optional.of("Anna"));
        for (int years = 0; years <= 9; years++) {
            for (int picture = 0; picture < 6; picture++) {
                grouping.know(40, of(0, years, picture));
            }
        }
        grouping.add(of(0, 10, 0));

        assertThat(grouping.settle(() -> false).orElseThrow())
                .singleElement()
                .satisfies(group -> assertThat(group.person()).hasValue(40));
    }

    @Test
    void takesLessLikenessOnOneDay() {
        float[] one = vector(1, 0);
        float[] other = mixed(one, vector(2, 0), Thresholds.DEFAULT.merge() - Thresholds.DEFAULT.sameDay() / 2);
        for (long day = 0; day < 2; day++) {
            Grouping days = new Grouping(DIMENSIONS, Thresholds.DEFAULT);
            days.add(new FaceSample(0, 0, OptionalLong.of(0), one, 0.9, Optional.empty(), Set.of()));
            days.add(new FaceSample(1, 1, OptionalLong.of(day), other, 0.9, Optional.empty(), Set.of()));
            assertThat(days.settle(() -> false).orElseThrow()).hasSize(day == 0 ? 1 : 2);
        }
    }
}
