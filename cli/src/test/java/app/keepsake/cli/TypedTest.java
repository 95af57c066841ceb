package app.keepsake.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import org.junit.jupiter.api.Test;

final class TypedTest {
    @Test
    void isWhatWasTyped() throws IOException {
        assertThat(Typed.line("host", "nas")).isEqualTo("nas");
        assertThat(Typed.secret("Key", "abc".toCharArray())).isEqualTo("abc");
    }

    @Test
    void theEndOfTheInputIsToldInWords() {
        assertThatThrownBy(() -> Typed.line("host", null))
                .isInstanceOf(IOException.class)
                .hasMessage("host: expected something to be typed, found the end of the input.");
        assertThatThrownBy(() -> Typed.secret("Key", null))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith("Key: expected");
    }
}
