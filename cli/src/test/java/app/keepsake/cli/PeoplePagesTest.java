package app.keepsake.cli;

import static app.keepsake.cli.WebApp.button;
import static app.keepsake.cli.WebApp.until;
import static org.assertj.core.api.Assertions.assertThat;

import app.keepsake.catalog.Catalog;
import app.keepsake.catalog.Person;
import app.keepsake.catalog.Relation;
import app.keepsake.testbed.Needs;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
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

    private static void choose(Page page, int... positions) {
        for (int at : positions) {
            page.locator("main li button.person").nth(at).click();
        }
    }

    private static void assertShown(Page page, int people) {
        until(page, "document.querySelectorAll('main li .person').length === " + people);
    }

    @Test
    @Order(3)
    void severalAreJoinedHiddenAndSaidToBeNobodyAtOnce() throws IOException {
        Page page = app.window();
        app.open(page, "/people");
        assertShown(page, 6);
        assertThat(page.locator("main li .person").first().textContent()).contains("Anna", "5 pictures");
        page.getByText("2 people are in one or two pictures each.").waitFor();
        button(page, "Show them").click();
        assertShown(page, 8);

        button(page, "Choose several").click();
        choose(page, 0, 6, 7);
        assertThat(page.locator("dialog").isVisible())
                .as("nothing is asked yet")
                .isFalse();
        button(page, "The same person").click();
        assertThat(app.violations(page)).isEmpty();
        button(page, "Yes, the same").click();
        assertShown(page, 6);
        assertThat(page.locator("main li .person").first().textContent()).contains("Anna", "8 pictures");
        button(page, "Undo").click();
        assertShown(page, 8);
        assertThat(known()).containsAll(people);

        choose(page, 1, 2);
        button(page, "Never show").click();
        page.waitForSelector("text=2 people will not be shown any more.");
        try (Catalog catalog = library.open()) {
            assertThat(catalog.people().all()).filteredOn(Person::hidden).hasSize(2);
        }
        button(page, "Undo").click();
        until(page, "document.querySelectorAll('main li .hidden').length === 0");
        assertShown(page, 8);

        choose(page, 3);
        button(page, "Not a person").click();
        page.waitForSelector("text=That is nobody now.");
        assertShown(page, 7);
        button(page, "Undo").click();
        assertShown(page, 8);
        page.context().close();
    }

    @Test
    @Order(4)
    void aNameThatIsWrittenWhileTheRestIsFetchedStays() {
        Page page = app.window();
        page.addInitScript("""
            const fetches = window.fetch;
            window.fetch = (path, ...more) => String(path).endsWith('/years')
                ? new Promise((done) => (window.goOn = () => done(fetches(path, ...more))))
                : fetches(path, ...more);\
            """);
        app.open(page, "/people/" + people.getFirst());
        until(page, "window.goOn !== undefined");
        page.getByLabel("Name").fill("Greta");
        page.evaluate("window.goOn()");
        page.waitForSelector("main section[id^=year-2]");
        assertThat(page.getByLabel("Name").inputValue()).isEqualTo("Greta");
        page.context().close();
    }

    @Test
    @Order(4)
    void aPersonIsShownThroughTheYears() throws IOException {
        String anna = "/people/" + people.getFirst();
        Page page = app.window();
        app.open(page, anna);
        until(page, "document.querySelectorAll('ul.tiles li').length === 5");
        page.getByLabel("To you").selectOption("daughter");
        page.getByLabel("Day").fill("3");
        page.getByLabel("Month").selectOption("5");
        page.getByLabel("Year, if known").fill("2016");
        page.getByLabel("Year, if known").blur();
        page.waitForSelector("text=7 years old");
        page.waitForSelector("text=3 years old");
        assertThat(page.locator("section h2").allTextContents()).containsSubsequence("2023", "2022", "2019");
        try (Catalog catalog = library.open()) {
            assertThat(catalog.people().find(people.getFirst())).hasValueSatisfying(one -> {
                assertThat(one.born()).contains(LocalDate.of(2016, 5, 3));
                assertThat(one.relation()).contains(Relation.DAUGHTER);
            });
        }
        assertFitsEverybody(anna);
        page.context().close();
    }

    @Test
    @Order(9)
    void nothingOfThisWentElsewhereOrWasComplainedAbout() {
        assertThat(app.requests).allMatch(url -> url.startsWith(app.origin()));
        assertThat(app.complaints).isEmpty();
    }
}
