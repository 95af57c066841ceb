package app.keepsake.testbed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.opentest4j.TestAbortedException;

final class NeedsTest {
    @Test
    void aMissingProgramSkipsOrFails() {
        assertThatThrownBy(() -> Needs.missing("it is not here", null))
                .isInstanceOf(TestAbortedException.class)
                .hasMessageContaining("it is not here");
        assertThatThrownBy(() -> Needs.missing("it is not here", "0")).isInstanceOf(TestAbortedException.class);
        assertThatThrownBy(() -> Needs.missing("it is not here", "1"))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("it is not here");
    }

    @Test
    void missingDataAlwaysSkip() {
        assertThatThrownBy(() -> Needs.data(false, "no photos")).isInstanceOf(TestAbortedException.class);
    }

    @Test
    void findsProgramsOnThePath() {
        assertThat(Needs.program("sh")).isExecutable();
    }
}
