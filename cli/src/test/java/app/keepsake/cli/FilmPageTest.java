package app.keepsake.cli;

import static app.keepsake.cli.WebApp.button;
import static app.keepsake.cli.WebApp.choose;
import static app.keepsake.cli.WebApp.until;
import static org.assertj.core.api.Assertions.assertThat;

import app.keepsake.catalog.Catalog;
import app.keepsake.catalog.Memory;
import app.keepsake.catalog.Shot;
import app.keepsake.cli.demo.SampleLibrary;
import app.keepsake.memories.Retelling;
import app.keepsake.operations.memories.CreateMemory;
import app.keepsake.testbed.Needs;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Mouse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * What a person does with one memory's film, in a real browser: watches it while it is made, jumps to chapters, edits
 * and sends it. Each test goes on with what the ones before left.
 */
@Tag("slow")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
final class FilmPageTest {
    /** Three days in Venice, and one in Amsterdam before. */
    private static final String TOLD = "IMG_2025(0504|091[234]).*";

    private static final Page.WaitForSelectorOptions LONG = new Page.WaitForSelectorOptions().setTimeout(240_000);

    @TempDir
    static Path folder;

    private static WebApp app;
    private static Memory memory;

    @BeforeAll
    static void start() throws IOException {
        Needs.tool(WebApp.hasBrowser(), "no Chromium is installed");
        Path photos = Files.createDirectories(folder.resolve("photos"));
        SampleLibrary.create(folder.resolve("samples"), done -> {});
        try (Stream<Path> samples = Files.list(folder.resolve("samples"))) {
            for (Path sample : samples.toList()) {
                String name = sample.getFileName().toString();
                if (name.matches(TOLD)) {
                    Files.move(sample, photos.resolve(name));
                }
            }
        }
        Path library = Files.createDirectories(folder.resolve("library"));
        assertThat(TestCommand.run("index", photos.toString(), "--library", library.toString())
                        .code())
                .isZero();
        try (Catalog catalog = catalog()) {
            memory = new CreateMemory(catalog, Locale.getDefault())
                    .ofFolder(photos, LocalDate.of(2026, 1, 1))
                    .orElseThrow();
        }
        app = new WebApp(library);
    }

    @AfterAll
    static void stop() {
        if (app != null) {
            app.close();
        }
    }

    private static Catalog catalog() {
        return Catalog.open(folder.resolve("library").resolve("catalog.db"));
    }

    private static Memory now() {
        try (Catalog catalog = catalog()) {
            return Retelling.of(catalog, Locale.getDefault()).find(memory.id()).orElseThrow();
        }
    }

    private static List<Long> assets(Memory shown) {
        return shown.shots().stream().map(Shot::assetId).toList();
    }

    private static Page open(Page page) {
        app.open(page, "/memory/" + memory.id());
        return page;
    }

    /** Whoever goes to another page ends a film in the making. */
    private static void leave(Page page) {
        page.locator("nav a[href='/settings']").click();
        page.waitForSelector("main form, main section");
        page.context().close();
    }

    @Test
    @Order(1)
    void playsWhileTheFilmIsMade() {
        Page page = open(app.window());
        page.waitForSelector("video[src^='/api/jobs/'][src$='/film']", LONG);
        until(page, "document.querySelector('video').currentTime > 0.2");
        Object state = page.evaluate("""
                fetch(document.querySelector('video').src.replace('/film', '')).then((r) => r.json()).then((job) => job.state)""");
        assertThat(state).isEqualTo("running");
        until(page, "document.querySelectorAll('.bar ol button').length > 1");
        leave(page);
    }

    @Test
    @Order(2)
    void jumpsToChapters() {
        Page page = open(app.window());
        choose(page, "Short");
        page.waitForSelector("video[src$='/short']", LONG);
        until(page, "document.querySelector('video').readyState >= 2");
        Locator marks = page.locator(".bar ol button");
        until(page, "document.querySelectorAll('.bar ol button').length > 1");
        String name = marks.last().getAttribute("aria-label");
        assertThat(name).matches("To “.*September 1[34]”, at 0:\\d\\d");
        double start = Integer.parseInt(name.substring(name.length() - 2));
        marks.last().focus();
        page.keyboard().press("Enter");
        until(page, "document.querySelector('video').currentTime >= " + start);
        button(page, "Pause").click();
        page.keyboard().press("Home");
        until(page, "document.querySelector('video').currentTime < 0.5");
        page.keyboard().press("PageDown");
        until(
                page,
                "document.querySelector('.bar ol button[aria-current]') === "
                        + "document.querySelectorAll('.bar ol button')[1]");
        assertThat(page.locator(".bar input").getAttribute("aria-valuetext")).contains(" of 0:", "September");
        leave(page);
    }

    @Test
    @Order(3)
    void editsTheFilm() {
        List<Long> before = assets(memory);
        Page page = open(app.window());
        button(page, "Edit").click();
        page.waitForSelector("form ol li");
        page.getByLabel("Title").fill("Our days in Venice");
        Locator shots = page.locator("form ol li");
        shots.nth(1).getByLabel("Take out").click();
        until(page, "document.querySelectorAll('form ol li').length === " + (before.size() - 1));
        String first = picture(shots.nth(2));
        shots.nth(2).getByLabel("Make it the first picture").click();
        untilIs(page, 0, first);
        String dragged = picture(shots.nth(3));
        drag(page, shots.nth(3), shots.nth(1));
        untilIs(page, 1, dragged);
        page.waitForSelector("section[aria-labelledby=tray] li button", LONG);
        // The first is the one that was taken out.
        page.locator("section[aria-labelledby=tray] li button").nth(1).click();
        page.locator("form.sheet").getByLabel("Mood").selectOption("epic");
        button(page, "Done").click();
        until(page, "document.querySelector('h1').textContent === 'Our days in Venice'");
        until(page, "document.querySelector('input[name=mood]:checked')?.value === 'epic'");

        Memory edited = now();
        assertThat(assets(edited)).hasSize(before.size()).doesNotContain(before.get(1));
        assertThat(edited.shots().getFirst().assetId())
                .as("the third after one was taken out")
                .isEqualTo(before.get(3));
        assertThat(edited.shots().get(1).assetId()).as("dragged").isEqualTo(before.get(4));
        assertThat(before)
                .as("what was not chosen")
                .doesNotContain(assets(edited).getLast());
        until(page, "document.querySelectorAll('ul.tiles li').length === " + before.size());
        app.open(page, "/");
        assertThat(page.locator(".card").first().textContent()).contains("Our days in Venice");
        leave(page);
    }

    private static String picture(Locator shot) {
        return shot.locator("img").getAttribute("src");
    }

    /** Waits until a place of the strip shows a picture. */
    private static void untilIs(Page page, int place, String picture) {
        until(
                page,
                "document.querySelectorAll('form ol li img')[%d].getAttribute('src') === '%s'"
                        .formatted(place, picture));
    }

    private static void drag(Page page, Locator from, Locator to) {
        from.scrollIntoViewIfNeeded();
        BoundingBox start = from.locator("img").boundingBox();
        BoundingBox end = to.locator("img").boundingBox();
        page.mouse().move(start.x + start.width / 2, start.y + start.height / 2);
        page.mouse().down();
        page.mouse().move(end.x + end.width / 2, end.y + end.height / 2, new Mouse.MoveOptions().setSteps(8));
        page.mouse().up();
    }

    @Test
    @Order(4)
    void isUsableByAllAndFitsOnAPhone() throws IOException {
        for (ColorScheme colours : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            Page page = open(app.window(390, 844, colours));
            page.waitForSelector(".bar ol button", LONG);
            assertThat(app.violations(page)).as("film " + colours).isEmpty();
            button(page, "Edit").click();
            page.waitForSelector("section[aria-labelledby=tray] li button", LONG);
            assertThat(app.violations(page)).as("edit " + colours).isEmpty();
            assertThat((Integer) page.evaluate("document.scrollingElement.scrollWidth"))
                    .isLessThanOrEqualTo(390);
            leave(page);
        }
    }

    @Test
    @Order(5)
    void takesTheEditBack() {
        Page page = open(app.window());
        button(page, "Edit").click();
        page.getByText("As Keepsake told it").click();
        until(page, "document.querySelector('h1').textContent === '" + memory.title() + "'");
        assertThat(now()).isEqualTo(memory);
        leave(page);
    }

    @Test
    @Order(6)
    void sendsAFilmToAPlaceThatIsSetUp() {
        Page page = open(app.window());
        button(page, "Send to a place").click();
        assertThat(page.locator("dialog[open]").textContent()).contains("No place is set up yet.");
        button(page, "Close").click();
        page.evaluate("""
                fetch('/api/targets', { method: 'POST', headers: { 'X-Keepsake': '1' }, body: JSON.stringify({ name: 'nas',
                    kind: 'webdav', values: { url: 'https://localhost:9/dav', user: 'anna', password: 'sesame' } }) })""");
        button(page, "Send to a place").click();
        Locator dialog = page.locator("dialog[open]");
        dialog.getByLabel("Where").selectOption("nas");
        dialog.getByLabel("Words to go with it").fill("From us");
        dialog.locator("button.main").click();
        page.waitForSelector("text=Sending to nas");
        page.evaluate("""
                fetch('/api/jobs').then((r) => r.json()).then((all) => Promise.all(all.jobs.map((job) =>
                    fetch('/api/jobs/' + job.id, { method: 'DELETE', headers: { 'X-Keepsake': '1' } }))))""");
        page.waitForSelector("text=Send to a place", LONG);
        leave(page);
    }
}
