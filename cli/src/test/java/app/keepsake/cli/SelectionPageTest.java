package app.keepsake.cli;

import static app.keepsake.cli.WebApp.button;
import static app.keepsake.cli.WebApp.until;
import static com.microsoft.playwright.options.KeyboardModifier.SHIFT;
import static org.assertj.core.api.Assertions.assertThat;

import app.keepsake.catalog.Catalog;
import app.keepsake.catalog.Choice;
import app.keepsake.operations.memories.TellMemories;
import app.keepsake.testbed.Needs;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.MouseButton;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a person does with many pictures of the timeline at once, in a real browser with a real service behind it. */
@Tag("slow")
final class SelectionPageTest {
    @TempDir
    static Path library;

    private static WebApp app;
    private Page page;

    @BeforeAll
    static void start() throws IOException {
        Needs.tool(WebApp.hasBrowser(), "no Chromium is installed");
        TwoYears.write(library);
        app = new WebApp(library);
    }

    @AfterAll
    static void stop() {
        if (app != null) {
            app.close();
        }
    }

    @BeforeEach
    void open() {
        page = app.window();
        app.open(page, "/timeline");
        page.waitForSelector(".line img");
    }

    @AfterEach
    void close() {
        page.context().close();
        try (Catalog catalog = catalog()) {
            catalog.choices()
                    .removeAll(catalog.choices().all().stream().map(Choice::id).toList());
        }
    }

    private static Catalog catalog() {
        return Catalog.open(library.resolve("catalog.db"));
    }

    private static List<Choice> choices() {
        try (Catalog catalog = catalog()) {
            return catalog.choices().all();
        }
    }

    private Locator cell(int at) {
        return page.locator(".cell").nth(at);
    }

    private void tick(int at) {
        cell(at).hover();
        cell(at).locator(".tick").click();
    }

    private void untilChosen(int count) {
        until(page, "document.querySelectorAll('.cell.chosen').length === " + count);
        assertThat(page.getByRole(AriaRole.TOOLBAR).count()).isEqualTo(count > 0 ? 1 : 0);
    }

    @Test
    void picturesAreChosenByTickRangeAndDayAndEscapeEndsIt() {
        tick(2);
        untilChosen(1);
        // While something is chosen, a click chooses.
        cell(4).locator(".picture").click();
        untilChosen(2);
        cell(7).locator(".picture").click(new Locator.ClickOptions().setModifiers(List.of(SHIFT)));
        untilChosen(5);
        cell(4).locator(".tick").click();
        untilChosen(4);
        button(page, "Choose all of December 20, 2024 · Porto").click();
        untilChosen(TwoYears.MANY);
        page.keyboard().press("Escape");
        untilChosen(0);
        cell(0).locator(".picture").focus();
        page.keyboard().press("x");
        page.keyboard().press("ArrowRight");
        page.keyboard().press("x");
        untilChosen(2);
        button(page, "End choosing").click();
        untilChosen(0);
    }

    @Test
    void favouritesAreMadeMarkedAndUndone() {
        tick(0);
        tick(1);
        button(page, "Favourite").click();
        page.waitForSelector("text=2 pictures are favourites now.");
        until(page, "document.querySelectorAll('.cell .heart').length === 2");
        untilChosen(0);
        assertThat(choices()).hasSize(2).allMatch(choice -> choice.stance() == Choice.Stance.FAVOURITE);
        button(page, "Undo").click();
        until(page, "document.querySelectorAll('.cell .heart').length === 0");
        assertThat(choices()).isEmpty();
    }

    @Test
    void aMenuDoesTheSameWithOnePicture() {
        cell(3).locator(".picture").click(new Locator.ClickOptions().setButton(MouseButton.RIGHT));
        Locator menu = page.getByRole(AriaRole.MENU);
        assertThat(menu.getByRole(AriaRole.MENUITEM).allTextContents())
                .map(String::strip)
                .contains("Favourite", "Download", "Set the date", "Never in memories", "Hide");
        page.keyboard().press("End");
        page.keyboard().press("ArrowUp");
        page.keyboard().press("Enter");
        page.waitForSelector("text=No memory shows it any more.");
        assertThat(menu.count()).isZero();
        assertThat(choices())
                .singleElement()
                .satisfies(choice -> assertThat(choice.stance()).isEqualTo(Choice.Stance.NEVER));
        button(page, "Undo").click();
        page.waitForTimeout(300);
        until(page, "document.querySelector('.notice.shown') === null");
        assertThat(choices()).isEmpty();
    }

    @Test
    void whatIsHiddenIsGoneAtOnceAndUndone() {
        String first = cell(0).locator(".picture").getAttribute("data-asset");
        tick(0);
        tick(1);
        button(page, "Hide").click();
        page.waitForSelector("text=These 2 are hidden, and shown nowhere.");
        page.locator(".picture[data-asset='%s']".formatted(first))
                .waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
        untilChosen(0);
        assertThat(choices()).hasSize(2).allMatch(choice -> choice.stance() == Choice.Stance.HIDE);
        button(page, "Undo").click();
        page.locator(".picture[data-asset='%s']".formatted(first)).waitFor();
        assertThat(choices()).isEmpty();
    }

    @Test
    void aDateIsSaidAndTakenBack() {
        tick(0);
        button(page, "Set the date").click();
        Locator dialog = page.locator("dialog[open]");
        dialog.locator("select").first().selectOption("day");
        dialog.locator("input[type=date]").fill("2024-12-24");
        dialog.getByText("Set for 1 picture").click();
        page.waitForSelector("h2:text-is('December 24, 2024 · Porto')");
        button(page, "Undo").click();
        until(page, "![...document.querySelectorAll('h2')].some((one) => one.textContent.includes('December 24'))");
    }

    @Test
    void chosenPicturesAreFetchedInOneArchive() throws IOException {
        tick(0);
        tick(1);
        Download download = page.waitForDownload(() -> button(page, "Download").click());
        assertThat(download.suggestedFilename()).isEqualTo("keepsake.zip");
        try (ZipFile zip = new ZipFile(download.path().toFile())) {
            assertThat(zip.stream().map(entry -> entry.getName()))
                    .containsExactly(TwoYears.ALL - 1 + ".jpg", TwoYears.ALL - 2 + ".jpg");
        }
    }

    @Test
    void aFilmIsMadeOfWhatWasChosenAndItsMemoryCanBeDeleted() {
        tick(0);
        cell(TwoYears.MANY - 1).locator(".picture").click(new Locator.ClickOptions().setModifiers(List.of(SHIFT)));
        untilChosen(TwoYears.MANY);
        button(page, "Make a film").click();
        page.waitForURL("**/memory/*", new Page.WaitForURLOptions().setTimeout(240_000));
        until(page, "document.querySelector('h1')?.textContent === 'Porto'");
        try (Catalog catalog = catalog()) {
            assertThat(catalog.memories().requests())
                    .singleElement()
                    .satisfies(request -> assertThat(request.isSelection()).isTrue());
            assertThat(new TellMemories(catalog, Locale.UK).on(LocalDate.of(2026, 12, 1)))
                    .isNotNull();
            assertThat(catalog.memories().all())
                    .as("told anew by its request")
                    .anyMatch(memory -> memory.kind().equals("selection"));
        }
        button(page, "Delete this memory").click();
        page.waitForSelector("text=The memory is deleted; its pictures stay.");
        try (Catalog catalog = catalog()) {
            assertThat(catalog.memories().requests()).isEmpty();
        }
    }

    @Test
    void aFingerThatRestsChoosesAndSweeps() {
        Object ignored = page.evaluate("""
            () => {
                const touch = (type, at) => {
                    const cell = document.querySelectorAll('.cell')[at];
                    const { left, top } = cell.getBoundingClientRect();
                    cell.dispatchEvent(new PointerEvent(type, {
                        bubbles: true, pointerType: 'touch', clientX: left + 30, clientY: top + 30 }));
                };
                window.touch = touch;
                touch('pointerdown', 1);
            }""");
        untilChosen(1);
        page.evaluate("touch('pointermove', 6)", Map.of());
        untilChosen(6);
        page.evaluate("touch('pointermove', 3)", Map.of());
        untilChosen(3);
        page.evaluate("touch('pointerup', 3)", Map.of());
        untilChosen(3);
    }

    @Test
    void isUsableByAllAndFitsOnAPhone() throws IOException {
        for (ColorScheme colours : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            Page phone = app.window(390, 844, colours);
            app.open(phone, "/timeline");
            phone.waitForSelector(".line img");
            phone.locator(".picture").first().focus();
            phone.keyboard().press("x");
            phone.waitForSelector("[role=toolbar]");
            assertThat((Integer) phone.evaluate("document.scrollingElement.scrollWidth"))
                    .isLessThanOrEqualTo(390);
            assertThat(phone.getByRole(AriaRole.TOOLBAR).boundingBox().width).isLessThanOrEqualTo(390);
            assertThat(app.violations(phone)).as("%s", colours).isEmpty();
            phone.context().close();
        }
    }
}
