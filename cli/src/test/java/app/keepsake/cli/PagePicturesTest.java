package app.keepsake.cli;

import static org.assertj.core.api.Assertions.assertThat;

import app.keepsake.testbed.Needs;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ScreenshotType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * Takes the pictures of the web app that the documentation shows, of the sample library and of nobody else's photos: every
 * state wide and light, and on a phone; the pages also in the dark, in German and in Japanese.
 */
@Tag("slow")
@EnabledIfSystemProperty(
        named = "keepsake.pictures",
        matches = ".+",
        disabledReason = "pictures of the pages are taken when they are asked for")
final class PagePicturesTest {
    private static final int QUALITY = 42;
    private static final long MOST_BYTES = 6_000_000;
    /** Until what moves has come to rest. */
    private static final int REST_MS = 1200;

    /** Folders of whoever takes the pictures are nobody's business. */
    private static final String PRIVATE = "first-run-folders";

    private static final String AS_ANNAS = """
        () => {
            const told = (text) => text.replace(/(\\/[\\w.-]+)+(?=\\/(photos|library)\\b)|^\\/root\\b/g, '/home/anna');
            const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
            while (walk.nextNode()) walk.currentNode.data = told(walk.currentNode.data);
            document.querySelectorAll('input').forEach((one) => {
                if (one.type === 'text') one.value = told(one.value);
            });
        }\
        """;

    /** They are found without their words. */
    private static final List<String> PAGES = List.of(
            "for-you",
            "memory",
            "timeline",
            "albums",
            "people",
            "map",
            "search",
            "search-answers",
            "choices",
            "kept-out",
            "dates",
            "settings");

    /** They show titles, in the language in which the library was told. */
    private static final List<String> TOLD = List.of("for-you", "memory");

    @TempDir
    Path folder;

    @Test
    void everyPageInEveryState() throws IOException {
        Needs.tool(WebApp.hasBrowser(), "no Chromium is installed");
        Path out = Path.of(System.getProperty("keepsake.pictures"));
        try (EveryPage pages = new EveryPage(LivedIn.make(folder), Files.createDirectory(folder.resolve("bare")))) {
            take(pages, out);
        }
        try (Stream<Path> files = Files.walk(out)) {
            assertThat(files.mapToLong(file -> file.toFile().length()).sum())
                    .as("bytes of all pictures")
                    .isLessThan(MOST_BYTES);
        }
    }

    static void take(EveryPage pages, Path out) {
        WebApp app = pages.app();
        Map<String, Consumer<Page>> all = pages.all();
        for (String language : List.of("de", "ja", "en")) {
            pages.speak(language);
            for (String page : PAGES) {
                if (language.equals("en")) {
                    wide(app, ColorScheme.DARK, all.get(page), out.resolve("web-" + page + "-dark.jpg"));
                    phone(app, ColorScheme.LIGHT, all.get(page), out.resolve("phone-" + page + ".jpg"));
                } else if (!TOLD.contains(page)) {
                    wide(app, ColorScheme.LIGHT, all.get(page), out.resolve("web-" + page + "-" + language + ".jpg"));
                }
            }
        }
        all.remove(PRIVATE);
        for (Map.Entry<String, Consumer<Page>> state : all.entrySet()) {
            wide(app, ColorScheme.LIGHT, state.getValue(), out.resolve("web-" + state.getKey() + ".jpg"));
            if (!PAGES.contains(state.getKey())) {
                phone(app, ColorScheme.DARK, state.getValue(), out.resolve("phone-" + state.getKey() + "-dark.jpg"));
            }
        }
    }

    private static void wide(WebApp app, ColorScheme colours, Consumer<Page> way, Path file) {
        take(app.window(WebApp.WIDE, WebApp.WIDE_HEIGHT, colours), way, file);
    }

    private static void phone(WebApp app, ColorScheme colours, Consumer<Page> way, Path file) {
        take(app.window(WebApp.PHONE, WebApp.PHONE_HEIGHT, colours), way, file);
    }

    private static void take(Page page, Consumer<Page> way, Path file) {
        way.accept(page);
        page.waitForTimeout(REST_MS);
        page.evaluate(AS_ANNAS);
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(file)
                .setType(ScreenshotType.JPEG)
                .setQuality(QUALITY));
        page.context().close();
    }
}
