package app.keepsake.cli;

import static app.keepsake.cli.WebApp.button;
import static app.keepsake.cli.WebApp.until;
import static org.assertj.core.api.Assertions.assertThat;

import app.keepsake.catalog.Album;
import app.keepsake.catalog.Catalog;
import app.keepsake.catalog.Choice;
import app.keepsake.catalog.Subject;
import app.keepsake.cli.demo.SampleLibrary;
import app.keepsake.testbed.Needs;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** From a folder to its album's film, in a real browser. Each test goes on with what the ones before left. */
@Tag("slow")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
final class AlbumPageTest {
    @TempDir
    static Path folder;

    private static WebApp app;
    private static Album venice;

    @BeforeAll
    static void start() throws IOException {
        Needs.tool(WebApp.hasBrowser(), "no Chromium is installed");
        Path photos = Files.createDirectories(folder.resolve("photos"));
        SampleLibrary.create(folder.resolve("sorted"), done -> {});
        move("IMG_2025091[234].*", photos.resolve("2025-09-12 Venedig zu zweit"));
        move("IMG_2025050.*", photos.resolve("Amsterdam"));
        move("IMG_20251.*", photos.resolve("DCIM/100APPLE"));
        Path library = Files.createDirectories(folder.resolve("library"));
        assertThat(TestCommand.run("index", photos.toString(), "--library", library.toString())
                        .code())
                .isZero();
        try (Catalog catalog = catalog()) {
            venice = catalog.albums().list().stream()
                    .filter(album -> album.title().equals("Venedig zu zweit"))
                    .findFirst()
                    .orElseThrow();
        }
        app = new WebApp(library);
    }

    private static void move(String names, Path to) throws IOException {
        Files.createDirectories(to);
        try (Stream<Path> samples = Files.list(folder.resolve("sorted"))) {
            for (Path sample : samples.toList()) {
                String name = sample.getFileName().toString();
                if (name.matches(names)) {
                    Files.move(sample, to.resolve(name));
                }
            }
        }
    }

    private static Catalog catalog() {
        return Catalog.open(folder.resolve("library").resolve("catalog.db"));
    }

    @AfterAll
    static void stop() {
        if (app != null) {
            app.close();
        }
    }

    private static int count(Page page) {
        return Integer.parseInt(page.locator("main a:has-text('Venedig') .soft")
                .first()
                .textContent()
                .replaceAll("\\D.*", ""));
    }

    @Test
    @Order(1)
    void albumsAreOnAPageForEverybody() throws IOException {
        for (ColorScheme colours : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            Page phone = app.window(390, 844, colours);
            for (String path : List.of("/albums", "/albums/" + venice.id())) {
                app.open(phone, path);
                assertThat((Integer) phone.evaluate("document.scrollingElement.scrollWidth"))
                        .as(path)
                        .isLessThanOrEqualTo(390);
                assertThat(app.violations(phone)).as(path + " " + colours).isEmpty();
            }
            phone.context().close();
        }
    }

    @Test
    @Order(2)
    void whatIsNeverToBeShownIsNeitherShownNorCounted() {
        Page page = app.window();
        app.open(page, "/albums");
        page.waitForSelector("main a:has-text('Venedig')");
        assertThat(page.locator("main li").count())
                .as("those of cameras are none")
                .isEqualTo(2);
        int before = count(page);
        long gone;
        try (Catalog catalog = catalog()) {
            gone = venice.cover();
            catalog.choices()
                    .add(
                            Choice.Stance.NEVER,
                            new Subject.OfAsset(
                                    catalog.assets().find(gone).orElseThrow().hash()),
                            "");
        }

        app.open(page, "/albums");
        page.waitForSelector("main a:has-text('Venedig')");
        assertThat(count(page)).isEqualTo(before - 1);
        page.locator("main a:has-text('Venedig')").click();
        page.waitForSelector("ul.tiles img");
        assertThat(page.locator("ul.tiles li").count()).isEqualTo(before - 1);
        assertThat(page.locator("img[src*='/assets/" + gone + "/']").count()).isZero();
        page.context().close();
    }

    @Test
    @Order(3)
    void anAlbumBecomesAFilmUnderItsTitle() {
        Page page = app.window();
        app.open(page, "/albums");
        page.locator("main a:has-text('Venedig')").click();
        button(page, "Make a film").click();
        page.waitForURL("**/memory/**");
        until(page, "document.querySelector('h1')?.textContent === 'Venedig zu zweit'");
        page.waitForSelector("video", new Page.WaitForSelectorOptions().setTimeout(240_000));
        until(page, "document.querySelector('video').currentTime > 0.3");
        page.context().close();
        assertThat(app.complaints).isEmpty();
    }
}
