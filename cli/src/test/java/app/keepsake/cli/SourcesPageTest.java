package app.keepsake.cli;

import static org.assertj.core.api.Assertions.assertThat;

import app.keepsake.operations.OneDay;
import app.keepsake.testbed.Needs;
import app.keepsake.testbed.immich.StandInImmich;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Setting up a source of photos in a real browser. The Immich is simulated. */
@Tag("slow")
final class SourcesPageTest {
    private static final int PHONE = 390;
    private static final int PHONE_HEIGHT = 844;

    @TempDir
    Path folder;

    private Path library;
    private StandInImmich immich;
    private WebApp app;
    private Page page;

    @BeforeEach
    void start() throws IOException {
        Needs.tool(WebApp.hasBrowser(), "no Chromium is installed");
        immich = StandInImmich.start(3);
        String ignored =
                immich.add("1.jpg", LocalDateTime.of(2024, 7, 1, 12, 0)).id();
        library = Files.createDirectory(folder.resolve("library"));
        OneDay.write(library, 4, 4);
        // The command reads it here, so that the service does not at the same time.
        Files.writeString(
                library.resolve("settings.json"),
                "{\"folders\":[],\"language\":\"en\",\"background\":false,\"thumbnailMegabytes\":500,\"cores\":null}");
        app = new WebApp(library);
        page = app.window(PHONE, PHONE_HEIGHT, ColorScheme.LIGHT);
        app.open(page, "/settings");
    }

    @AfterEach
    void stop() {
        if (app != null) {
            app.close();
        }
        if (immich != null) {
            immich.close();
        }
    }

    private Locator sheet() {
        return page.locator(
                "section", new Page.LocatorOptions().setHas(page.locator("h2:text-is('Where your photos are')")));
    }

    private void add(String key) {
        sheet().getByLabel("What you call it").fill("home");
        sheet().getByLabel("Its address").fill(immich.address().toString());
        sheet().getByLabel("API key").fill(key);
        WebApp.button(page, "Test and add").click();
    }

    @Test
    void asksASourceFirstThenListsReadsAndForgetsIt() throws IOException {
        sheet().getByText("Add photos of another program").click();
        add("another");
        sheet().getByText("does not know this key").waitFor();
        assertThat(sheet().locator("li").count()).isZero();
        assertThat(app.violations(page)).isEmpty();
        add(StandInImmich.KEY);
        Locator home = sheet().locator("li");
        home.getByText("answers, with photos of Anna").waitFor();
        TestCommand read = TestCommand.run("sources", "sync", "--library", library.toString());
        assertThat(read.code()).as(read.err()).isZero();
        app.open(page, "/settings");
        home.getByText("1 photo or clip · read to its end").waitFor();
        assertThat(app.violations(page)).isEmpty();
        assertThat((Boolean) page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
                .isTrue();
        home.getByText("Remove").click();
        WebApp.button(page, "Yes, remove it").click();
        sheet().getByText("No such program is set up.").waitFor();
        assertThat(library.resolve("sources/home")).doesNotExist();
        assertThat(page.content()).doesNotContain(StandInImmich.KEY);
    }
}
