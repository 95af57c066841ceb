package app.keepsake.cli;

import static app.keepsake.cli.WebApp.button;
import static app.keepsake.cli.WebApp.until;
import static org.assertj.core.api.Assertions.assertThat;

import app.keepsake.catalog.Catalog;
import app.keepsake.catalog.Choice;
import app.keepsake.catalog.Subject;
import app.keepsake.testbed.Needs;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.MouseButton;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One picture seen large: what is told of it, what moves, and what can be said of it, in a real browser. */
@Tag("slow")
final class ViewerPageTest {
    private static final int CLIP = 0;
    private static final int LIVE = 1;
    private static final int MOTION = 2;
    private static final int ANNA = 3;
    private static final int APRIL = 4;

    @TempDir
    static Path library;

    private static MovingDay day;
    private static WebApp app;
    private Page page;

    @BeforeAll
    static void start() throws IOException {
        Needs.tool(WebApp.hasBrowser(), "no Chromium is installed");
        day = new MovingDay(library);
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
        try (Catalog catalog = catalog()) {
            day.tell(catalog);
        }
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

    private Locator tile(int at) {
        return page.locator(".picture[data-asset='%d']".formatted(day.pictures.get(at)));
    }

    private void view(int at) {
        tile(at).click();
        untilSeen(at);
    }

    private void untilSeen(int at) {
        page.waitForURL("**/photo/" + day.pictures.get(at));
        page.waitForSelector("dialog[open] footer .button");
    }

    private Locator dialog() {
        return page.locator("dialog.view");
    }

    @Test
    void aLivePhotoIsOnePictureOnTheTimeline() {
        assertThat(page.locator(".picture").count()).isEqualTo(5);
        assertThat(page.locator(".picture[data-asset='%d']".formatted(day.liveClip))
                        .count())
                .isZero();
    }

    @Test
    void allThatIsKnownOfAPictureIsToldWithWaysToItsPeoplePlaceAndMemories() {
        view(ANNA);
        page.keyboard().press("i");
        Locator about = dialog().getByRole(AriaRole.COMPLEMENTARY);
        about.locator("dl").waitFor();
        assertThat(about.innerText())
                .contains("May 3, 2024, 09:01", "as its camera noted it", "Lisbon, Lisboa, Portugal", "Maker Model")
                .contains("Wide 26", "f/1.8 · 1/120 s · 5.1 mm · ISO 64")
                .contains(
                        "12 MP · 4000 × 3000",
                        "3.jpg",
                        library.resolve("photos").toString())
                .contains("Anna", "Down by the river");
        about.locator("canvas.leaflet-tile-loaded").first().waitFor();
        about.getByText("Anna", new Locator.GetByTextOptions().setExact(true)).click();
        page.waitForURL("**/people/" + day.anna);
        assertThat(dialog().count()).as("the picture is closed").isZero();
        page.goBack();
        untilSeen(ANNA);
        page.keyboard().press("i");
        dialog().getByText("Down by the river").click();
        page.waitForURL("**/memory/" + MovingDay.MEMORY);
        page.goBack();
        untilSeen(ANNA);
        page.keyboard().press("i");
        dialog().getByText("Map →").click();
        page.waitForURL("**/map?at=38.72,-9.14");
        page.waitForSelector(".bubble[title^='Lisbon']");
    }

    @Test
    void theHeartShowsWhetherItIsAFavourite() {
        view(ANNA);
        Locator heart = button(page, "Favourite");
        assertThat(heart.getAttribute("aria-pressed")).isEqualTo("false");
        page.keyboard().press("f");
        until(page, "document.querySelector('.heart.button').ariaPressed === 'true'");
        dialog().locator("text=1 picture is a favourite now.").waitFor();
        assertThat(choices())
                .singleElement()
                .satisfies(choice -> assertThat(choice.stance()).isEqualTo(Choice.Stance.FAVOURITE));
        dialog().getByText("Undo").click();
        until(page, "document.querySelector('.heart.button').ariaPressed === 'false'");
        heart.click();
        until(page, "document.querySelector('.heart.button').ariaPressed === 'true'");
        page.keyboard().press("Escape");
        tile(ANNA).locator(".heart").waitFor();
    }

    @Test
    void whatIsHiddenIsShownNowhereAtOnceAndComesBackFromTheSettings() {
        view(MOTION);
        button(page, "Hide").click();
        untilSeen(ANNA);
        dialog().locator("text=It is hidden, and shown nowhere.").waitFor();
        dialog().getByText("Undo").click();
        untilSeen(MOTION);
        assertThat(choices()).isEmpty();
        button(page, "Hide").click();
        untilSeen(ANNA);
        page.keyboard().press("Escape");
        until(page, "document.activeElement.dataset.asset === '%d'".formatted(day.pictures.get(ANNA)));
        assertThat(tile(MOTION).count()).isZero();
        assertThat(page.locator(".picture").count()).isEqualTo(4);

        app.open(page, "/settings");
        page.getByText("What you hid one by one", new Page.GetByTextOptions().setExact(true))
                .click();
        page.waitForURL("**/hidden");
        page.waitForSelector("main li img");
        assertThat(page.title()).isEqualTo("Hidden – Keepsake");
        button(page, "Show again").click();
        page.waitForSelector("text=Nothing is hidden.");
        app.open(page, "/timeline");
        tile(MOTION).waitFor();
    }

    @Test
    void theOnlyPictureOfAMonthIsHiddenWithoutAComplaint() {
        view(APRIL);
        button(page, "Hide").click();
        until(page, "document.querySelector('dialog.view') === null && location.pathname === '/timeline'");
        page.locator(".notice.shown:has-text('It is hidden')").waitFor();
        assertThat(tile(APRIL).count()).isZero();
        button(page, "Undo").click();
        tile(APRIL).waitFor();
    }

    @Test
    void aPictureThatIsHiddenGoesFromThePageOnWhichItWasOpened() {
        app.open(page, "/people/" + day.anna);
        page.locator("ul.tiles button").click();
        page.waitForSelector("dialog[open] footer .button");
        button(page, "Hide").click();
        until(page, "document.querySelector('dialog.view') === null");
        assertThat(page.locator("ul.tiles li").count()).isZero();
        button(page, "Undo").click();
        page.locator("ul.tiles li").waitFor();
    }

    @Test
    void aMovementBehindAPhotoPlaysMutedByKeyButtonAndHold() {
        view(MOTION);
        page.keyboard().press("l");
        Locator playing = dialog().locator("video");
        playing.waitFor();
        assertThat(playing.evaluate("(one) => one.muted")).isEqualTo(true);
        until(page, "document.querySelector('dialog video')?.currentTime > 0.2");
        button(page, "Sound on").click();
        assertThat(playing.evaluate("(one) => one.muted")).isEqualTo(false);
        until(page, "document.querySelector('dialog video') === null");
        button(page, "Live photo").click();
        until(page, "document.querySelector('dialog video')?.currentTime > 0.1");
        assertThat(button(page, "Live photo").getAttribute("aria-pressed")).isEqualTo("true");
        until(page, "document.querySelector('dialog video') === null");
        page.mouse().move(640, 350);
        page.mouse().down();
        until(page, "document.querySelector('dialog video')?.currentTime > 0.1");
        page.mouse().up();
        until(page, "document.querySelector('dialog video') === null");
        assertThat(page.url()).endsWith("/photo/" + day.pictures.get(MOTION));
    }

    @Test
    void theClipOfALivePhotoPlaysUnlessItIsHidden() {
        view(LIVE);
        page.keyboard().press(" ");
        until(page, "document.querySelector('dialog video')?.currentTime > 0.2");
        page.keyboard().press("Escape");
        try (Catalog catalog = catalog()) {
            catalog.choices()
                    .add(
                            Choice.Stance.HIDE,
                            new Subject.OfAsset(catalog.assets()
                                    .find(day.liveClip)
                                    .orElseThrow()
                                    .hash()),
                            "");
        }
        page.reload();
        page.waitForSelector(".line img");
        view(LIVE);
        assertThat(dialog().getByText("Live photo").count()).isZero();
    }

    @Test
    void aClipPlaysWithItsSound() {
        view(CLIP);
        page.keyboard().press(" ");
        until(page, "document.querySelector('dialog video')?.currentTime > 0.2");
        assertThat(dialog().locator("video").evaluate("(one) => one.muted")).isEqualTo(false);
        assertThat(dialog().isVisible()).isTrue();
    }

    @Test
    void aMenuIsThereByRightClickAndByKeysAndGivesTheFocusBack() {
        view(ANNA);
        dialog().locator(".stage").click(new Locator.ClickOptions().setButton(MouseButton.RIGHT));
        Locator menu = page.getByRole(AriaRole.MENU);
        assertThat(menu.getByRole(AriaRole.MENUITEM).allTextContents())
                .map(String::strip)
                .containsExactly(
                        "Favourite",
                        "Make a film",
                        "Download",
                        "Set the date",
                        "Never in memories",
                        "Hide",
                        "About it");
        page.keyboard().press("Escape");
        assertThat(menu.count()).isZero();
        assertThat(dialog().count()).as("the picture stays").isEqualTo(1);
        page.keyboard().press("Shift+F10");
        menu.waitFor();
        for (int i = 0; i < 4; i++) {
            page.keyboard().press("ArrowDown");
        }
        page.keyboard().press("Enter");
        dialog().locator("text=No memory shows it any more.").waitFor();
        page.keyboard().press("ContextMenu");
        menu.getByText("In memories again").waitFor();
        menu.getByText("Set the date").click();
        Locator date = page.locator("dialog[aria-labelledby='date-of']");
        date.waitFor();
        page.keyboard().press("Escape");
        until(page, "document.querySelector(\"dialog[aria-labelledby='date-of']\") === null");
        assertThat(dialog().count()).isEqualTo(1);
        page.keyboard().press("Escape");
        until(page, "document.querySelector('dialog.view') === null");
        page.keyboard().press("Shift+F10");
        menu.waitFor();
        page.keyboard().press("Escape");
        until(page, "document.activeElement.dataset.asset === '%d'".formatted(day.pictures.get(ANNA)));
    }

    @Test
    void aPictureIsDownloadedAsItIs() {
        view(ANNA);
        page.keyboard().press("Shift+F10");
        Download download = page.waitForDownload(
                () -> page.getByRole(AriaRole.MENU).getByText("Download").click());
        assertThat(download.path())
                .hasSameBinaryContentAs(library.resolve("photos").resolve("3.jpg"));
    }

    @Test
    void whatIsEnlargedIsSharpAndMovedByKeys() {
        view(ANNA);
        page.keyboard().press("+");
        page.keyboard().press("+");
        page.locator("dialog img[src$='/original']").waitFor();
        String moved = "document.querySelector('dialog .moved').style.transform";
        String before = (String) page.evaluate(moved);
        page.keyboard().press("Shift+ArrowRight");
        until(page, moved + " !== '" + before + "'");
        assertThat(page.url()).endsWith("/photo/" + day.pictures.get(ANNA));
        dialog().locator(".stage").dblclick();
        until(page, moved + ".endsWith('scale(1)')");
    }

    @Test
    void keysAreToldEverywhereAndAlsoOverAPicture() {
        page.keyboard().press("?");
        Locator sheet = page.locator("dialog[aria-labelledby='keys-title']");
        sheet.getByText("Choose it, or not any more").waitFor();
        page.keyboard().press("Escape");
        until(page, "document.querySelector('dialog') === null");
        button(page, "Keyboard keys").click();
        sheet.waitFor();
        page.keyboard().press("Escape");
        view(ANNA);
        page.keyboard().press("?");
        sheet.waitFor();
        page.keyboard().press("Escape");
        until(page, "document.querySelectorAll('dialog').length === 1");
        assertThat(dialog().isVisible()).isTrue();
        app.open(page, "/search");
        page.getByRole(AriaRole.SEARCHBOX).fill("");
        page.getByRole(AriaRole.SEARCHBOX).press("?");
        assertThat(sheet.count()).as("who writes is told nothing").isZero();
    }

    @Test
    void thePageBehindHasNoScrollbar() {
        page.setViewportSize(800, 420);
        Locator document = page.locator("html");
        assertThat(document.evaluate("(one) => one.scrollHeight > one.clientHeight"))
                .isEqualTo(true);
        view(ANNA);
        assertThat(document.evaluate("(one) => getComputedStyle(one).overflow")).isEqualTo("hidden");
    }

    @Test
    void isUsableByAllAndFitsOnAPhone() throws IOException {
        for (ColorScheme colours : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            Page phone = app.window(WebApp.PHONE, WebApp.PHONE_HEIGHT, colours);
            app.open(phone, "/photo/" + day.pictures.get(MOTION));
            phone.waitForSelector("dialog[open] footer .button");
            phone.keyboard().press("i");
            phone.waitForSelector("aside dl canvas");
            assertThat((Integer) phone.evaluate("document.querySelector('dialog').scrollWidth"))
                    .isLessThanOrEqualTo(WebApp.PHONE);
            assertThat(app.violations(phone)).as("about it, %s", colours).isEmpty();
            phone.keyboard().press("Shift+F10");
            phone.getByRole(AriaRole.MENU).waitFor();
            assertThat(app.violations(phone)).as("menu, %s", colours).isEmpty();
            phone.keyboard().press("Escape");
            phone.keyboard().press("?");
            assertThat(app.violations(phone)).as("keys, %s", colours).isEmpty();
            phone.context().close();
        }
    }
}
