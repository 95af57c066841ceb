package app.keepsake.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LibrarySettingsTest {
    @TempDir
    Path folder;

    private LibrarySettings written(String text) throws IOException {
        Files.writeString(folder.resolve(LibrarySettings.FILE), text);
        return LibrarySettings.of(folder);
    }

    @Test
    void eachLineMayBeMissing() throws IOException {
        assertThat(LibrarySettings.of(folder).ffmpeg()).isEmpty();
        LibrarySettings settings = written("ffmpeg = /opt/ffmpeg/bin/ffmpeg\nencoder = vaapi\n");

        assertThat(settings.ffmpeg()).contains(Path.of("/opt/ffmpeg/bin/ffmpeg"));
        assertThat(settings.encoder()).contains("vaapi");
        assertThat(settings.catalog()).isEmpty();
        assertThat(CatalogLocation.of(folder)).isEqualTo(new CatalogLocation.InFile(folder.resolve("catalog.db")));
    }

    @Test
    void programsAreNamedByTheirWholePath() {
        assertThatThrownBy(() -> written("ffmpeg = ffmpeg -vf crop"))
                .isInstanceOf(CatalogException.class)
                .hasMessageContaining("whole path");
    }

    @Test
    void wrongLinesAreNamed() {
        assertThatThrownBy(() -> written("encodr = x264"))
                .isInstanceOf(CatalogException.class)
                .hasMessageContaining("encodr");
    }
}
