package app.keepsake.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.regex.Pattern;

/** Somebody who has a keyboard alone, and looks where the focus is. */
final class Keys {
    /** A page has fewer stops, unless the focus is caught somewhere. */
    private static final int MOST_STOPS = 250;

    private static final String NAME = """
        (() => {
            const one = document.activeElement;
            // Behind the last stop the browser's own may come.
            if (!one || one === document.body || !one.matches(':focus')) return '';
            const words = one.getAttribute('aria-label') ?? [...(one.labels ?? [])].map((label) => label.innerText).join(' ');
            const seen = (words || one.innerText || one.title || one.id || one.tagName).replace(/\\s+/g, ' ').trim();
            return seen;
        })()\
        """;

    /** An outline is around the element, or around what stands for it, and some of it is in the window and not covered. */
    private static final String SEEN = """
        (() => {
            const one = document.activeElement;
            const marked = [one, one.nextElementSibling].some((each) => {
                const style = each && getComputedStyle(each);
                return style && style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2;
            });
            const box = (one.matches('input[type=radio]') ? one.parentElement : one).getBoundingClientRect();
            const there = [0.1, 0.5, 0.9].some((x) => [0.1, 0.5, 0.9].some((y) => {
                const top = document.elementFromPoint(box.left + box.width * x, box.top + box.height * y);
                return top && (one.contains(top) || top.contains(one) && !top.matches('body, html, main')
                    || one.closest('label, .way')?.contains(top));
            }));
            return marked && there;
        })()\
        """;

    private final Page page;

    Keys(Page page) {
        this.page = page;
    }

    void press(String key) {
        page.keyboard().press(key);
    }

    void type(String text) {
        page.keyboard().type(text);
    }

    /** What the focused element is called; nothing when none has the focus. */
    String focused() {
        return (String) page.evaluate(NAME);
    }

    /** Goes on from stop to stop until one is called so; each that is passed shows where the focus is. */
    void to(String name) {
        go("Tab", name);
    }

    void backTo(String name) {
        go("Shift+Tab", name);
    }

    private void go(String key, String name) {
        Pattern wanted = Pattern.compile(name);
        StringBuilder way = new StringBuilder();
        for (int i = 0; i < MOST_STOPS; i++) {
            press(key);
            String here = focused();
            way.append(here).append(" | ");
            if (!here.isEmpty()) {
                assertThat(page.evaluate(SEEN))
                        .as(
                                "the focus on “%s” at %s is seen: %s",
                                here,
                                page.url(),
                                page.evaluate(
                                        "(() => { const o = document.activeElement, b = o.getBoundingClientRect(), s = getComputedStyle(o); const t = document.elementFromPoint(b.left + b.width / 2, b.top + b.height / 2); return [b.left, b.top, b.width, b.height, s.outlineStyle, s.outlineWidth, s.position, t && t.outerHTML.slice(0, 120), scrollY, !!document.querySelector('dialog[open]'), document.querySelectorAll('main .picture').length].join(' ; '); })()"))
                        .isEqualTo(true);
            }
            if (wanted.matcher(here).find()) {
                return;
            }
        }
        throw new AssertionError("“%s” is not to be reached by %s: %s".formatted(name, key, way));
    }

    /** What was open is closed, and the focus is where it was before. */
    void isBackOn(String name) {
        WebApp.until(page, "document.querySelector('dialog[open]') === null");
        assertThat(focused()).containsPattern(name);
    }

    /** The focus is somewhere on the page, so that the next key goes on from there. */
    void isSomewhere() {
        WebApp.until(page, "document.activeElement !== document.body");
    }
}
