package app.keepsake.cli;

import static app.keepsake.cli.WebApp.button;
import static app.keepsake.cli.WebApp.until;
import static org.assertj.core.api.Assertions.assertThat;

import app.keepsake.catalog.Catalog;
import app.keepsake.catalog.Person;
import app.keepsake.operations.people.GroupPeople;
import app.keepsake.testbed.Needs;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** "This is our dog", said in a real browser. Each test goes on with what the ones before left. */
@Tag("slow")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
final class PetPagesTest {
    @TempDir
    static Path folder;

    private static WebApp app;
    private static PeopledLibrary library;
    private static long anna;

    @BeforeAll
    static void start() throws IOException {
        Needs.tool(WebApp.hasBrowser(), "no Chromium is installed");
        library = new PeopledLibrary(folder);
        anna = library.person(4);
        library.dogs(anna);
        try (Catalog catalog = library.open()) {
            catalog.people().name(anna, "Anna");
        }
        app = new WebApp(library.folder, WebApp.Engine.CHROMIUM, false);
    }

    @AfterAll
    static void stop() {
        if (app != null) {
            app.close();
        }
    }

    private static Optional<Person> rex() {
        try (Catalog catalog = library.open()) {
            return catalog.people().named("Rex").stream().findFirst();
        }
    }

    private static int pictures() {
        try (Catalog catalog = library.open()) {
            return rex().map(pet -> catalog.people().faces(pet.id()).size()).orElse(0);
        }
    }

    private static void assertFitsEverybody(String path, String shown) throws IOException {
        for (ColorScheme colours : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            Page phone = app.window(390, 844, colours);
            app.open(phone, path);
            phone.waitForSelector(shown);
            assertThat((Integer) phone.evaluate("document.scrollingElement.scrollWidth"))
                    .as(path)
                    .isLessThanOrEqualTo(390);
            assertThat(app.violations(phone)).as(path + " " + colours).isEmpty();
            phone.context().close();
        }
    }

    private static void openFirstPicture(Page page) {
        app.open(page, "/people/" + anna);
        page.locator("ul.tiles button").first().click();
        page.keyboard().press("i");
    }

    @Test
    @Order(1)
    void anAnimalIsNamedWhereItIsSeen() throws IOException {
        Page page = app.window();
        openFirstPicture(page);
        button(page, "This is our dog").click();
        assertThat(app.violations(page)).isEmpty();
        page.getByLabel("Name of the pet").fill("Rex");
        page.keyboard().press("Enter");
        page.waitForSelector("dialog a:text('Rex')");
        assertThat(rex()).hasValueSatisfying(pet -> assertThat(pet.pet()).isTrue());
        page.waitForSelector("text=When others look like Rex, you will be asked.");
        assertThat(app.violations(page)).isEmpty();
        button(page, "Undo").click();
        button(page, "This is our dog").waitFor();
        assertThat(rex()).isEmpty();
        button(page, "This is our dog").click();
        page.getByLabel("Name of the pet").fill("Rex");
        page.locator("dialog button:text-is('Save')").click();
        page.waitForSelector("dialog a:text('Rex')");
        page.context().close();
    }

    @Test
    @Order(2)
    void othersAreAskedAboutAndNeverAssumed() throws IOException {
        assertThat(pictures()).isEqualTo(1);
        // What the service does in the background after each change.
        try (Catalog catalog = library.open()) {
            assertThat(GroupPeople.now(catalog)).isTrue();
        }
        Page page = app.window();
        app.open(page, "/people");
        page.waitForSelector("h2:text('Pets')");
        page.waitForSelector("text=Is this Rex?");
        assertFitsEverybody("/people", "text=Is this Rex?");
        assertFitsEverybody("/people/same", "img.face");
        page.getByText("Is this Rex?").click();
        button(page, "Yes, Rex").waitFor();
        until(page, "document.querySelectorAll('img.face').length === 2");
        page.keyboard().press("y");
        page.waitForSelector("text=That is Rex.");
        assertThat(pictures()).isEqualTo(2);
        page.keyboard().press("u");
        page.waitForSelector("text=Taken back.");
        assertThat(pictures()).isEqualTo(1);
        button(page, "Yes, Rex").click();
        page.waitForSelector("text=That is Rex.");
        assertThat(pictures()).isEqualTo(2);
        page.context().close();
    }

    @Test
    @Order(3)
    void aPetHasAPageAndIsFoundAndForgotten() throws IOException {
        String page = "/people/" + rex().orElseThrow().id();
        assertFitsEverybody(page, "ul.tiles li");
        Page window = app.window();
        app.open(window, page);
        until(window, "document.querySelectorAll('ul.tiles li').length === 2");
        assertThat(window.getByLabel("To you").count()).isZero();
        assertThat(button(window, "Not a person").count()).isZero();
        button(window, "Never show").click();
        window.waitForSelector("text=Show again");
        assertThat(rex()).hasValueSatisfying(pet -> assertThat(pet.hidden()).isTrue());
        button(window, "Show again").click();
        button(window, "Never show").waitFor();
        button(window, "Forget Rex").click();
        window.waitForSelector("text=Rex is forgotten.");
        assertThat(rex()).isEmpty();
        button(window, "Undo").click();
        window.waitForSelector("h1:text('Rex')");
        assertThat(pictures()).isEqualTo(2);
        window.context().close();
    }

    @Test
    @Order(9)
    void nothingOfThisWentElsewhereOrWasComplainedAbout() {
        assertThat(app.requests).allMatch(url -> url.startsWith(app.origin()));
        assertThat(app.complaints).isEmpty();
    }
}
