package app.keepsake.operations.sources;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class SyncReportTest {
    @Test
    void addsUpWhatEachPartDidAndSaysWhatIsThereNow() {
        SyncReport facts = new SyncReport(9, 4, 1, 0, 7, 0, 1, false);
        SyncReport first = new SyncReport(9, 0, 0, 3, 4, 2, 1, false);
        SyncReport second = new SyncReport(8, 0, 0, 2, 1, 1, 0, true);
        assertThat(facts.and(first).and(second)).isEqualTo(new SyncReport(8, 4, 1, 5, 1, 3, 2, true));
    }
}
