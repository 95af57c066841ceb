package app.keepsake.cli;

import static org.assertj.core.api.Assertions.assertThat;

import app.keepsake.catalog.AssetFacts;
import app.keepsake.catalog.Catalog;
import app.keepsake.catalog.Choice;
import app.keepsake.catalog.ContentHash;
import app.keepsake.catalog.DateDoubt;
import app.keepsake.catalog.Dating;
import app.keepsake.catalog.Findings;
import app.keepsake.catalog.Indexing;
import app.keepsake.catalog.Subject;
import app.keepsake.operations.OneDay;
import app.keepsake.operations.index.TestPhotos;
import app.keepsake.operations.library.Settings;
import app.keepsake.operations.memories.TellMemories;
import app.keepsake.testbed.Needs;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The pages in all languages on a phone, in a real browser: no words are too long for where they stand. */
@Tag("slow")
final class LanguagesPageTest {
    private static final int SCANS = 20;
    private static final LocalDateTime SCANNED = LocalDateTime.of(2012, 3, 4, 17, 5);
    private static final List<String> PAGES = List.of(
            "/", "/timeline", "/albums", "/people", "/map", "/search", "/choices", "/kept-out", "/dates", "/settings");

    /** What does not fit: the page itself, and words of what is pressed, chosen or heads something. */
    private static final String TOO_WIDE = """
        () => {
          const wide = [];
          const page = document.scrollingElement;
          if (page.scrollWidth > innerWidth) wide.push(`the page: ${page.scrollWidth}`);
          const words = 'button, h1, h2, h3, label, legend, summary, nav, nav ul, nav a, nav span, .button';
          for (const one of document.querySelectorAll(words)) {
            const box = one.getBoundingClientRect();
            if (!box.width || getComputedStyle(one).visibility === 'hidden' || one.closest('.skip')) continue;
            const inline = getComputedStyle(one).display === 'inline';
            const within = inline || one.scrollWidth <= one.clientWidth + 1;
            const scrolls = one.closest('.line, .scroll');
            const seen = scrolls || (box.left >= -1 && box.right <= innerWidth + 1);
            if (!within || !seen) wide.push(`${one.tagName} "${one.textContent.trim().slice(0, 60)}"`);
          }
          return wide;
        }\
        """;

    @TempDir
    Path folder;

    private WebApp app;

    @BeforeEach
    void start() throws IOException {
        Needs.tool(WebApp.hasBrowser(), "no Chromium is installed");
        Path library = Files.createDirectory(folder.resolve("library"));
        Path album = Files.createDirectories(folder.resolve("photos").resolve("Grandmother’s album"));
        TestPhotos.write(album, SCANS);
        try (Catalog catalog = Catalog.open(library.resolve("catalog.db"))) {
            try (Indexing indexing = catalog.beginIndexing()) {
                for (int i = 0; i < SCANS; i++) {
                    add(indexing, album.resolve(i + ".jpg"), SCANNED.plusMinutes(i));
                }
            }
            catalog.choices().add(Choice.Stance.LESS, new Subject.OfKind("season"), "");
            new TellMemories(catalog, Locale.UK).on(LocalDate.now());
        }
        Files.writeString(
                library.resolve("settings.json"),
                "{\"folders\":[\"%s\"],\"language\":\"\",\"background\":false,\"thumbnailMegabytes\":500,\"cores\":null}"
                        .formatted(album));
        app = new WebApp(library);
    }

    private static void add(Indexing indexing, Path file, LocalDateTime time) throws IOException {
        AssetFacts facts = AssetFacts.photo("JPEG", 160, 160)
                .takenAt(time, "EXIF")
                .takenBy(Optional.of("CanoScan 9000F"), Optional.empty())
                .dated(Dating.EXACT.doubted(DateDoubt.CONFLICT));
        ContentHash hash = ContentHash.ofContent(file.toString().getBytes(StandardCharsets.UTF_8));
        indexing.add(file, OneDay.stampOf(file), hash, facts, "m1", Findings.NONE);
    }

    @AfterEach
    void stop() {
        if (app != null) {
            app.close();
        }
    }

    /** A window in which pictures are empty: only words are looked at. */
    private Page window(int width, String language) {
        Page page = app.window(width, WebApp.PHONE_HEIGHT, ColorScheme.LIGHT, language);
        page.route(
                Pattern.compile("/(thumbnail|face)(/|\\?|$)"),
                route -> route.fulfill(new Route.FulfillOptions()
                        .setContentType("image/svg+xml")
                        .setBody("<svg xmlns='http://www.w3.org/2000/svg' width='4' height='3'/>")));
        return page;
    }

    private List<String> tooWide(Page page, String path) {
        app.open(page, path);
        page.evaluate("document.querySelectorAll('details').forEach((one) => (one.open = true))");
        page.waitForTimeout(200);
        return ((List<?>) page.evaluate(TOO_WIDE))
                .stream().map(one -> path + ": " + one).toList();
    }

    @Test
    void wordsFitOnAPhoneInAllLanguages() {
        List<String> wide = new ArrayList<>();
        for (String language : Settings.LANGUAGES.subList(1, Settings.LANGUAGES.size())) {
            Page page = window(WebApp.PHONE, language);
            for (String path : PAGES) {
                tooWide(page, path).forEach(one -> wide.add(language + " " + one));
            }
            assertThat(page.locator("html").getAttribute("lang")).isEqualTo(language);
            page.context().close();
        }
        assertThat(wide).isEmpty();
        assertThat(app.complaints).isEmpty();
    }

    @Test
    void pagesCanBeReadFromTheRight() {
        List<String> wide = new ArrayList<>();
        for (int width : List.of(WebApp.PHONE, WebApp.WIDE)) {
            Page page = window(width, "en");
            page.addInitScript("document.documentElement.dir = 'rtl';"
                    + " addEventListener('DOMContentLoaded', () => (document.documentElement.dir = 'rtl'));");
            for (String path : PAGES) {
                wide.addAll(tooWide(page, path));
            }
            assertThat(page.locator("html").getAttribute("dir")).isEqualTo("rtl");
            page.context().close();
        }
        assertThat(wide).isEmpty();
    }
}
