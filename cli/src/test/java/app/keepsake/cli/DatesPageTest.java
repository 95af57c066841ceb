package app.keepsake.cli;

import static org.assertj.core.api.Assertions.assertThat;

import app.keepsake.catalog.AssetFacts;
import app.keepsake.catalog.Catalog;
import app.keepsake.catalog.ContentHash;
import app.keepsake.catalog.DateDoubt;
import app.keepsake.catalog.Dating;
import app.keepsake.catalog.Findings;
import app.keepsake.catalog.Indexing;
import app.keepsake.catalog.Memory;
import app.keepsake.operations.OneDay;
import app.keepsake.operations.index.TestPhotos;
import app.keepsake.operations.memories.TellMemories;
import app.keepsake.testbed.Needs;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is said of dates on their page, in a real browser with a real service behind it. */
@Tag("slow")
final class DatesPageTest {
    private static final int SCANS = 20;
    private static final LocalDateTime SCANNED = LocalDateTime.of(2012, 3, 4, 17, 5);

    @TempDir
    Path folder;

    private Path library;
    private WebApp app;

    @BeforeEach
    void start() throws IOException {
        Needs.tool(WebApp.hasBrowser(), "no Chromium is installed");
        library = Files.createDirectory(folder.resolve("library"));
        Path album = Files.createDirectories(folder.resolve("photos").resolve("Grandmother’s album"));
        Path phone = Files.createDirectories(folder.resolve("photos").resolve("Phone"));
        TestPhotos.write(album, SCANS);
        TestPhotos.write(phone, 4);
        try (Catalog catalog = Catalog.open(library.resolve("catalog.db"));
                Indexing indexing = catalog.beginIndexing()) {
            for (int i = 0; i < SCANS; i++) {
                add(indexing, album.resolve(i + ".jpg"), "CanoScan 9000F", SCANNED.plusMinutes(i), scan());
            }
            for (int i = 0; i < 4; i++) {
                add(
                        indexing,
                        phone.resolve(i + ".jpg"),
                        "Phone",
                        SCANNED.plusYears(9).plusDays(i),
                        Dating.EXACT.doubted(DateDoubt.CONFLICT));
            }
        }
        Files.writeString(
                library.resolve("settings.json"),
                "{\"folders\":[],\"language\":\"en\",\"background\":false,\"thumbnailMegabytes\":500,\"cores\":null}");
        app = new WebApp(library);
    }

    private static Dating scan() {
        return Dating.EXACT.doubted(DateDoubt.SCANNED).ofScanner();
    }

    private static void add(Indexing indexing, Path file, String camera, LocalDateTime time, Dating dating)
            throws IOException {
        AssetFacts facts = AssetFacts.photo("JPEG", 160, 160)
                .takenAt(time, "EXIF")
                .takenBy(Optional.of(camera), Optional.empty())
                .dated(dating);
        ContentHash hash = ContentHash.ofContent(file.toString().getBytes(StandardCharsets.UTF_8));
        indexing.add(file, OneDay.stampOf(file), hash, facts, "m1", Findings.NONE);
    }

    @AfterEach
    void stop() {
        if (app != null) {
            app.close();
        }
    }

    private static Locator group(Page page, String folder) {
        return page.locator("section", new Page.LocatorOptions().setHas(page.locator("h2:text-is('" + folder + "')")));
    }

    /** A field of a group's form, from 0: labels hold the words of what can be chosen, too. */
    private static Locator field(Locator group, int number) {
        return group.locator("form select, form input").nth(number);
    }

    /** As it is told now, which the service leaves to a machine that has nothing else to do. */
    private Optional<Memory> album() {
        try (Catalog catalog = Catalog.open(library.resolve("catalog.db"))) {
            return new TellMemories(catalog, Locale.UK)
                    .on(LocalDate.now()).stream()
                            .filter(memory -> memory.kind().equals("old-album"))
                            .findFirst();
        }
    }

    @Test
    void aMonthIsSaidOfAGroupTheMemoryFollowsAndItIsTakenBack() {
        Page page = app.window();
        app.open(page, "/dates");
        Locator scans = group(page, "Grandmother’s album");
        assertThat(scans.textContent()).contains("20 pictures: scans", "CanoScan 9000F");
        assertThat(scans.locator(".tile").count()).as("some of them").isEqualTo(12);
        scans.locator(".tile").first().click();
        field(scans, 1).selectOption("7");
        field(scans, 2).fill("1985");
        scans.locator("button:text-is('Set for 19 pictures')").click();
        page.waitForSelector("text=Noted for 19 pictures.");
        group(page, "Grandmother’s album")
                .locator("p:has-text('1 picture: scans')")
                .waitFor();

        Memory memory = album().orElseThrow();
        assertThat(memory.title()).isEqualTo("From the old album: the 1980s");
        app.open(page, "/memory/" + memory.id());
        page.waitForSelector("h1:text-is('From the old album: the 1980s')");
        assertThat(page.locator("main").textContent()).contains("July 1985").doesNotContain("July 1, 1985", "2012");

        app.open(page, "/timeline");
        page.waitForSelector("h2:text-is('July 1985')");
        app.open(page, "/dates");
        page.locator(".said >> text=Undo").first().click();
        page.waitForSelector("text=Taken back for 19 pictures.");
        group(page, "Grandmother’s album")
                .locator("p:has-text('20 pictures: scans')")
                .waitFor();
        assertThat(album()).isEmpty();
        page.context().close();
    }

    @Test
    void aClockIsPutRightAndBadWordsAreNotSent() {
        Page page = app.window(390, 844, ColorScheme.LIGHT);
        app.open(page, "/dates");
        Locator phone = group(page, "Phone");
        assertThat(phone.textContent()).contains("contradicts itself", "now March 4, 2021 – March 7, 2021");
        field(phone, 0).selectOption("year");
        Locator set = phone.locator("button:text-is('Set for 4 pictures')");
        field(phone, 1).fill("85");
        assertThat(set.isDisabled()).isTrue();
        field(phone, 0).selectOption("clock");
        field(phone, 1).selectOption("false");
        field(phone, 2).fill("1");
        field(phone, 3).selectOption("y");
        set.click();
        page.waitForSelector("text=Noted for 4 pictures.");
        try (Catalog catalog = Catalog.open(library.resolve("catalog.db"))) {
            assertThat(catalog.dates().inForce().values())
                    .hasSize(4)
                    .allMatch(taken -> taken.firstDay().getYear() == 2020);
        }
        page.context().close();
    }

    @Test
    void isUsableByAllInBothLanguages() throws IOException {
        for (String language : List.of("de", "en")) {
            Files.writeString(
                    library.resolve("settings.json"),
                    "{\"folders\":[],\"language\":\"%s\",\"background\":false,\"thumbnailMegabytes\":500,\"cores\":null}"
                            .formatted(language));
            Page page = app.window(
                    WebApp.WIDE, WebApp.WIDE_HEIGHT, language.equals("de") ? ColorScheme.DARK : ColorScheme.LIGHT);
            app.open(page, "/dates");
            page.waitForSelector(language.equals("de") ? "h1:text-is('Aufnahmedaten')" : "h1:text-is('Dates')");
            page.waitForSelector(".tile");
            assertThat(app.violations(page)).as(language).isEmpty();
            page.context().close();
        }
    }
}
