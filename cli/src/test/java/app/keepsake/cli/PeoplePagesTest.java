package app.keepsake.cli;

import static app.keepsake.cli.WebApp.button;
import static app.keepsake.cli.WebApp.until;
import static org.assertj.core.api.Assertions.assertThat;

import app.keepsake.catalog.Catalog;
import app.keepsake.catalog.Person;
import app.keepsake.testbed.Needs;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** Who is who, told in a real browser. Each test goes on with what the ones before left. */
@Tag("slow")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
final class PeoplePagesTest {
    @TempDir
    static Path folder;

    private static WebApp app;
    private static PeopledLibrary library;
    private static List<Long> people;

    @BeforeAll
    static void start() throws IOException {
        Needs.tool(WebApp.hasBrowser(), "no Chromium is installed");
        library = new PeopledLibrary(folder);
        people = new ArrayList<>();
        for (int pictures : List.of(5, 4, 3, 3, 3, 3, 1, 2)) {
            people.add(library.person(pictures));
        }
        library.ask(people.subList(0, 6));
        try (Catalog catalog = library.open()) {
            catalog.people().name(people.getFirst(), "Anna");
        }
        app = new WebApp(library.folder, WebApp.Engine.CHROMIUM, false);
    }

    @AfterAll
    static void stop() {
        if (app != null) {
            app.close();
        }
    }

    private static List<Long> known() {
        try (Catalog catalog = library.open()) {
            return catalog.people().all().stream().map(Person::id).toList();
        }
    }

    private static void assertFitsEverybody(String path) throws IOException {
        for (ColorScheme colours : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            Page phone = app.window(390, 844, colours);
            app.open(phone, path);
            phone.waitForSelector("main img");
            assertThat((Integer) phone.evaluate("document.scrollingElement.scrollWidth"))
                    .as(path)
                    .isLessThanOrEqualTo(390);
            assertThat(app.violations(phone)).as(path + " " + colours).isEmpty();
            phone.context().close();
        }
    }

    @Test
    @Order(1)
    void questionsAreOnPagesForEverybody() throws IOException {
        assertFitsEverybody("/people");
        assertFitsEverybody("/people/same");
    }

    @Test
    @Order(2)
    void questionsAreAnsweredByKeysAndTakenBack() {
        Page page = app.window();
        app.open(page, "/people");
        page.getByText("3 questions").click();
        page.waitForSelector("text=Is this one person?");
        until(page, "document.querySelectorAll('img.face').length === 2");
        until(page, "[...document.querySelectorAll('main img')].every((image) => image.naturalWidth > 0)");

        page.keyboard().press("y");
        page.waitForSelector("text=They are one person now.");
        page.waitForSelector("text=2 questions");
        assertThat(known()).doesNotContain(people.get(1));
        page.keyboard().press("u");
        page.waitForSelector("text=3 questions");
        assertThat(known()).containsAll(people);

        page.keyboard().press("n");
        page.waitForSelector("text=2 questions");
        assertThat(known()).containsAll(people);
        page.keyboard().press("Space");
        page.waitForSelector("text=1 question");
        button(page, "Yes, one").click();
        page.waitForSelector("text=No more questions for now.");
        assertThat(known()).doesNotContain(people.get(5));
        button(page, "Undo").click();
        page.waitForSelector("text=1 question");
        assertThat(known()).containsAll(people);
        page.context().close();
    }

    @Test
    @Order(9)
    void nothingOfThisWentElsewhereOrWasComplainedAbout() {
        assertThat(app.requests).allMatch(url -> url.startsWith(app.origin()));
        assertThat(app.complaints).isEmpty();
    }
}
