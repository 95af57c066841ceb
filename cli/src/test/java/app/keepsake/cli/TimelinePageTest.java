package app.keepsake.cli;

import static app.keepsake.cli.WebApp.button;
import static app.keepsake.cli.WebApp.until;
import static org.assertj.core.api.Assertions.assertThat;

import app.keepsake.testbed.Needs;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How a person looks through the timeline, in a real browser with a real service behind it. */
@Tag("slow")
final class TimelinePageTest {
    @TempDir
    static Path library;

    private static WebApp app;

    @BeforeAll
    static void start() throws IOException {
        Needs.tool(WebApp.hasBrowser(), "no Chromium is installed");
        TwoYears.write(library);
        app = new WebApp(library);
    }

    @AfterAll
    static void stop() {
        if (app != null) {
            app.close();
        }
    }

    private static Page open(int width, int height, ColorScheme colours) {
        Page page = app.window(width, height, colours);
        app.open(page, "/timeline");
        page.waitForSelector(".line img");
        return page;
    }

    private static Page open() {
        return open(WebApp.WIDE, WebApp.WIDE_HEIGHT, ColorScheme.LIGHT);
    }

    private static Locator bar(Page page) {
        return page.getByRole(AriaRole.SLIDER);
    }

    private static boolean sees(Page page, String heading) {
        return Boolean.TRUE.equals(page.evaluate("""
            (words) => [...document.querySelectorAll('h2')].some((one) => {
                const { top, bottom } = one.getBoundingClientRect();
                return one.textContent.includes(words) && bottom > 0 && top < innerHeight;
            })\
            """, heading));
    }

    private static void untilSeen(Page page, String heading) {
        page.locator("h2:has-text('%s')".formatted(heading)).first().waitFor();
        assertThat(sees(page, heading)).as(heading).isTrue();
    }

    @Test
    void picturesKeepTheirShapesUnderTheirDaysAndPlaces() {
        Page page = open();
        untilSeen(page, "December 20, 2024 · Porto");
        page.locator("h2:text-is('December 3, 2024 · Lisbon')").waitFor();
        List<?> ratios = (List<?>) page.evaluate("""
            [...document.querySelectorAll('.line .cell')].slice(0, 14).map((cell) => {
                const { width, height } = cell.getBoundingClientRect();
                return width / height;
            })\
            """);
        assertThat(ratios)
                .allSatisfy(one -> assertThat(((Number) one).doubleValue())
                        .matches(
                                ratio -> Math.abs(ratio - 4 / 3.0) < 0.04 || Math.abs(ratio - 3 / 4.0) < 0.03,
                                "a whole picture"));
        assertThat(page.evaluate("""
            [...document.querySelectorAll('.line')].every((line) =>
                line.lastElementChild.getBoundingClientRect().right <=
                document.querySelector('.all').getBoundingClientRect().right + 1)\
            """)).isEqualTo(true);
        page.context().close();
    }

    @Test
    void onlyWhatIsNearIsInThePageAndAllOfItHasItsPicture() {
        Page page = open();
        for (int part = 1; part <= 4; part++) {
            Object ignored =
                    page.evaluate("(part) => scrollTo(0, part / 4 * document.scrollingElement.scrollHeight)", part);
            until(page, """
                (() => {
                    const seen = [...document.querySelectorAll('.cell')].filter((cell) => {
                        const { top, bottom } = cell.getBoundingClientRect();
                        return bottom > 0 && top < innerHeight;
                    });
                    return seen.length > 5 && seen.every((cell) => cell.querySelector('img')?.naturalWidth > 0);
                })()\
                """);
            assertThat((Integer) page.evaluate("document.querySelectorAll('.cell').length"))
                    .isBetween(10, TwoYears.ALL / 2);
        }
        untilSeen(page, "January 3, 2023 · Lisbon");
        page.context().close();
    }

    @Test
    void theBarOfYearsLeadsAnywhereByKeyboardAndByHand() {
        Page page = open();
        assertThat(bar(page).getAttribute("aria-valuetext")).isEqualTo("December 2024");
        bar(page).focus();
        page.keyboard().press("PageDown");
        until(page, "document.querySelector('[role=slider]').ariaValueText === 'December 2023'");
        untilSeen(page, "December 20, 2023");
        page.keyboard().press("ArrowDown");
        until(page, "document.querySelector('[role=slider]').ariaValueText === 'November 2023'");
        page.keyboard().press("Home");
        untilSeen(page, "December 20, 2024");
        var box = bar(page).boundingBox();
        page.mouse().move(box.x + box.width / 2, box.y + 5);
        page.mouse().down();
        page.mouse().move(box.x + box.width / 2, box.y + box.height - 1);
        page.mouse().up();
        untilSeen(page, "January 3, 2023");
        page.context().close();
    }

    @Test
    void picturesAreSmallerAndLargerAndMonthsAreAnOverview() {
        Page page = open();
        Object before = page.evaluate("document.querySelector('.line').getBoundingClientRect().height");
        button(page, "Larger pictures").click();
        until(page, "document.querySelector('.line').getBoundingClientRect().height > 1.3 * " + before);
        assertThat(button(page, "Larger pictures").isDisabled()).isTrue();
        for (int i = 0; i < 3; i++) {
            button(page, "Smaller pictures").click();
        }
        page.locator("[data-month]").nth(23).waitFor();
        assertThat(page.locator("h2").allTextContents()).containsExactly("2024", "2023");
        assertThat(button(page, "Smaller pictures").isDisabled()).isTrue();
        page.reload();
        page.locator("[data-month='2023-07']").click();
        untilSeen(page, "July 20, 2023");
        page.context().close();
    }

    @Test
    void aPictureHasAnAddressAndToGoBackClosesIt() {
        Page page = open();
        page.locator(".picture").nth(2).click();
        page.waitForURL("**/photo/*");
        page.waitForSelector("dialog[open] footer");
        String first = page.url();
        page.keyboard().press("ArrowRight");
        until(page, "location.href !== '%s'".formatted(first));
        String second = page.url();
        page.goBack();
        until(page, "document.querySelector('dialog') === null && location.pathname === '/timeline'");
        until(page, "document.activeElement.dataset.asset === '%s'".formatted(second.replaceAll(".*/", "")));
        page.keyboard().press("Enter");
        page.waitForSelector("dialog[open] footer");
        page.keyboard().press("Space");
        assertThat(page.locator("dialog[open]").count())
                .as("space never closes")
                .isEqualTo(1);
        page.keyboard().press("Escape");
        until(page, "document.querySelector('dialog') === null && location.pathname === '/timeline'");
        page.navigate(first);
        page.waitForSelector("dialog[open] footer");
        page.keyboard().press("Escape");
        until(page, "document.querySelector('dialog') === null && location.pathname === '/timeline'");
        page.context().close();
    }

    @Test
    void isUsableByAllAndFitsOnAPhone() throws IOException {
        for (ColorScheme colours : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            Page phone = open(390, 844, colours);
            assertThat((Integer) phone.evaluate("document.scrollingElement.scrollWidth"))
                    .isLessThanOrEqualTo(390);
            assertThat(app.violations(phone)).as("%s", colours).isEmpty();
            phone.context().close();
        }
    }
}
