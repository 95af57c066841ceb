package app.keepsake.cli;

import static org.assertj.core.api.Assertions.assertThat;

import app.keepsake.catalog.Catalog;
import app.keepsake.catalog.Indexing;
import app.keepsake.operations.OneDay;
import app.keepsake.testbed.Needs;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a real browser keeps of pictures, to show it without a connection. */
@Tag("slow")
final class KeptPicturesTest {
    private static final int PHOTOS = 4;
    private static final int NOTED_BY_THEN_MILLIS = 1000;
    private static final String PASSWORD = "{\"password\":\"long enough\"}";

    @TempDir
    Path library;

    private WebApp app;
    private Page page;

    @BeforeEach
    void start() throws IOException {
        Needs.tool(WebApp.hasBrowser(), "no Chromium is installed");
        OneDay.write(library, PHOTOS, PHOTOS);
        app = new WebApp(library);
        page = app.window();
        app.open(page, "/timeline");
        WebApp.until(page, "navigator.serviceWorker.controller !== null");
        see();
        untilKept(PHOTOS);
    }

    @AfterEach
    void stop() {
        if (app != null) {
            app.close();
        }
    }

    private void see() {
        app.open(page, "/timeline");
        WebApp.until(page, "document.querySelectorAll('.line img').length > 0");
    }

    private void untilKept(int pictures) {
        WebApp.until(
                page, "async () => (await (await caches.open('pictures')).keys()).length === %d".formatted(pictures));
    }

    /** What another page or command of this machine asks for. */
    private int ask(String method, String path, String body) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpRequest request = HttpRequest.newBuilder(URI.create(app.origin() + path))
                    .header("X-Keepsake", "1")
                    .method(method, HttpRequest.BodyPublishers.ofString(body))
                    .build();
            return client.send(request, HttpResponse.BodyHandlers.ofString()).statusCode();
        }
    }

    @Test
    void staysWhileADiskIsAway() throws IOException {
        try (Stream<Path> made = Files.walk(library.resolve("cache"))) {
            for (Path file : made.filter(Files::isRegularFile).toList()) {
                Files.delete(file);
            }
        }
        for (int i = 0; i < PHOTOS; i++) {
            Files.delete(library.resolve(i + ".jpg"));
        }
        List<?> answers = (List<?>) page.evaluate("""
            async () => await Promise.all((await (await caches.open('pictures')).keys())
                .map(async (request) => (await fetch(request.url, { cache: 'reload' })).status))\
            """);
        assertThat(answers).hasSize(PHOTOS).noneMatch(status -> status.equals(200));
        // The worker notes answers after it has handed them on; the one that follows is noted last.
        Object ignored = page.evaluate("fetch('/api/timeline').then((answer) => answer.text())");
        page.context().setOffline(true);
        app.open(page, "/timeline");
        WebApp.until(
                page, "[...document.querySelectorAll('.line img')].filter((one) => one.naturalWidth > 0).length === 4");
    }

    @Test
    void goesWithWhatIsHiddenElsewhere() {
        try (Catalog catalog = Catalog.open(library.resolve("catalog.db"));
                Indexing indexing = catalog.beginIndexing()) {
            indexing.updateFacts(
                    1, OneDay.facts(LocalDateTime.of(2024, 5, 3, 9, 0)).withHidden(), "m2");
        }
        app.open(page, "/choices");
        untilKept(0);
    }

    @Test
    void isNoneThatWasAnsweredBeforeSomethingWasHidden() {
        Object ignored = page.evaluate("""
            async () => {
                const pictures = await caches.open('pictures');
                const [first] = await pictures.keys();
                await pictures.delete(first);
                // As if another answer, of a change that hides something, had come first.
                await (await caches.open('notes')).put('/withheld', new Response('of another time'));
                await (await fetch(first.url, { cache: 'reload' })).blob();
            }""");
        page.waitForTimeout(NOTED_BY_THEN_MILLIS);
        untilKept(PHOTOS - 1);
        // The next answer tells what is withheld, and lets all go that may be of another time.
        Object told = page.evaluate("fetch('/api/timeline').then((answer) => answer.status)");
        untilKept(0);
        see();
        untilKept(PHOTOS);
    }

    @Test
    void goesWhenTheReaderMustComeInAgain() throws IOException, InterruptedException {
        assertThat(ask("PUT", "/api/password", PASSWORD)).isEqualTo(204);
        Object ignored = page.evaluate("fetch('/api/timeline').then((answer) => answer.status)");
        untilKept(0);
    }
}
