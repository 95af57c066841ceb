package app.keepsake.cli;

import static app.keepsake.cli.WebApp.button;
import static app.keepsake.cli.WebApp.choose;
import static org.assertj.core.api.Assertions.assertThat;

import app.keepsake.catalog.Shot;
import app.keepsake.catalog.ShotEdit;
import app.keepsake.testbed.Needs;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
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
    void theNextKeyLeadsToTheNextMemoryAndBack() throws IOException {
        films.another("other", "Another day");
        films.complete("dreamy");
        open();
        plays("/films/dreamy/medium");
        Object next = page.evaluate("window.systemKeys.nexttrack({})");
        page.waitForSelector("h1 >> text=Another day");
        assertThat(page.url()).endsWith("/memory/other");
        films.begin("dreamy");
        plays("/jobs/");
        Object back = page.evaluate("window.systemKeys.previoustrack({})");
        page.waitForSelector("h1 >> text=A day");
        plays("/films/dreamy/medium");
    }

    @Test
    void theWholeScreenIsFilledAndLeft() throws IOException {
        films.complete("dreamy");
        open();
        plays("/films/dreamy/medium");
        page.locator(".bar .keys button").first().focus();
        page.keyboard().press("f");
        WebApp.until(page, "document.fullscreenElement?.classList.contains('stage') === true");
        double full = page.locator(".stage").boundingBox().width;
        assertThat(full).isEqualTo(WebApp.WIDE);
        page.keyboard().press("f");
        WebApp.until(page, "document.fullscreenElement === null");
        button(page, "Full screen").click();
        WebApp.until(page, "document.fullscreenElement !== null");
    }

    @Test
    void aFingerOnTheBarWaitsForWhatIsNotMade() throws IOException {
        films.begin("dreamy");
        open();
        plays("/jobs/");
        BoundingBox bar = page.locator(".bar input").boundingBox();
        touch(bar.x + bar.width * 0.9, bar.y + bar.height / 2);
        page.waitForSelector(".notes >> text=It goes there as soon as the film is made.");
        assertThat(time()).isLessThan(StagedFilms.FIRST_SECONDS);
        films.goOn("dreamy");
        films.complete("dreamy");
        WebApp.until(page, VIDEO + ".currentTime >= 10.5");
        assertThat(page.locator(".notes p").count()).isZero();
    }

    private void touch(double x, double y) {
        CDPSession fingers = page.context().newCDPSession(page);
        for (String type : List.of("touchStart", "touchEnd")) {
            JsonObject event = new JsonObject();
            JsonArray points = new JsonArray();
            if (type.equals("touchStart")) {
                JsonObject point = new JsonObject();
                point.addProperty("x", x);
                point.addProperty("y", y);
                points.add(point);
            }
            event.addProperty("type", type);
            event.add("touchPoints", points);
            JsonObject ignored = fingers.send("Input.dispatchTouchEvent", event);
        }
    }

    @Test
    void saysInWordsWhatIsShownIfAskedTo() throws IOException {
        films.complete("dreamy");
        open();
        plays("/films/dreamy/medium");
        assertThat(page.locator(".stage .words").count()).isZero();
        button(page, "Say in words what is shown").click();
        page.waitForSelector(".stage .words >> text=May 2024");
        page.waitForSelector(".stage .sr >> text=Morning: ");
        assertThat(app.violations(page)).isEmpty();
        page.reload();
        page.waitForSelector(".stage .words >> text=May 2024");
        page.locator(".bar .keys button").first().focus();
        page.keyboard().press("d");
        WebApp.until(page, "!document.querySelector('.stage .words')");
    }

    @Test
    void choosingAShotGoesThereAndPlayingMarksIt() throws IOException {
        films.complete("dreamy");
        open();
        plays("/films/dreamy/medium");
        button(page, "Edit").click();
        page.waitForSelector("form ol li.seen:nth-child(1)");
        BoundingBox stage = page.locator(".stage").boundingBox();
        BoundingBox list = page.locator("form.sheet").boundingBox();
        assertThat(list.x).as("beside the film").isGreaterThan(stage.x + stage.width);
        page.locator("form ol .shot").nth(2).focus();
        page.keyboard().press("Enter");
        WebApp.until(page, VIDEO + ".currentTime >= 7");
        page.waitForSelector("form ol li.seen:nth-child(3)");
        assertThat(page.locator("form ol .shot").nth(2).getAttribute("aria-current"))
                .isEqualTo("true");
        assertThat(page.locator("form ol .shot").nth(1).textContent()).contains("Shot 2 of 3: ", "0:04");
        assertThat(app.violations(page)).isEmpty();

        page.setViewportSize(WebApp.PHONE, WebApp.PHONE_HEIGHT);
        page.locator("form ol li").nth(2).scrollIntoViewIfNeeded();
        BoundingBox above = page.locator(".stage").boundingBox();
        assertThat(above.y).as("still seen while the list is scrolled").isBetween(0.0, 20.0);
        assertThat((Integer) page.evaluate("document.scrollingElement.scrollWidth"))
                .isLessThanOrEqualTo(WebApp.PHONE);
        assertThat(app.violations(page)).isEmpty();
        page.setViewportSize(WebApp.WIDE, WebApp.WIDE_HEIGHT);
        Object twice = page.evaluate("document.documentElement.style.fontSize = '200%'");
        assertThat((Integer) page.evaluate("document.scrollingElement.scrollWidth"))
                .as("with text twice as large")
                .isLessThanOrEqualTo(WebApp.WIDE);
    }

    @Test
    void changesAreSeenAtOnceAndTakenBackByKeys() throws IOException {
        films.complete("dreamy");
        open();
        plays("/films/dreamy/medium");
        List<Long> told = films.shown().shots().stream().map(Shot::assetId).toList();
        button(page, "Edit").click();
        page.waitForSelector("form ol li");
        forget();
        page.locator("form ol .shot").first().focus();
        page.keyboard().press("Alt+ArrowDown");
        films.untilShown(page, memory -> memory.shots().getFirst().assetId() == told.get(1));
        assertThat(page.evaluate("document.activeElement.closest('li').dataset.asset"))
                .as("the focus goes with it")
                .isEqualTo(told.getFirst().toString());
        page.waitForSelector(".making >> text=Dreamy");
        assertThat(sources()).as("the film of before plays on").hasSize(1);
        films.begin("dreamy");
        plays("/jobs/");
        assertThat(sources()).as("no moment without a film").hasSize(2);
        page.keyboard().press("Control+z");
        films.untilShown(page, memory -> memory.edit().isNone());
        page.keyboard().press("Control+Shift+z");
        films.untilShown(page, memory -> memory.shots().getFirst().assetId() == told.get(1));
        button(page, "Undo").click();
        films.untilShown(page, memory -> memory.edit().isNone());
        plays("/films/dreamy/medium");
    }

    @Test
    void aShotHasWordsAndALengthOfItsOwn() throws IOException {
        films.complete("dreamy");
        open();
        button(page, "Edit").click();
        page.locator("form ol .shot").nth(1).click();
        page.getByLabel("Words over it", new Page.GetByLabelOptions().setExact(true))
                .fill("Grandma's boat");
        page.getByLabel("How long it stands").selectOption("longer");
        long second = films.shown().shots().get(1).assetId();
        films.untilShown(
                page,
                memory -> new ShotEdit(Optional.of("Grandma's boat"), ShotEdit.Hold.LONGER)
                        .equals(memory.edit().details().get(second)));
        page.waitForSelector("form ol li:nth-child(2) .caption >> text=Grandma's boat");
        page.getByLabel("No words over it").check();
        films.untilShown(
                page,
                memory -> new ShotEdit(Optional.of(""), ShotEdit.Hold.LONGER)
                        .equals(memory.edit().details().get(second)));
        button(page, "Done").click();
        page.waitForSelector("ul.tiles");
    }

    @Test
    void musicIsChosenOnTheMachineOrSentAndForgotten() throws IOException {
        films.complete("dreamy");
        Path song = films.song("Our song.wav");
        page.addInitScript("localStorage.setItem('keepsake-music-folder', '%s')".formatted(song.getParent()));
        open();
        button(page, "Edit").click();
        button(page, "Choose on this machine").click();
        page.locator("dialog[open]").getByLabel("Our song.wav").check();
        button(page, "Take these").click();
        page.waitForSelector(".notice >> text=Our song: its beat was found, 120 a minute");
        films.untilShown(page, memory -> memory.edit().music().isPresent());
        assertThat(page.locator("form.sheet").textContent()).contains("share it only if you may");
        assertThat(app.violations(page)).isEmpty();

        page.locator("form.sheet input[type=file]").setInputFiles(films.noise("wind.wav"));
        page.waitForSelector(".notice >> text=wind: no clear beat was found");
        page.locator("form.sheet input[type=file]")
                .setInputFiles(new FilePayload("evil.mp3", "audio/mpeg", "#EXTM3U".getBytes(StandardCharsets.UTF_8)));
        page.waitForSelector(".notice >> text=evil.mp3: expected");

        button(page, "Remove “wind”").click();
        page.waitForSelector("form.sheet >> text=1 film plays it");
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName("Remove").setExact(true))
                .click();
        films.untilShown(page, memory -> memory.edit().music().isEmpty());
        page.waitForSelector("form.sheet >> text=Our song");
        assertThat(page.locator("form.sheet input[name=piece]").count()).isEqualTo(2);
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
