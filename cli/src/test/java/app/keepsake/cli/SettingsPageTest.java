package app.keepsake.cli;

import static org.assertj.core.api.Assertions.assertThat;

import app.keepsake.catalog.Said;
import app.keepsake.operations.OneDay;
import app.keepsake.operations.backup.Backup;
import app.keepsake.testbed.Needs;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the settings' page tells and brings back, in a real browser. */
@Tag("slow")
final class SettingsPageTest {
    @TempDir
    Path folder;

    private WebApp app;
    private Page page;

    @BeforeEach
    void start() throws IOException {
        Needs.tool(WebApp.hasBrowser(), "no Chromium is installed");
        Path library = Files.createDirectory(folder.resolve("library"));
        OneDay.write(library, 4, 4);
        Files.writeString(
                library.resolve("settings.json"),
                "{\"folders\":[\"/gone\"],\"language\":\"en\",\"background\":false,\"thumbnailMegabytes\":500,\"cores\":null}");
        app = new WebApp(library);
        page = app.window();
        app.open(page, "/settings");
    }

    @AfterEach
    void stop() {
        if (app != null) {
            app.close();
        }
    }

    private Locator sheet(String heading) {
        return page.locator("section", new Page.LocatorOptions().setHas(page.locator("h2:text-is('" + heading + "')")));
    }

    @Test
    void saysFirstWhatIsNotWellAndTheRestWhenAsked() {
        WebApp.button(page, "Look whether all is well").click();
        Locator health = sheet("Health");
        assertThat(health.locator("li").first().textContent())
                .contains("Not well:")
                .contains("/gone is not there");
        assertThat(health.getByText("The networks are there").isVisible()).isFalse();
        health.locator("summary").click();
        assertThat(health.getByText("The networks are there").isVisible()).isTrue();
    }

    @Test
    void bringsABackupBackWhoseFoldersLieElsewhereNow() throws IOException {
        Path file = folder.resolve("backup.zip");
        Map<String, Object> settings = Map.of("folders", List.of("/there/photos", "/same"));
        new Backup(Instant.now(), "0.1.0", false, Said.NOTHING, settings, List.of(), List.of()).write(file);
        page.getByLabel("A backup’s file").setInputFiles(file);
        Locator backup = sheet("Backup");
        backup.getByText("Folders lie elsewhere now").click();
        assertThat(backup.getByText("It holds: 1 setting.").isVisible()).isTrue();
        backup.getByLabel("/there/photos").fill("/here");
        WebApp.button(page, "Bring it back").click();
        Locator folders = sheet("Folders");
        folders.getByText("/here").first().waitFor();
        assertThat(folders.locator("li").allTextContents())
                .anyMatch(one -> one.startsWith("/same"))
                .noneMatch(one -> one.startsWith("/there"));
    }
}
