package app.keepsake.cli;

import static org.assertj.core.api.Assertions.assertThat;

import app.keepsake.testbed.Needs;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Choosing a folder of the service's machine in a real browser, on a telephone. */
@Tag("slow")
final class FolderChooserTest {
    private static final int PHONE = 390;
    private static final int PHONE_HEIGHT = 844;

    @TempDir
    Path temporary;

    private Path folder;
    private WebApp app;
    private Page page;

    @BeforeEach
    void start() throws IOException {
        Needs.tool(WebApp.hasBrowser(), "no Chromium is installed");
        folder = temporary.toRealPath();
        Path photos = Files.createDirectories(folder.resolve("photos/Lisbon"));
        Files.createFile(photos.resolve("1.jpg"));
        Files.createFile(photos.resolve("2.jpg"));
        Files.createSymbolicLink(folder.resolve("best"), photos);
        Path library = Files.createDirectory(folder.resolve("library"));
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
    }

    private Locator chooser() {
        return page.locator("dialog[open]");
    }

    private void browseFrom(String path) {
        page.getByLabel("Folder on this machine").fill(path);
        WebApp.button(page, "Browse").click();
    }

    @Test
    void goesFromFolderToFolderAndTakesOne() throws IOException {
        browseFrom(folder.toString());
        chooser().getByText("leads to " + folder.resolve("photos/Lisbon")).waitFor();
        assertThat(app.violations(page)).isEmpty();
        assertThat((Boolean) page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
                .isTrue();
        Locator photos = chooser()
                .locator("button.entry", new Locator.LocatorOptions().setHasText(Pattern.compile("^\\s*photos")));
        photos.getByText("2 pictures").waitFor();
        photos.click();
        chooser()
                .locator("button.entry", new Locator.LocatorOptions().setHasText("Lisbon"))
                .click();
        chooser().getByText("There are no other folders in here.").waitFor();
        WebApp.button(page, "Choose this folder").click();
        assertThat(page.getByLabel("Folder on this machine").inputValue())
                .isEqualTo(folder.resolve("photos/Lisbon").toString());
        WebApp.button(page, "Watch this folder").click();
        page.locator("li.item", new Page.LocatorOptions().setHasText("photos/Lisbon"))
                .waitFor();
        assertThat(app.complaints).isEmpty();
    }

    @Test
    void saysWhatIsWrongWithATypedPathAndGoesOn() {
        String gone = folder.resolve("gone").toString();
        browseFrom(gone);
        chooser()
                .getByText(gone + " is not there. If it lies on another disk, connect that first.")
                .waitFor();
        chooser().getByText("This machine").click();
        chooser()
                .locator("nav button[aria-current=page]", new Locator.LocatorOptions().setHasText("/"))
                .waitFor();
        assertThat(chooser().getByRole(AriaRole.ALERT).count()).isZero();
    }
}
