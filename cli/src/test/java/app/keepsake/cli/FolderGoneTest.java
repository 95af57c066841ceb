package app.keepsake.cli;

import static app.keepsake.cli.WebApp.until;
import static org.assertj.core.api.Assertions.assertThat;

import app.keepsake.operations.OneDay;
import app.keepsake.testbed.Needs;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A disk that is unplugged, and a folder that is renamed, in a real browser. */
@Tag("slow")
final class FolderGoneTest {
    /** Nothing looks broken: what cannot be fetched has a stand-in. */
    private static final String ALL_PICTURES =
            "[...document.querySelectorAll('main img')].every((one) => one.complete && one.naturalWidth > 0)";

    @TempDir
    Path temporary;

    private Path disk;
    private WebApp app;
    private Page page;

    @BeforeEach
    void start() throws IOException {
        Needs.tool(WebApp.hasBrowser(), "no Chromium is installed");
        disk = Files.createDirectory(temporary.toRealPath().resolve("disk"));
        Path library = Files.createDirectory(temporary.resolve("library"));
        OneDay.write(disk, 4, 4);
        Files.move(disk.resolve("catalog.db"), library.resolve("catalog.db"));
        Files.writeString(
                library.resolve("settings.json"),
                "{\"folders\":[\"%s\"],\"language\":\"en\",\"background\":false,\"thumbnailMegabytes\":500,\"cores\":null}"
                        .formatted(disk));
        app = new WebApp(library);
        page = app.window();
    }

    @AfterEach
    void stop() {
        if (app != null) {
            app.close();
        }
    }

    @Test
    void isToldInWordsAndComesBackByItself() throws IOException {
        app.open(page, "/");
        assertThat(page.getByText("is not there").count()).isZero();
        Path unplugged = Files.move(disk, disk.resolveSibling("unplugged"));
        // The page sees it by itself.
        page.getByText("“disk” is not there").waitFor();
        assertThat(app.violations(page)).isEmpty();
        page.locator("button.card").first().click();
        page.getByText("The files of these pictures are not there at present.").waitFor();
        app.open(page, "/timeline");
        page.getByText("Nothing is lost").waitFor();
        page.waitForSelector(".line img");
        until(page, ALL_PICTURES);
        page.locator(".line button").first().click();
        page.getByText("The file of this picture is not there at present.").waitFor();
        page.keyboard().press("Escape");
        page.waitForURL("**/timeline");
        app.open(page, "/settings");
        page.locator("li.item", new Page.LocatorOptions().setHasText("Not there at present"))
                .waitFor();
        app.open(page, "/timeline");
        page.waitForSelector(".line img[data-meant]");
        Files.move(unplugged, disk);
        until(page, "!document.querySelector('.away') && !document.querySelector('img[data-meant]')");
        until(page, ALL_PICTURES);
        until(page, "document.querySelector('.line img').src.includes('/thumbnail')");
    }

    @Test
    void isWatchedWhereItLiesNow() throws IOException {
        Path renamed = Files.move(disk, disk.resolveSibling("renamed"));
        app.open(page, "/");
        page.getByText("It lies elsewhere now").click();
        page.locator("dialog[open] .place").first().waitFor();
        page.locator("dialog[open] .place", new Page.LocatorOptions().setHasText("This machine"))
                .click();
        for (Path name : renamed) {
            Pattern begins = Pattern.compile("^\\s*" + name);
            page.locator("dialog[open] button.entry", new Page.LocatorOptions().setHasText(begins))
                    .first()
                    .click();
        }
        WebApp.button(page, "Choose this folder").click();
        page.getByText("Keepsake looks there now.").waitFor();
        app.open(page, "/settings");
        assertThat(page.locator("li.item").allTextContents())
                .singleElement()
                .asString()
                .contains(renamed.toString());
    }
}
