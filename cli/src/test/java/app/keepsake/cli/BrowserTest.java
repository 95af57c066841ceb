package app.keepsake.cli;

import static app.keepsake.cli.WebApp.button;
import static app.keepsake.cli.WebApp.choose;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.keepsake.catalog.AssetView;
import app.keepsake.catalog.Catalog;
import app.keepsake.catalog.Memory;
import app.keepsake.cli.demo.SampleLibrary;
import app.keepsake.testbed.Needs;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * What a person does in the web app, with a real service, real commands behind it and a real browser. Each test goes on
 * with what the ones before left.
 */
@Tag("slow")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
final class BrowserTest {
    private static final double PATIENCE_MS = 240_000;
    private static final List<String> PAGES = List.of(
            "/", "/timeline", "/albums", "/people", "/map", "/search", "/choices", "/kept-out", "/dates", "/settings");

    @TempDir
    static Path folder;

    private static WebApp app;
    private static long greta;

    @BeforeAll
    static void start() throws IOException {
        Needs.tool(WebApp.hasBrowser(), "no Chromium is installed");
        SampleLibrary.create(folder.resolve("photos"), done -> {});
        app = new WebApp(Files.createDirectories(folder.resolve("library")));
    }

    @AfterAll
    static void stop() {
        if (app != null) {
            app.close();
        }
    }

    @Test
    @Order(1)
    void welcomesAndFindsTheFirstMemory() {
        Page page = app.window();
        app.open(page, "/");
        page.getByLabel("Folder on this machine").fill("/nowhere/at/all");
        button(page, "Watch this folder").click();
        assertThat(page.getByRole(AriaRole.ALERT).first().textContent()).contains("/nowhere/at/all");
        page.getByLabel("Folder on this machine").fill(folder.resolve("photos").toString());
        button(page, "Watch this folder").click();
        page.getByText(folder.resolve("photos").toString()).first().waitFor();
        // The other steps are left out.
        for (int step = 0; step < 4; step++) {
            page.locator(".ways button").last().click();
        }
        page.waitForSelector("button.card.large", new Page.WaitForSelectorOptions().setTimeout(PATIENCE_MS));
        page.context().close();
    }

    @Test
    @Order(2)
    void makesTheFilmAnewWhenTheMoodChanges() {
        Page page = app.window();
        app.open(page, "/");
        page.locator("button.card.large").click();
        choose(page, "Short", "Dreamy");
        page.waitForSelector(
                "video[src$='/films/dreamy/short']", new Page.WaitForSelectorOptions().setTimeout(PATIENCE_MS));
        WebApp.until(page, "document.querySelector('video').currentTime > 0.3");
        assertThat(films())
                .as("the films asked for first were not made to the end")
                .hasSize(1);
        page.context().close();
    }

    private static List<Path> films() {
        try (Catalog catalog = catalog()) {
            return catalog.memories().films().stream().map(film -> film.path()).toList();
        }
    }

    private static String memory() {
        try (Catalog catalog = catalog()) {
            return catalog.memories().films().getFirst().memoryId();
        }
    }

    private static Catalog catalog() {
        return Catalog.open(folder.resolve("library").resolve("catalog.db"));
    }

    @Test
    @Order(3)
    void opensASharedLinkInAFreshProfile() {
        Page owner = app.window();
        app.open(owner, "/memory/" + memory());
        choose(owner, "Short", "Dreamy");
        button(owner, "A link for others").click();
        owner.locator("dialog").getByLabel("Password").fill("sesame");
        button(owner, "Make the link").click();
        String link = owner.locator("input.link").inputValue();
        owner.waitForSelector("dialog[open] [role=alert] >> text=Only this machine can open it");
        owner.context().close();

        Page guest = app.window();
        guest.navigate(link);
        guest.getByLabel("Password").fill("wrong");
        button(guest, "Show the film").click();
        assertThat(guest.locator("video").count()).isZero();
        guest.getByLabel("Password").fill("sesame");
        button(guest, "Show the film").click();
        WebApp.until(guest, "document.querySelector('video')?.readyState >= 2");
        guest.context().close();
    }

    @Test
    @Order(4)
    void asksNobodyElse() {
        Page page = app.window();
        for (String path : PAGES) {
            app.open(page, path);
        }
        page.context().close();
        assertThat(app.requests).isNotEmpty().allMatch(url -> url.startsWith(app.origin()));
        // Chromium itself asks its maker for the time and for updates.
        assertThat(app.elsewhere.asked)
                .allMatch(line -> line.matches("[A-Z]+ (http://)?[a-z0-9.-]+\\.(google|googleapis)\\.com[:/].*"));
        assertThat(app.complaints)
                .filteredOn(text -> !text.contains("status of 40"))
                .isEmpty();
        Page other = app.window();
        assertThatThrownBy(() -> other.navigate("http://elsewhere.invalid/")).isInstanceOf(PlaywrightException.class);
        other.context().close();
        assertThat(app.elsewhere.asked).as("the listener hears").anyMatch(line -> line.contains("elsewhere.invalid"));
    }

    @Test
    @Order(5)
    void fitsOnAPhone() {
        Page page = app.window(390, 844, ColorScheme.LIGHT);
        for (String path : PAGES) {
            app.open(page, path);
            assertThat((Integer) page.evaluate("document.scrollingElement.scrollWidth"))
                    .as(path)
                    .isLessThanOrEqualTo(390);
            assertThat(page.locator("nav").boundingBox().y)
                    .as("the bar is at the lower edge")
                    .isGreaterThan(700);
        }
        page.context().close();
    }

    @Test
    @Order(6)
    void isUsableByAll() throws IOException {
        for (ColorScheme colours : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            Page page = app.window(WebApp.WIDE, WebApp.WIDE_HEIGHT, colours);
            for (String path : PAGES) {
                app.open(page, path);
                assertThat(app.violations(page)).as(path + " " + colours).isEmpty();
            }
            page.context().close();
        }
    }

    @Test
    @Order(7)
    void speaksGerman() {
        Page page = app.window();
        app.open(page, "/settings");
        page.getByLabel("Language").selectOption("de");
        WebApp.until(page, "document.querySelector('h1').textContent === 'Einstellungen'");
        assertThat(page.locator("html").getAttribute("lang")).isEqualTo("de");
        page.getByLabel("Sprache").selectOption("");
        page.context().close();
    }

    @Test
    @Order(8)
    void playsTheFilmThatIsThereUntilAnotherBegins() {
        Page page = app.window();
        app.open(page, "/memory/" + memory());
        choose(page, "Short", "Dreamy");
        page.waitForSelector("video[src$='/films/dreamy/short']");
        WebApp.until(page, "document.querySelector('video').currentTime > 0.1");
        choose(page, "Short", "Epic");
        page.waitForSelector(".making >> text=Epic");
        assertThat(page.locator("video").getAttribute("src")).endsWith("/films/dreamy/short");
        page.waitForSelector(
                "video:not([src$='/films/dreamy/short'])", new Page.WaitForSelectorOptions().setTimeout(PATIENCE_MS));
        assertThat(page.locator(".making").count()).isZero();
        page.context().close();
    }

    @Test
    @Order(8)
    void turnsAndEnlargesPicturesByKeysAndByHand() {
        Page page = app.window();
        app.open(page, "/timeline");
        page.locator(".line button").first().click();
        page.waitForSelector("dialog[open] footer");
        // The space bar pressed the button that had the focus, which was the one that closes.
        page.keyboard().press("Space");
        page.keyboard().press("i");
        page.waitForSelector("dialog[open] aside >> text=.jpg");
        String first = page.locator("dialog[open]").getAttribute("aria-label");
        page.keyboard().press("ArrowRight");
        WebApp.until(page, "document.querySelector('dialog[open]').ariaLabel !== '" + first + "'");
        String moved = "document.querySelector('dialog .moved').style.transform";
        page.mouse().move(400, 300);
        page.mouse().wheel(0, -300);
        WebApp.until(page, moved + ".includes('scale(2.7')");
        String before = (String) page.evaluate(moved);
        page.mouse().down();
        page.mouse().move(450, 340);
        page.mouse().up();
        assertThat(page.evaluate(moved)).isNotEqualTo(before);
        page.keyboard().press("0");
        WebApp.until(page, moved + ".endsWith('scale(1)')");
        page.keyboard().press("Escape");
        WebApp.until(page, "document.querySelector('dialog') === null");
        page.context().close();
    }

    @Test
    @Order(8)
    void showsWhatItShowedLastWhenTheServiceIsAway() {
        Page page = app.window();
        app.open(page, "/");
        WebApp.until(page, "navigator.serviceWorker.controller !== null");
        app.open(page, "/timeline");
        app.open(page, "/");
        String memory = page.locator(".card").first().textContent();
        page.context().setOffline(true);
        app.open(page, "/");
        assertThat(page.locator(".card").first().textContent()).isEqualTo(memory);
        WebApp.until(page, "document.querySelector('.card img').naturalWidth > 0");
        page.waitForSelector("text=Keepsake does not answer.");
        app.open(page, "/timeline");
        WebApp.until(page, "document.querySelectorAll('.line img').length > 3");
        page.context().setOffline(false);
        page.getByText("Try again").click();
        WebApp.until(page, "document.querySelector('.lost') === null");
        Object kept = page.evaluate("""
            async () => (await Promise.all((await caches.keys()).map(async (name) => (await (await caches.open(name)).keys())
                .map((request) => request.url)))).flat()\
            """);
        assertThat((List<?>) kept).isNotEmpty().noneMatch(url -> url.toString().contains("/films/"));
        page.context().close();
    }

    @Test
    @Order(9)
    void splitsAPersonAndJoinsThemAgain() {
        try (Catalog catalog = catalog()) {
            greta = catalog.people().create(false).id();
            Map<Long, Long> faces = new HashMap<>();
            catalog.assets().each(view -> view.faces().forEach(face -> faces.put(face.id(), greta)));
            catalog.people().assign(faces);
        }
        Page page = app.window();
        app.open(page, "/people/" + greta);
        int pictures = page.locator("ul.tiles li").count();
        assertThat(pictures).as("the samples show people").isGreaterThan(2);
        button(page, "Some of these are somebody else").click();
        page.locator("ul.tiles button").first().click();
        button(page, "They are another person").click();
        WebApp.until(page, "document.querySelectorAll('ul.tiles li').length === " + (pictures - 1));
        try (Catalog catalog = catalog()) {
            assertThat(catalog.people().all()).as("Greta and somebody else").hasSizeGreaterThan(1);
        }
        joinWithTheFirst(page);
        WebApp.until(page, "document.querySelectorAll('ul.tiles li').length === " + pictures);
        button(page, "Undo").click();
        WebApp.until(page, "document.querySelectorAll('ul.tiles li').length === " + (pictures - 1));
        joinWithTheFirst(page);
        WebApp.until(page, "document.querySelectorAll('ul.tiles li').length === " + pictures);
        page.context().close();
    }

    private static void joinWithTheFirst(Page page) {
        page.getByText("This is the same person as").click();
        page.locator("details .face").first().click();
        button(page, "Join the chosen").click();
        button(page, "Yes, the same").click();
    }

    @Test
    @Order(10)
    void hidesAPersonAndTheMemoryGoes() {
        String name = "Greta";
        List<Long> shown;
        String title;
        try (Catalog catalog = catalog()) {
            Memory memory = catalog.memories().all().getFirst();
            title = memory.id();
            shown = memory.shots().stream()
                    .map(shot -> shot.assetId())
                    .filter(asset -> catalog.assets()
                            .view(asset)
                            .map(AssetView::faces)
                            .filter(list -> !list.isEmpty())
                            .isPresent())
                    .toList();
        }
        assertThat(shown).as("the sample memory shows people").isNotEmpty();
        Page page = app.window();
        app.open(page, "/people");
        page.waitForSelector("main li a");
        page.locator("main li a").first().click();
        page.getByLabel("Name").fill(name);
        button(page, "Save").click();
        WebApp.until(page, "document.querySelector('h1').textContent === 'Greta'");
        button(page, "Never show").click();
        page.waitForSelector("text=Greta will not be shown any more.");
        try (Catalog catalog = catalog()) {
            assertThat(catalog.people().find(greta).orElseThrow().hidden()).isTrue();
            assertThat(catalog.memories().all())
                    .noneMatch(memory -> memory.shots().stream().anyMatch(shot -> shown.contains(shot.assetId())));
            assertThat(catalog.memories().films())
                    .filteredOn(film -> film.memoryId().equals(title))
                    .allMatch(film -> film.withdrawnBecause().isPresent());
        }
        page.context().close();
    }

    @Test
    @Order(10)
    void showsWherePicturesWereTaken() {
        Page page = app.window();
        app.open(page, "/map");
        page.waitForSelector(".bubble img");
        WebApp.until(page, "document.querySelectorAll('canvas.leaflet-tile-loaded').length > 3");
        String all = pictures(page);
        page.locator(".places button:has-text('Burano')").click();
        WebApp.until(page, "document.querySelector('section .soft')?.textContent !== '" + all + "'");
        assertThat(pictures(page)).matches("\\d+ photos and clips");
        page.waitForSelector(".bubble[title^='Burano, ']");
        // A place may lie in more than one bubble; how many pictures depends on who was hidden before.
        Locator bubble = page.locator(".bubble[title^='Burano, ']").first();
        String seen = bubble.getAttribute("title").substring("Burano, ".length());
        bubble.focus();
        page.keyboard().press("Enter");
        WebApp.until(page, "document.querySelector('section .soft')?.textContent === '" + seen + "'");
        page.locator("section .tile").first().click();
        page.waitForSelector("dialog[open] footer >> text=Burano");
        page.context().close();
    }

    private static String pictures(Page page) {
        return page.locator("section .soft").first().textContent();
    }
}
