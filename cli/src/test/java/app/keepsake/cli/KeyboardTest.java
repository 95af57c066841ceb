package app.keepsake.cli;

import static app.keepsake.cli.WebApp.until;
import static org.assertj.core.api.Assertions.assertThat;

import app.keepsake.catalog.Catalog;
import app.keepsake.catalog.Choice;
import app.keepsake.cli.WebApp.Engine;
import app.keepsake.cli.demo.SampleLibrary;
import app.keepsake.testbed.Needs;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** From the first run to a link for others, by a keyboard alone, in two browsers. */
@Tag("slow")
final class KeyboardTest {
    /** Three days in Venice. */
    private static final String TOLD = "IMG_2025091[234].*";

    private static final Page.WaitForSelectorOptions LONG = new Page.WaitForSelectorOptions().setTimeout(400_000);

    @TempDir
    Path folder;

    private WebApp app;
    private Page page;
    private Keys keys;

    @BeforeEach
    void copyPhotos() throws IOException {
        SampleLibrary.create(folder.resolve("samples"), done -> {});
        Files.createDirectory(folder.resolve("photos"));
        try (Stream<Path> samples = Files.list(folder.resolve("samples"))) {
            for (Path sample : samples.toList()) {
                String name = sample.getFileName().toString();
                if (name.matches(TOLD)) {
                    Files.move(sample, folder.resolve("photos").resolve(name));
                }
            }
        }
    }

    @AfterEach
    void stop() {
        if (app != null) {
            app.close();
        }
    }

    private Catalog catalog() {
        return Catalog.open(folder.resolve("library").resolve("catalog.db"));
    }

    /** By the bar at the side. */
    private void visit(String name, String path) {
        keys.backTo("^" + name + "$");
        keys.press("Enter");
        page.waitForURL("**" + path);
        keys.isSomewhere();
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void theWholeWayIsOpenToWhoHasAKeyboardAlone(Engine browser) throws IOException {
        Needs.tool(browser.isThere(), "no %s is installed".formatted(browser));
        app = new WebApp(Files.createDirectory(folder.resolve("library")), browser);
        page = app.window();
        keys = new Keys(page);
        addsAFolder();
        playsTheMemory();
        makesAMemoryOfASearch();
        sharesIt();
        namesSomebody();
        hidesAPicture();
    }

    private void addsAFolder() {
        app.open(page, "/");
        keys.to("^Skip to content$");
        keys.press("Enter");
        keys.to("^Folder on this machine");
        keys.press("Control+A");
        keys.type(folder.resolve("photos").toString());
        keys.press("Enter");
        page.waitForSelector("li:has-text('photos')");
        keys.to("^Go on$");
        keys.press("Enter");
        saysWhoTheyAre();
        saysWhatIsNeverShown();
        page.waitForSelector("button.card.large", LONG);
    }

    private void saysWhoTheyAre() {
        page.waitForSelector("h1:has-text('Who are you?')");
        keys.to("^Your name$");
        keys.type("Carla");
        keys.press("Enter");
        keys.to("^Go on$");
        keys.press("Enter");
    }

    /** And goes back once, which loses nothing. */
    private void saysWhatIsNeverShown() {
        page.waitForSelector("h1:has-text('What should never be shown?')");
        keys.to("^Back$");
        keys.press("Enter");
        page.waitForSelector("h1:has-text('Who are you?')");
        assertThat(page.inputValue("input[autocomplete=name]")).isEqualTo("Carla");
        keys.to("^Go on$");
        keys.press("Enter");
        keys.to("^A place$");
        keys.type("Chernobyl");
        keys.press("Enter");
        page.waitForSelector("li:has-text('Chernobyl')");
        keys.to("^Go on$");
        keys.press("Enter");
        page.waitForSelector("h1:has-text('Which language do you speak?')");
        keys.to("^Begin$");
        keys.press("Enter");
        keys.isSomewhere();
    }

    private void playsTheMemory() {
        keys.to("^Play “.*Venice");
        keys.press("Enter");
        page.waitForSelector("video", LONG);
        keys.isSomewhere();
        until(page, "document.querySelector('video').currentTime > 0.2");
        keys.to("^Pause$");
        keys.press("Enter");
        until(page, "document.querySelector('video').paused");
    }

    private void makesAMemoryOfASearch() {
        visit("Search", "/search");
        keys.to("^What would you like to see");
        keys.type("Venice");
        page.waitForSelector("ul.tiles li");
        keys.to("^Make a memory$");
        keys.press("Enter");
        page.waitForURL("**/memory/*");
        keys.isSomewhere();
    }

    private void sharesIt() {
        page.waitForSelector("video:not([src^='/api/jobs'])", LONG);
        keys.to("^A link for others$");
        keys.press("Enter");
        keys.to("^Make the link$");
        keys.press("Enter");
        page.waitForSelector("input.link");
        assertThat(keys.focused()).as("the link, to be copied").isEqualTo("A link for others");
        keys.to("^Close$");
        keys.press("Escape");
        keys.isBackOn("^A link for others$");
    }

    private void namesSomebody() {
        try (Catalog catalog = catalog()) {
            long greta = catalog.people().create(false).id();
            Map<Long, Long> faces = new HashMap<>();
            catalog.assets().each(view -> view.faces().forEach(face -> faces.put(face.id(), greta)));
            catalog.people().assign(faces);
        }
        visit("People", "/people");
        page.waitForSelector("main li a");
        keys.to("^Who is this\\?");
        keys.press("Enter");
        page.waitForURL("**/people/*");
        keys.isSomewhere();
        keys.to("^Name$");
        keys.type("Greta");
        keys.press("Enter");
        until(page, "document.querySelector('h1').textContent === 'Greta'");
    }

    private void hidesAPicture() {
        visit("Timeline", "/timeline");
        page.waitForSelector("main button img");
        // The first of a day; what it shows is told after its place.
        keys.to("2025, 1(:|$)");
        keys.press("Enter");
        page.waitForSelector("dialog[open] footer .button");
        keys.to("^Hide$");
        keys.press("Enter");
        page.waitForSelector("dialog[open] >> text=It is hidden, and shown nowhere.");
        keys.press("Escape");
        keys.isSomewhere();
        try (Catalog catalog = catalog()) {
            assertThat(catalog.choices().all()).anyMatch(choice -> choice.stance() == Choice.Stance.HIDE);
        }
        page.waitForSelector("main .picture img");
        if (!keys.focused().contains("2025, ")) {
            keys.to("2025, 1(:|$)");
        }
        String picture = keys.focused().split(":")[0];
        keys.press("Shift+F10");
        page.waitForSelector("[role=menu]");
        keys.press("ArrowUp");
        keys.press("ArrowUp");
        assertThat(keys.focused()).isEqualTo("Never in memories");
        keys.press("Escape");
        keys.isBackOn("^" + Pattern.quote(picture));
        keys.press("?");
        page.waitForSelector("dialog[open] kbd");
        keys.press("Escape");
        keys.isBackOn("^" + Pattern.quote(picture));
    }
}
