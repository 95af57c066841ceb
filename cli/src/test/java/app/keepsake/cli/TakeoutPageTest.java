package app.keepsake.cli;

import static org.assertj.core.api.Assertions.assertThat;

import app.keepsake.catalog.Catalog;
import app.keepsake.testbed.Needs;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Bringing in an export of Google Photos by the settings, in a real browser, on a telephone. */
@Tag("slow")
final class TakeoutPageTest {
    @TempDir
    Path temporary;

    private Path library;
    private Path exports;
    private WebApp app;
    private Page page;

    @BeforeEach
    void start() throws IOException {
        Needs.tool(WebApp.hasBrowser(), "no Chromium is installed");
        Path folder = temporary.toRealPath();
        exports = Files.createDirectory(folder.resolve("exports"));
        library = Files.createDirectory(folder.resolve("library"));
        Files.writeString(
                library.resolve("settings.json"),
                "{\"folders\":[],\"language\":\"en\",\"background\":false,\"thumbnailMegabytes\":500,\"cores\":null}");
        app = new WebApp(library);
        page = app.window(WebApp.PHONE, WebApp.PHONE_HEIGHT, ColorScheme.DARK);
        page.addInitScript("localStorage.setItem('keepsake-takeout-folder', '%s')".formatted(exports));
    }

    @AfterEach
    void stop() {
        if (app != null) {
            app.close();
        }
    }

    private Locator sheet() {
        return page.locator("section", new Page.LocatorOptions().setHas(page.locator("h2:text-is('Google Takeout')")));
    }

    @Test
    void isChosenLookedAtAndBroughtIn() throws IOException {
        int parts = TakeoutCommandTest.export(exports).size();
        app.open(page, "/settings");
        WebApp.button(page, "Choose ZIPs").click();
        WebApp.button(page, "All of these").click();
        WebApp.button(page, "Take these").click();
        sheet().getByText("takeout-20240506T101112Z").waitFor();
        assertThat(sheet().textContent()).contains("1 photo or clip. 1 of them has its dates and places beside it.");
        assertThat(parts).isEqualTo(2);
        assertThat(app.violations(page)).isEmpty();
        assertThat((Integer) page.evaluate("document.scrollingElement.scrollWidth"))
                .isLessThanOrEqualTo(WebApp.PHONE);
        WebApp.button(page, "Bring them in").click();
        sheet().getByText("It is in: 1 photo or clip.").waitFor();
        try (Catalog catalog = Catalog.open(library.resolve("catalog.db"))) {
            assertThat(catalog.assets().count()).isEqualTo(1);
        }
        assertThat(app.complaints).isEmpty();
    }

    @Test
    void missingPartsAndOtherFilesAreTold() throws IOException {
        Files.delete(TakeoutCommandTest.export(exports).getFirst());
        app.open(page, "/settings");
        WebApp.button(page, "Choose ZIPs").click();
        page.locator("dialog[open]")
                .getByLabel("takeout-20240506T101112Z-002.zip")
                .check();
        WebApp.button(page, "Take these").click();
        sheet().getByText("Parts that are not here: 1.").waitFor();
        assertThat(WebApp.button(page, "Bring them in").count()).isZero();
    }
}
