package app.keepsake.cli;

import static app.keepsake.cli.WebApp.until;
import static org.assertj.core.api.Assertions.assertThat;

import app.keepsake.catalog.Catalog;
import app.keepsake.catalog.Choice;
import app.keepsake.testbed.Needs;
import app.keepsake.testbed.Patience;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The four steps of the first evening, in a real browser, on a telephone. */
@Tag("slow")
final class WelcomePageTest {
    private static final String NEXT = ".ways button:last-child";

    @TempDir
    Path temporary;

    private Path library;
    private WebApp app;
    private Page page;

    @BeforeEach
    void start() throws IOException {
        Needs.tool(WebApp.hasBrowser(), "no Chromium is installed");
        library = Files.createDirectory(temporary.resolve("library"));
        Files.writeString(
                library.resolve("settings.json"),
                "{\"folders\":[],\"language\":\"\",\"background\":false,\"thumbnailMegabytes\":500,\"cores\":null}");
        app = new WebApp(library);
        page = app.window(WebApp.PHONE, WebApp.PHONE_HEIGHT, ColorScheme.DARK);
        // Colours are what they are at once.
        page.emulateMedia(new Page.EmulateMediaOptions().setReducedMotion(ReducedMotion.REDUCE));
        app.open(page, "/");
    }

    @AfterEach
    void stop() {
        if (app != null) {
            app.close();
        }
    }

    private void isWellMade() throws IOException {
        assertThat(app.violations(page)).isEmpty();
        assertThat(page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
                .as(page.locator("h1").textContent())
                .isEqualTo(true);
    }

    @Test
    void eachIsSkippedAndGoneBackToInAnyLanguage() throws IOException {
        for (String heading : new String[] {"Films of the", "Who are you?", "What should never", "Which language"}) {
            page.waitForSelector("h1:has-text('" + heading + "')");
            isWellMade();
            if (!heading.startsWith("Which")) {
                page.locator(NEXT).click();
            }
        }
        page.selectOption("select", "de");
        page.waitForSelector("h1:has-text('Welche Sprache sprichst du?')");
        for (int step = 4; step > 1; step--) {
            isWellMade();
            page.locator(".ways button:first-child").click();
        }
        page.waitForSelector("h2:has-text('Wo liegen deine Fotos?')");
        isWellMade();
        page.locator("ol button").last().click();
        page.waitForSelector("h1:has-text('Welche Sprache')");
        page.reload();
        page.waitForSelector("h1:has-text('Welche Sprache')");
        page.locator(NEXT).click();
        page.waitForSelector("text=Keepsake weiß noch nicht, wo deine Fotos sind.");
        isWellMade();
        page.locator("button.main").click();
        page.waitForSelector("h2:has-text('Wo liegen deine Fotos?')");
        assertThat(app.complaints).isEmpty();
    }

    @Test
    void whatIsSaidIsKeptAndTakenBack() throws Exception {
        page.locator("ol button").nth(2).click();
        page.locator("input[type=checkbox]").check();
        page.locator("input[type=date]").first().fill("2019-05-01");
        page.locator("fieldset button").click();
        page.waitForSelector("li:has-text('2019-05-01')");
        try (Catalog catalog = Catalog.open(library.resolve("catalog.db"))) {
            assertThat(catalog.choices().all())
                    .extracting(Choice::stance)
                    .containsExactly(Choice.Stance.NEVER, Choice.Stance.NEVER);
            page.locator("main ul li button").click();
            page.locator("input[type=checkbox]").uncheck();
            until(
                    page,
                    "!document.querySelector('main ul') && !document.querySelector('input[type=checkbox]').checked");
            Patience.until("all is taken back", () -> catalog.choices().all().isEmpty());
        }
    }

    @Test
    void aFolderIsNamedAndPhotosOfItAreExpected() throws IOException {
        Path photos = Files.createDirectory(temporary.resolve("photos"));
        page.locator("form input").first().fill("/nowhere/at/all");
        page.locator("form button.main").click();
        page.waitForSelector("[role=alert]:not(:empty)");
        page.locator("form input").first().fill(photos.toString());
        page.locator("form button.main").click();
        page.waitForSelector("li:has-text('" + photos + "')");
        page.waitForSelector("text=Keepsake does nothing by itself");
        for (int step = 1; step <= 4; step++) {
            page.locator(NEXT).click();
        }
        page.waitForSelector("h1:has-text('Not all of your photos')");
        isWellMade();
        app.open(page, "/timeline");
        page.waitForSelector("text=Not all of your photos");
        page.getByText("Switch it on").click();
        page.waitForSelector("text=Nothing here yet.");
    }
}
