package app.keepsake.cli;

import static app.keepsake.cli.WebApp.button;
import static org.assertj.core.api.Assertions.assertThat;

import app.keepsake.catalog.Catalog;
import app.keepsake.catalog.Request;
import app.keepsake.operations.OneDay;
import app.keepsake.testbed.Needs;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.MouseButton;
import com.microsoft.playwright.options.ReducedMotion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a person looks for, finds and keeps in the web app, in a real browser. */
@Tag("slow")
final class SearchPageTest {
    private static final int PICTURES = 6;
    /** Of all pictures. */
    private static final String YEAR = "2024";

    @TempDir
    Path folder;

    private Path library;
    private WebApp app;
    private Page page;

    @BeforeEach
    void start() throws IOException {
        Needs.tool(WebApp.hasBrowser(), "no Chromium is installed");
        library = Files.createDirectory(folder.resolve("library"));
        OneDay.write(library, PICTURES, PICTURES);
        Files.writeString(
                library.resolve("settings.json"),
                "{\"folders\":[],\"language\":\"en\",\"background\":false,\"thumbnailMegabytes\":500,\"cores\":null}");
        app = new WebApp(library);
        page = app.window();
        app.open(page, "/search");
    }

    @AfterEach
    void stop() {
        if (app != null) {
            app.close();
        }
    }

    private Catalog catalog() {
        return Catalog.open(library.resolve("catalog.db"));
    }

    private Locator box() {
        return page.getByRole(AriaRole.SEARCHBOX);
    }

    private void waitFor(int pictures) {
        WebApp.until(page, "document.querySelectorAll('ul.tiles li').length === " + pictures);
    }

    private Locator menu() {
        return page.getByRole(AriaRole.MENU);
    }

    private boolean isFocused(int tile) {
        return Boolean.TRUE.equals(page.locator(".tile").nth(tile).evaluate("one => one === document.activeElement"));
    }

    @Test
    void picturesHaveTheMenuThatTheTimelineHas() {
        app.open(page, "/search?q=" + YEAR);
        waitFor(PICTURES);
        Locator first = page.locator(".tile").first();
        first.click(new Locator.ClickOptions().setButton(MouseButton.RIGHT));
        menu().waitFor();
        assertThat(menu().getByRole(AriaRole.MENUITEM).allInnerTexts()).contains("Favourite", "Download", "Hide");
        page.keyboard().press("Escape");
        assertThat(menu().count()).isZero();
        assertThat(isFocused(0)).isTrue();
        page.keyboard().press("Shift+F10");
        menu().getByRole(AriaRole.MENUITEM, new Locator.GetByRoleOptions().setName("Hide"))
                .press("Enter");
        waitFor(PICTURES - 1);
        WebApp.until(page, "document.activeElement === document.querySelector('.tile')");
    }

    @Test
    void aFingerThatRestsAsksForTheMenuAndOpensNothing() {
        app.open(page, "/search?q=" + YEAR);
        waitFor(PICTURES);
        page.evaluate("""
            async () => {
                const tile = document.querySelector('.tile');
                const { x, y } = tile.getBoundingClientRect();
                const touch = { pointerType: 'touch', clientX: x + 9, clientY: y + 9, bubbles: true };
                tile.dispatchEvent(new PointerEvent('pointerdown', touch));
                await new Promise((done) => setTimeout(done, 600));
                tile.dispatchEvent(new PointerEvent('pointerup', touch));
                tile.click();
            }\
            """);
        menu().waitFor();
        assertThat(page.locator("dialog[open]").count()).isZero();
        page.keyboard().press("Escape");
        page.locator(".tile").first().click();
        page.locator("dialog[open]").waitFor();
    }

    @Test
    void memoriesHaveTheMenuThatTheFirstPageHas() {
        page.evaluate(
                "fetch('/api/memories', { method: 'POST', headers: { 'X-Keepsake': '1' }, body: JSON.stringify({ words: '%s' }) }).then((r) => r.text())"
                        .formatted(YEAR));
        app.open(page, "/search?q=" + YEAR);
        Locator card = page.locator(".wall .card").first();
        card.click(new Locator.ClickOptions().setButton(MouseButton.RIGHT));
        button(page, "Pin").waitFor();
        page.keyboard().press("Escape");
        WebApp.until(page, "document.activeElement === document.querySelector('.wall .card')");
        page.keyboard().press("Shift+F10");
        WebApp.until(page, "document.activeElement.textContent === 'Play'");
        page.keyboard().press("Enter");
        page.waitForURL("**/memory/*");
    }

    @Test
    void typingShowsPicturesChipsAndWhatIsNotUnderstood() throws IOException {
        page.waitForSelector("button.chip >> text=" + YEAR);
        page.locator("button.chip", new Page.LocatorOptions().setHasText(YEAR))
                .first()
                .click();
        waitFor(PICTURES);
        assertThat(page.url()).endsWith("/search?q=" + YEAR);
        box().pressSequentially("xyzzy ");
        page.waitForSelector("text=Nothing here is called “xyzzy”.");
        waitFor(PICTURES);
        for (ColorScheme colours : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            page.emulateMedia(
                    new Page.EmulateMediaOptions().setColorScheme(colours).setReducedMotion(ReducedMotion.REDUCE));
            assertThat(app.violations(page)).as("%s", colours).isEmpty();
        }
        page.setViewportSize(390, 844);
        assertThat((Integer) page.evaluate("document.scrollingElement.scrollWidth"))
                .isLessThanOrEqualTo(390);
        button(page, "Leave out " + YEAR).click();
        waitFor(0);
        assertThat(box().inputValue()).isEqualTo("xyzzy");
        try (Catalog catalog = catalog()) {
            assertThat(catalog.memories().all())
                    .as("nothing is made by looking")
                    .hasSize(1);
            assertThat(catalog.memories().requests()).isEmpty();
        }
    }

    @Test
    void aSearchIsSavedFoundAgainAndForgotten() {
        box().fill(YEAR);
        waitFor(PICTURES);
        button(page, "Save this search").click();
        page.waitForSelector("text=Saved. It is answered anew each time.");
        app.open(page, "/search");
        page.locator(".saved a").click();
        waitFor(PICTURES);
        assertThat(box().inputValue()).isEqualTo(YEAR);
        app.open(page, "/search");
        button(page, "Forget “%s”".formatted(YEAR)).click();
        WebApp.until(page, "document.querySelector('.saved') === null");
        try (Catalog catalog = catalog()) {
            assertThat(catalog.memories().requests()).isEmpty();
        }
    }

    @Test
    void aMemoryIsMadeOnlyWhenAskedForAndIsDeletedAgain() {
        box().fill(YEAR + " xyzzy");
        page.waitForSelector("text=Nothing here is called “xyzzy”.");
        button(page, "Make a memory").click();
        page.waitForURL("**/memory/*");
        button(page, "Delete this memory").click();
        // At once: it is offered for seconds. What was not deleted could not be brought back.
        button(page, "Undo").click();
        page.waitForURL("**/memory/*");
        try (Catalog catalog = catalog()) {
            assertThat(catalog.memories().requests()).extracting(Request::words).containsExactly(YEAR);
        }
        button(page, "Delete this memory").click();
        page.waitForSelector("text=The memory is deleted; its pictures stay.");
        try (Catalog catalog = catalog()) {
            assertThat(catalog.memories().requests()).isEmpty();
        }
    }
}
