package app.keepsake.memories.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import app.keepsake.simulator.Habits;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is found when half of the pictures know no place, faces are mistaken and life is not as the rules have it. */
final class UntidyTest {
    private static final double TRIPS_FOUND = 0.95;
    private static final double RIGHT_DAYS = 0.85;
    private static final double WRONG_PLACES = 0.02;

    @ParameterizedTest
    @CsvSource({"5000, 1", "5000, 2", "5000, 3", "50000, 1"})
    void tripsAreFoundAndNoneMadeUp(int count, long seed) {
        Findings findings = Findings.of(count, Habits.UNTIDY, seed);
        assertThat((double) findings.foundTrips() / findings.journeys())
                .as(findings.line())
                .isGreaterThanOrEqualTo(TRIPS_FOUND);
        assertThat((double) findings.exactTrips() / findings.journeys())
                .as(findings.line())
                .isGreaterThanOrEqualTo(RIGHT_DAYS);
        assertThat(findings.falseTrips()).as(findings.line()).isZero();
        assertThat(findings.tripsOfOrdinaryYear()).as(findings.line()).isZero();
        assertThat(findings.wrongBirthdays()).as(findings.line()).isZero();
        assertThat(findings.misplaced()).as(findings.line()).isLessThanOrEqualTo((int)
                (WRONG_PLACES * findings.placed()));
    }
}
