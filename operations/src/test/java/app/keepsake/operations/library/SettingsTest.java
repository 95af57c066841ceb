package app.keepsake.operations.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class SettingsTest {
    @Test
    void whatMakesNoSenseCannotBeSet() {
        Settings usual = Settings.INITIAL;
        assertThatIllegalArgumentException()
                .isThrownBy(() -> usual.withFolders(List.of("Pictures")))
                .withMessageContaining("\"Pictures\"");
        assertThatIllegalArgumentException().isThrownBy(() -> usual.withFolders(List.of("/a\0b")));
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        new Settings(List.of(), "xx", true, 500, Optional.empty(), Optional.empty(), Optional.empty()));
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        new Settings(List.of(), "", true, 49, Optional.empty(), Optional.empty(), Optional.empty()));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Settings(
                        List.of(), "", true, 100_001, Optional.empty(), Optional.empty(), Optional.empty()));
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        new Settings(List.of(), "", true, 500, Optional.of(0), Optional.empty(), Optional.empty()));
    }

    @Test
    void oldSettingsHaveNoAddressForOthers() {
        Settings read = StoredJson.read(
                "{\"folders\":[],\"language\":\"\",\"background\":true,\"thumbnailMegabytes\":500,\"cores\":null}"
                        .getBytes(StandardCharsets.UTF_8),
                Settings.class);
        assertThat(read.publicAddress()).isEmpty();
    }

    @Test
    void titlesAreWrittenInTheLanguageThatIsSet() {
        assertThat(new Settings(List.of(), "de", true, 500, Optional.empty(), Optional.empty(), Optional.empty())
                        .locale())
                .isEqualTo(Locale.GERMAN);
        assertThat(new Settings(List.of(), "zh-Hans", true, 500, Optional.empty(), Optional.empty(), Optional.empty())
                        .locale())
                .isEqualTo(Locale.forLanguageTag("zh-Hans"));
        assertThat(Settings.INITIAL.locale()).isEqualTo(Locale.getDefault());
    }
}
