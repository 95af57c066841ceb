package app.keepsake.operations.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class PublicAddressTest {
    @ParameterizedTest
    @CsvSource({
        "https://films.example.org, https://films.example.org, films.example.org",
        "' HTTPS://Films.Example.Org/ ', https://films.example.org, films.example.org",
        "http://nas:8484, http://nas:8484, nas",
        "http://192.168.1.7:8484/, http://192.168.1.7:8484, 192.168.1.7",
        "http://[fd00::7]:8484, http://[fd00::7]:8484, [fd00::7]"
    })
    void isKeptAsBrowsersCallIt(String typed, String kept, String host) {
        assertThat(PublicAddress.parse(typed)).isEqualTo(kept);
        assertThat(PublicAddress.host(kept)).isEqualTo(host);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "films.example.org",
                "ftp://films.example.org",
                "javascript:alert(1)",
                "https://",
                "https://films.example.org/keepsake",
                "https://anna:secret@films.example.org",
                "https://films.example.org?x",
                "https://films.example.org#x",
                "https://films.example.org:0",
                "https://films.example.org:99999",
                "https://films example.org",
                "https://films.example.org\"><script>"
            })
    void isRefusedInWordsOtherwise(String typed) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PublicAddress.parse(typed))
                .withMessageContaining("https://films.example.org or http://");
    }

    @Test
    void isNoLongerThanAnAddress() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PublicAddress.parse("https://" + "a.".repeat(100) + "org"));
    }
}
