package app.keepsake.media.internal.structure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.EOFException;
import java.io.IOException;
import org.junit.jupiter.api.Test;

final class WindowTest {
    private final Window window = Window.of(new byte[] {1, 2, 3, 4, 5, 6, 7, 8, 9});

    @Test
    void readsUpToTheLastByte() throws IOException {
        assertThat(window.u8(8)).isEqualTo(9);
        assertThat(window.u16(7)).isEqualTo(0x0809);
        assertThat(window.u64(1)).isEqualTo(0x0203_0405_0607_0809L);
        assertThat(window.bytes(0, 9)).hasSize(9);
        assertThat(window.holds(7, new byte[] {8, 9})).isTrue();
    }

    /** Offsets that files tell may be so large that a length more is less than nothing. */
    @Test
    void endsWhereItEndsWhateverAFileSays() throws IOException {
        for (long at : new long[] {-1, 8, 9, Long.MAX_VALUE - 1, Long.MAX_VALUE}) {
            assertThatThrownBy(() -> window.u16(at)).as("at %d", at).isInstanceOf(EOFException.class);
            assertThatThrownBy(() -> window.u64(at)).as("at %d", at).isInstanceOf(EOFException.class);
            assertThatThrownBy(() -> window.bytes(at, 2)).as("at %d", at).isInstanceOf(EOFException.class);
        }
        assertThatThrownBy(() -> window.bytes(3, -1)).isInstanceOf(EOFException.class);
        assertThat(window.holds(Long.MAX_VALUE, new byte[] {8, 9})).isFalse();
    }
}
