package app.keepsake.cli;

import static org.assertj.core.api.Assertions.assertThat;

import app.keepsake.testbed.Needs;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ForcedColors;
import com.microsoft.playwright.options.ReducedMotion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** Every page in every state is held against WCAG 2.2 AA, as far as axe can tell, in light and dark, wide and on a phone. */
@Tag("slow")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
final class AccessTest {
    private static final int NARROW = 320;
    /** What lies beyond the window's edge. */
    private static final String BEYOND = """
            [...document.querySelectorAll('main *')]
                .filter((one) => one.getBoundingClientRect().right > innerWidth + 1)
                .slice(0, 4)
                .map((one) => `${one.tagName} ${one.className}: ${one.textContent.slice(0, 40)}`)
                .join('; ')
            """;

    private static final List<String> LANGUAGES =
            List.of("de", "es", "fr", "it", "nl", "pl", "pt", "ja", "zh-Hans", "en");
    /** States that are reached without a word of the pages, and have the most words. */
    private static final List<String> WORDY = List.of(
            "first-run",
            "for-you",
            "timeline",
            "viewer-about",
            "albums",
            "people",
            "person",
            "people-same",
            "search",
            "search-none",
            "choices",
            "kept-out",
            "dates",
            "settings");
    /** Words that do not fit: cut off where nothing says that there is more, or beyond the window on either side. */
    private static final String CUT = """
            [...document.querySelectorAll('body *')]
                .filter((one) => [...one.childNodes].some((child) => child.nodeType === 3 && child.data.trim()))
                .filter((one) => !one.matches('.skip'))
                .filter((one) => one.checkVisibility({ opacityProperty: true, visibilityProperty: true }))
                .filter((one) => {
                    const { left, right, width } = one.getBoundingClientRect();
                    const style = getComputedStyle(one);
                    if (width <= 1 || style.textOverflow === 'ellipsis') return false;
                    const scrolls = (each) => each && (/auto|scroll/.test(getComputedStyle(each).overflowX) || scrolls(each.parentElement));
                    if (scrolls(one.parentElement)) return false;
                    return one.scrollWidth > one.clientWidth + 1 && style.display !== 'inline' || left < -1 || right > innerWidth + 1;
                })
                .slice(0, 4)
                .map((one) => `${one.tagName} ${one.className}: ${one.textContent.trim().slice(0, 60)}`)
            """;

    @TempDir
    static Path folder;

    private static EveryPage pages;

    @BeforeAll
    static void start() throws IOException {
        Needs.tool(WebApp.hasBrowser(), "no Chromium is installed");
        pages = new EveryPage(LivedIn.make(folder), Files.createDirectory(folder.resolve("bare")));
    }

    @AfterAll
    static void stop() {
        if (pages != null) {
            pages.close();
        }
    }

    // Last, because it locks the library.
    @TestFactory
    @Order(2)
    Stream<DynamicTest> nothingOnAPageHindersAnybody() {
        return pages.all().entrySet().stream()
                .map(state -> DynamicTest.dynamicTest(
                        state.getKey(),
                        () -> assertThat(findings(state.getValue())).isEmpty()));
    }

    private static List<String> findings(Consumer<Page> way) throws IOException {
        List<String> findings = new ArrayList<>();
        for (ColorScheme colours : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            for (int width : List.of(WebApp.WIDE, WebApp.PHONE)) {
                Page page = pages.app().window(width, WebApp.WIDE_HEIGHT, colours);
                way.accept(page);
                pages.app()
                        .violations(page)
                        .forEach(one -> findings.add("%s %d px: %s".formatted(colours, width, one)));
                if (colours == ColorScheme.LIGHT && width == WebApp.PHONE) {
                    findings.addAll(tooWide(page));
                }
                page.context().close();
            }
        }
        return findings;
    }

    /** Nobody scrolls to the side, as WCAG's criteria 1.4.10 and 1.4.4 have it. */
    private static List<String> tooWide(Page page) {
        List<String> findings = new ArrayList<>();
        page.setViewportSize(NARROW, WebApp.WIDE_HEIGHT);
        sideways(page, NARROW).ifPresent(findings::add);
        page.setViewportSize(WebApp.WIDE, WebApp.WIDE_HEIGHT);
        page.evaluate("document.documentElement.style.fontSize = '200%'");
        sideways(page, WebApp.WIDE)
                .map(one -> "With text twice as large " + one)
                .ifPresent(findings::add);
        return findings;
    }

    private static Optional<String> sideways(Page page, int width) {
        int wide = (Integer) page.evaluate("document.scrollingElement.scrollWidth");
        return Optional.of("it is %d px wide in a window of %d: %s".formatted(wide, width, page.evaluate(BEYOND)))
                .filter(words -> wide > width);
    }

    @Test
    @Order(1)
    void windowsAreCalledByWhatTheyShow() {
        List<String> titles = new ArrayList<>();
        for (String state : List.of(
                "for-you",
                "memory",
                "timeline",
                "albums",
                "album",
                "people",
                "person",
                "map",
                "search",
                "choices",
                "kept-out",
                "dates",
                "settings")) {
            Page page = pages.app().window();
            pages.all().get(state).accept(page);
            titles.add(page.title());
            page.context().close();
        }
        assertThat(titles)
                .doesNotHaveDuplicates()
                .contains("Keepsake", "Venice for two – Keepsake", "Dates – Keepsake");
    }

    @TestFactory
    @Order(1)
    Stream<DynamicTest> wordsFitAPhoneInEachLanguage() {
        return LANGUAGES.stream()
                .map(language -> DynamicTest.dynamicTest(language, () -> {
                    pages.speak(language);
                    assertThat(cut("")).isEmpty();
                }));
    }

    /** As far as can be told while the pages speak no language that is written so. */
    @Test
    @Order(1)
    void wordsFitAPhoneFromRightToLeft() {
        assertThat(cut("document.documentElement.dir = 'rtl'")).isEmpty();
    }

    private static List<String> cut(String before) {
        List<String> findings = new ArrayList<>();
        for (String state : WORDY) {
            Page page = pages.app().window(WebApp.PHONE, WebApp.PHONE_HEIGHT, ColorScheme.LIGHT);
            pages.all().get(state).accept(page);
            Object ignored = page.evaluate(before);
            sideways(page, WebApp.PHONE).map(one -> state + ": " + one).ifPresent(findings::add);
            ((List<?>) page.evaluate(CUT)).forEach(one -> findings.add(state + ": " + one));
            page.context().close();
        }
        return findings;
    }

    @Test
    @Order(1)
    void picturesAreDescribed() {
        Page page = pages.app().window();
        pages.all().get("album").accept(page);
        WebApp.until(page, "[...document.querySelectorAll('ul.tiles img')].every((one) => one.alt)");
        assertThat(page.locator("ul.tiles img").first().getAttribute("alt"))
                .contains("Venice")
                .endsWith(", September 2025");
        assertThat(page.locator("ul.tiles button").first().getAttribute("aria-label"))
                .startsWith("Venice for two, picture 1: ");
        page.context().close();
    }

    @Test
    @Order(1)
    void nothingMovesByItselfForWhoDoesNotWantIt() {
        Page page = pages.app().window();
        page.addInitScript("""
            window.glided = [];
            for (const [owner, name] of [
                [Element.prototype, 'scrollIntoView'], [Element.prototype, 'scrollTo'], [window, 'scrollTo']
            ]) {
                const before = owner[name];
                owner[name] = function (...told) {
                    if (told[0]?.behavior === 'smooth') window.glided.push(name);
                    return before.apply(this, told);
                };
            }\
            """);
        for (boolean calm : List.of(false, true)) {
            page.emulateMedia(new Page.EmulateMediaOptions()
                    .setReducedMotion(calm ? ReducedMotion.REDUCE : ReducedMotion.NO_PREFERENCE));
            pages.all().get("memory-edit").accept(page);
            page.locator(".button").first().hover();
            String moves = "window.glided.length > 0 || document.getAnimations().length > 0";
            if (calm) {
                page.waitForTimeout(2000);
                assertThat(page.evaluate(moves))
                        .as("whether anything glides or fades")
                        .isEqualTo(false);
            } else {
                WebApp.until(page, moves);
            }
        }
        page.context().close();
    }

    @Test
    @Order(1)
    void whatIsChosenIsToldApartWhereThePageHasNoColoursOfItsOwn() {
        Page page = pages.app().window();
        page.emulateMedia(new Page.EmulateMediaOptions().setForcedColors(ForcedColors.ACTIVE));
        pages.all().get("memory-edit").accept(page);
        for (String chosen : List.of("nav a[aria-current]", ".switches input:checked + span", "[aria-pressed=true]")) {
            assertThat(page.evaluate("getComputedStyle(document.querySelector('%s')).outlineStyle".formatted(chosen)))
                    .as(chosen)
                    .isEqualTo("solid");
        }
        assertThat(page.evaluate("getComputedStyle(document.querySelector('nav a:not([aria-current])')).outlineStyle"))
                .isEqualTo("none");
        page.context().close();
    }
}
