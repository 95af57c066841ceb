package app.keepsake.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class MainTest {
    @Test
    void aWordIsNoFile() {
        assertThat(Main.commandLine().isExpandAtFiles()).isFalse();
    }
}
