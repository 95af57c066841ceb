package app.keepsake.cli;

import static app.keepsake.cli.WebApp.button;
import static app.keepsake.cli.WebApp.choose;
import static org.assertj.core.api.Assertions.assertThat;

import app.keepsake.testbed.Needs;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How films are played in a real browser while they are made, changed, and shared. */
@Tag("slow")
final class PlayerTest {
    private static final String VIDEO = "document.querySelector('video:not(.coming)')";

    @TempDir
    Path folder;

    private StagedFilms films;
    private WebApp app;
    private Page page;

    @BeforeEach
    void start() throws IOException {
        Needs.tool(WebApp.hasBrowser(), "no Chromium is installed");
        films = new StagedFilms(folder);
        app = new WebApp(films.library(), WebApp.Engine.CHROMIUM, false, films);
        page = app.window();
        // Notes each time and each source of what is seen, and what the system's keys would do.
        page.addInitScript("""
            window.went = [];
            window.systemKeys = {};
            MediaSession.prototype.setActionHandler = (name, act) => (window.systemKeys[name] = act);
            setInterval(() => {
                const video = document.querySelector('video:not(.coming)');
                window.went.push(video ? { at: video.currentTime, of: video.getAttribute('src') } : { at: 0, of: '' });
            }, 20);
            """);
    }

    @AfterEach
    void stop() {
        if (app != null) {
            app.close();
        }
    }

    private void open() {
        app.open(page, "/memory/" + StagedFilms.MEMORY);
    }

    private void plays(String source) {
        page.waitForSelector("video:not(.coming)[src*='%s']".formatted(source));
        WebApp.until(page, VIDEO + ".currentTime > 0.2");
    }

    private double time() {
        return ((Number) page.evaluate(VIDEO + ".currentTime")).doubleValue();
    }

    private void forget() {
        Object ignored = page.evaluate("window.went = []");
    }

    @SuppressWarnings("unchecked")
    private List<Double> times() {
        return ((List<Number>) page.evaluate("window.went.map((one) => one.at)"))
                .stream().map(Number::doubleValue).toList();
    }

    /** In what order sources were seen. */
    @SuppressWarnings("unchecked")
    private List<String> sources() {
        return (List<String>)
                page.evaluate("window.went.map((one) => one.of).filter((of, i, all) => of !== all[i - 1])");
    }

    @Test
    void theOldFilmPlaysWhileAChangeFollowsAChange() throws IOException {
        films.complete("dreamy");
        open();
        plays("/films/dreamy/medium");
        forget();
        choose(page, "Epic", "Happy");
        page.waitForSelector(".making >> text=Happy");
        double then = time();
        WebApp.until(page, VIDEO + ".currentTime > " + (then + 0.5));
        films.begin("happy");
        plays("/jobs/");
        films.goOn("happy");
        films.complete("happy");
        plays("/films/happy/medium");
        assertThat(sources())
                .as("no moment without a film")
                .hasSize(3)
                .first()
                .asString()
                .endsWith("/films/dreamy/medium");
        assertThat(page.locator(".making").count()).isZero();
    }

    @Test
    void theLastOfManyChangesIsTheFilmThatIsMade() throws IOException {
        films.complete("dreamy");
        open();
        plays("/films/dreamy/medium");
        choose(page, "Epic", "Happy", "Gentle", "Epic", "Happy");
        films.begin("happy");
        plays("/jobs/");
        assertThat(films.asked()).last().isEqualTo("happy");
        choose(page, "Dreamy");
        plays("/films/dreamy/medium");
        assertThat(page.locator("video").count()).isEqualTo(1);
    }

    @Test
    void theOldFilmPlaysWhileAnEditedOneIsMade() throws IOException {
        films.complete("dreamy");
        open();
        plays("/films/dreamy/medium");
        forget();
        button(page, "Edit").click();
        page.getByLabel("Title", new Page.GetByLabelOptions().setExact(true)).fill("Another day");
        page.waitForSelector("h1 >> text=Another day");
        page.waitForSelector(".making >> text=Dreamy");
        films.begin("dreamy");
        plays("/jobs/");
        assertThat(sources()).as("no moment without a film").hasSize(2);
    }

    @Test
    void aFilmInTheMakingGoesOnWithoutAJumpWhenItIsComplete() throws IOException {
        films.begin("dreamy");
        open();
        plays("/jobs/");
        WebApp.until(page, VIDEO + ".currentTime > 1");
        forget();
        films.goOn("dreamy");
        films.complete("dreamy");
        plays("/films/dreamy/medium");
        List<Double> times = times();
        for (int i = 1; i < times.size(); i++) {
            assertThat(times.get(i)).as("%s", times).isGreaterThan(times.get(i - 1) - 0.5);
        }
    }

    @Test
    void whatIsNotMadeIsWaitedForAndTheFilmNeverBeginsAgain() throws IOException {
        films.begin("dreamy");
        open();
        plays("/jobs/");
        WebApp.until(page, VIDEO + ".currentTime > 1");
        forget();
        page.locator(".bar .keys button").first().focus();
        page.keyboard().press("PageDown");
        page.waitForSelector(".notes >> text=It goes there as soon as the film is made.");
        assertThat(page.getByLabel("Position in the film").inputValue())
                .as("the bar shows where it will go")
                .isEqualTo("7");
        assertThat(time()).as("it plays on").isLessThan(StagedFilms.FIRST_SECONDS);
        films.goOn("dreamy");
        films.complete("dreamy");
        plays("/films/dreamy/medium");
        WebApp.until(page, VIDEO + ".currentTime >= 7");
        assertThat(page.locator(".notes p").count()).isZero();
        assertThat(times()).as("where it was").allMatch(at -> at > 0.9);
        page.keyboard().press("Home");
        WebApp.until(page, VIDEO + ".currentTime < 1");
    }

    @Test
    void theEdgeOfWhatIsMadeIsToldOf() throws IOException {
        films.begin("dreamy");
        open();
        page.waitForSelector(".notes >> text=The rest is still being made.");
        assertThat(time()).isGreaterThan(StagedFilms.FIRST_SECONDS - 1.5);
        films.goOn("dreamy");
        WebApp.until(page, VIDEO + ".currentTime > " + (StagedFilms.FIRST_SECONDS + 0.5));
        assertThat(page.locator(".notes p").count()).isZero();
    }

    @Test
    void theSystemKnowsTheFilmAndItsKeysWork() throws IOException {
        films.complete("dreamy");
        open();
        plays("/films/dreamy/medium");
        assertThat(page.evaluate("navigator.mediaSession.metadata.title")).isEqualTo("A day");
        Object paused = page.evaluate("window.systemKeys.pause({})");
        WebApp.until(page, VIDEO + ".paused");
        Object sought = page.evaluate("window.systemKeys.seekto({ seekTime: 9 })");
        WebApp.until(page, VIDEO + ".currentTime === 9");
        Object back = page.evaluate("window.systemKeys.previoustrack({})");
        WebApp.until(page, VIDEO + ".currentTime === 7");
        page.waitForSelector(".stage .sr >> text=Evening");
        Object resumed = page.evaluate("window.systemKeys.play({})");
        WebApp.until(page, "!" + VIDEO + ".paused");
    }

    @Test
    void aLinkIsMadeAndOpenedAndTakenBack() throws IOException {
        films.complete("dreamy");
        open();
        plays("/films/dreamy/medium");
        button(page, "A link for others").click();
        page.getByLabel("Show title and picture").check();
        page.getByLabel("Password").fill("sesame");
        button(page, "Make the link").click();
        String link = page.locator("input.link").inputValue();
        assertThat(app.violations(page)).isEmpty();
        Download code =
                page.waitForDownload(() -> button(page, "Save the QR code").click());
        assertThat(code.suggestedFilename()).isEqualTo("day.png");
        assertThat(Files.readAllBytes(code.path())).startsWith(0x89, 'P', 'N', 'G');

        Page guest = app.window(390, 844, ColorScheme.DARK);
        guest.navigate(link);
        WebApp.until(guest, "document.querySelector('h1')?.textContent === 'A day'");
        WebApp.until(guest, "document.querySelector('img.cover').naturalWidth > 0");
        assertThat(app.violations(guest)).isEmpty();
        guest.getByLabel("Password").fill("sesame");
        button(guest, "Show the film").click();
        WebApp.until(guest, VIDEO + "?.readyState >= 2");
        assertThat(guest.locator(".bar ol button").count()).as("chapters").isEqualTo(2);
        assertThat(app.violations(guest)).isEmpty();
        assertThat((Integer) guest.evaluate("document.scrollingElement.scrollWidth"))
                .isLessThanOrEqualTo(390);
        guest.reload();
        WebApp.until(guest, VIDEO + "?.readyState >= 2");

        app.open(page, "/settings");
        button(page, "End").click();
        page.waitForSelector("text=No film is shared.");
        guest.reload();
        guest.waitForSelector("h1 >> text=This link leads nowhere any more.");
        assertThat(guest.title()).doesNotContain("A day");
        assertThat(app.violations(guest)).isEmpty();
    }
}
