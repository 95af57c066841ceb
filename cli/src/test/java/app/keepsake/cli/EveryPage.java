package app.keepsake.cli;

import static app.keepsake.cli.WebApp.button;
import static app.keepsake.cli.WebApp.until;

import app.keepsake.catalog.Catalog;
import app.keepsake.catalog.Person;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** The pages of the web app, each in all states in which a person may find it, over {@link LivedIn}. */
final class EveryPage implements AutoCloseable {
    private static final String PASSWORD = "sesame-sesame";
    private static final Page.WaitForSelectorOptions LONG = new Page.WaitForSelectorOptions().setTimeout(400_000);

    private final WebApp app;
    private final WebApp empty;
    private final String memory;
    private final long album;
    private final long person;
    private final String open;
    private final String locked;

    /**
     * Starts the services, and sets up what is set up by the pages alone.
     *
     * @param library of {@link LivedIn}
     * @param bare an empty folder, for a library in which nothing is
     */
    EveryPage(Path library, Path bare) throws IOException {
        app = new WebApp(library);
        empty = new WebApp(bare);
        try (Catalog catalog = Catalog.open(library.resolve("catalog.db"))) {
            album = catalog.albums().list().getFirst().id();
            person = catalog.people().all().stream()
                    .filter(one -> one.name().isPresent())
                    .mapToLong(Person::id)
                    .findFirst()
                    .orElseThrow();
        }
        Page page = app.window();
        app.open(page, "/");
        memory = (String) page.evaluate(
                "fetch('/api/memories').then((r) => r.json()).then((s) => (s.today[0] ?? s.others[0]).id)");
        app.open(page, "/memory/" + memory);
        page.waitForSelector("video[src$='/medium']", LONG);
        ask(page, "/searches", "{ words: 'Venice' }");
        ask(page, "/targets", """
            { name: 'nas', kind: 'webdav',
              values: { url: 'https://localhost:9/dav', user: 'anna', password: 'sesame' } }\
            """);
        open = share(page, "");
        locked = share(page, "sesame");
        page.context().close();
    }

    /** The pages speak it from the next one that is opened on. */
    void speak(String language) {
        for (WebApp one : List.of(app, empty)) {
            Page page = one.window();
            page.navigate(one.origin() + "/settings");
            page.evaluate(
                    "fetch('/api/settings', { method: 'PATCH', headers: { 'X-Keepsake': '1' }, body: JSON.stringify({ language: '%s' }) })"
                            .formatted(language));
            page.context().close();
        }
    }

    private static Object ask(Page page, String path, String body) {
        return page.evaluate(
                "fetch('/api%s', { method: 'POST', headers: { 'X-Keepsake': '1' }, body: JSON.stringify(%s) }).then((r) => r.json())"
                        .formatted(path, body));
    }

    private String share(Page page, String password) {
        String mood = (String) page.evaluate("document.querySelector('video').src.split('/').at(-2)");
        Map<?, ?> made = (Map<?, ?>) ask(
                page,
                "/shares",
                "{ memory: '%s', mood: '%s', length: 'medium', days: 7, views: 0, password: '%s' }"
                        .formatted(memory, mood, password));
        return (String) made.get("path");
    }

    WebApp app() {
        return app;
    }

    /** What leads a new window to each state, by the state's name; those of a locked library come last. */
    Map<String, Consumer<Page>> all() {
        Map<String, Consumer<Page>> all = new LinkedHashMap<>();
        all.put("first-run", page -> empty.open(page, "/"));
        all.put("first-run-wrong", page -> {
            empty.open(page, "/");
            page.getByRole(AriaRole.TEXTBOX).first().fill("/nowhere/at/all");
            page.locator("form button.main").first().click();
            page.waitForSelector("[role=alert]:not(:empty)");
        });
        all.put("first-run-folders", page -> {
            empty.open(page, "/");
            page.locator("form button[type=button]").first().click();
            page.waitForSelector("dialog[open] .list");
        });
        all.put("first-run-who", page -> skip(page, 1));
        all.put("first-run-never", page -> {
            skip(page, 2);
            page.locator("form input:not([type=date])").fill("Chernobyl");
            page.locator("form button").last().click();
            page.waitForSelector("main ul li button");
        });
        all.put("first-run-language", page -> skip(page, 3));
        all.put("first-run-skipped", page -> skip(page, 4));
        all.put("for-you", page -> app.open(page, "/"));
        all.put("for-you-playing", page -> {
            app.open(page, "/");
            page.locator("button.card.large").click();
            page.waitForSelector(".bar ol button", LONG);
        });
        all.put("for-you-menu", page -> {
            app.open(page, "/");
            page.locator(".card").first().focus();
            page.keyboard().press("Shift+F10");
            page.waitForSelector(".onshelf .menu");
        });
        memory(all);
        pictures(all);
        search(all);
        settings(all);
        links(all);
        locked(all);
        return all;
    }

    private void skip(Page page, int steps) {
        empty.open(page, "/");
        for (int i = 0; i < steps; i++) {
            page.locator(".ways button").last().click();
        }
    }

    private Page film(Page page) {
        app.open(page, "/memory/" + memory);
        page.waitForSelector(".bar ol button", LONG);
        until(page, "document.querySelector('video').currentTime > 3");
        return page;
    }

    private void memory(Map<String, Consumer<Page>> all) {
        all.put("memory", page -> film(page).locator(".bar ol button").last().focus());
        all.put("memory-edit", page -> {
            button(film(page), "Edit").click();
            page.waitForSelector("section[aria-labelledby=tray] li", LONG);
        });
        all.put("memory-edit-shot", page -> {
            button(film(page), "Edit").click();
            page.waitForSelector("section[aria-labelledby=tray] li", LONG);
            page.locator("form ol .shot").first().click();
            page.waitForSelector("form ol .more input");
        });
        all.put("memory-why", page -> {
            button(film(page), "Why this memory?").click();
            page.waitForSelector("ul.reasons li", LONG);
        });
        all.put("memory-link", page -> button(film(page), "A link for others").click());
        all.put("memory-link-made", page -> {
            button(film(page), "A link for others").click();
            button(page, "Make the link").click();
            page.waitForSelector("input.link");
        });
        all.put("memory-send", page -> {
            button(film(page), "Send to a place").click();
            page.waitForSelector("dialog[open] select");
        });
    }

    private Page viewer(Page page) {
        app.open(page, "/timeline");
        page.locator(".line button").first().click();
        page.waitForSelector("dialog[open] footer .button");
        return page;
    }

    private void pictures(Map<String, Consumer<Page>> all) {
        all.put("timeline", page -> {
            app.open(page, "/timeline");
            page.waitForSelector(".line img");
        });
        all.put("timeline-months", page -> {
            app.open(page, "/timeline");
            button(page, "Smaller").click();
            button(page, "Smaller").click();
            page.waitForSelector("[data-month] img");
        });
        all.put("timeline-chosen", page -> {
            app.open(page, "/timeline");
            page.locator(".picture[data-asset]").first().focus();
            page.keyboard().press("x");
            page.waitForSelector(".chosen");
        });
        all.put("viewer", this::viewer);
        all.put("viewer-about", page -> {
            viewer(page).keyboard().press("i");
            page.waitForSelector("aside dl canvas.leaflet-tile-loaded");
        });
        all.put("viewer-menu", page -> {
            viewer(page).keyboard().press("Shift+F10");
            page.waitForSelector("[role=menu]");
        });
        all.put("keys", page -> {
            app.open(page, "/timeline");
            page.keyboard().press("?");
            page.waitForSelector("dialog[open] kbd");
        });
        all.put("albums", page -> {
            app.open(page, "/albums");
            page.waitForSelector("main li a");
        });
        all.put("album", page -> app.open(page, "/albums/" + album));
        all.put("album-menu", page -> {
            app.open(page, "/albums/" + album);
            page.locator(".tile").first().focus();
            page.keyboard().press("Shift+F10");
            page.waitForSelector("[role=menu]");
        });
        all.put("people", page -> {
            app.open(page, "/people");
            page.waitForSelector("main li a");
        });
        all.put("person", page -> app.open(page, "/people/" + person));
        all.put("person-joining", page -> {
            app.open(page, "/people/" + person);
            page.locator("summary").first().click();
            page.locator("details .face").first().click();
            button(page, "Join the chosen").click();
        });
        all.put("people-same", page -> app.open(page, "/people/same"));
        all.put("map", page -> {
            app.open(page, "/map");
            page.waitForSelector(".bubble img");
            page.waitForSelector("ul.tiles img");
        });
    }

    private void search(Map<String, Consumer<Page>> all) {
        all.put("search", page -> {
            app.open(page, "/search");
            page.waitForSelector("button.chip");
            page.waitForSelector(".saved");
        });
        all.put("search-answers", page -> {
            app.open(page, "/search?q=Venice");
            page.waitForSelector("ul.tiles img");
            page.waitForSelector(".wall");
        });
        all.put("search-none", page -> {
            app.open(page, "/search?q=xyzzy%20");
            page.waitForSelector("[role=status] p");
        });
    }

    private void settings(Map<String, Consumer<Page>> all) {
        all.put("choices", page -> {
            app.open(page, "/choices");
            page.waitForSelector("main ul");
        });
        all.put("kept-out", page -> {
            app.open(page, "/kept-out");
            page.waitForSelector("main ul img");
        });
        all.put("hidden", page -> {
            app.open(page, "/hidden");
            page.waitForSelector("main ul img");
        });
        all.put("dates", page -> app.open(page, "/dates"));
        all.put("settings", page -> app.open(page, "/settings"));
        all.put("settings-open", page -> {
            app.open(page, "/settings");
            button(page, "Look whether all is well").click();
            page.waitForSelector("main section li strong, main section details");
            page.evaluate("document.querySelectorAll('details').forEach((one) => (one.open = true))");
            page.waitForSelector("details form");
        });
        all.put("nowhere", page -> app.open(page, "/nowhere"));
    }

    private void links(Map<String, Consumer<Page>> all) {
        all.put("shared", page -> {
            app.open(page, open);
            page.locator("form button").click();
            page.waitForSelector("video");
        });
        all.put("shared-locked", page -> {
            app.open(page, locked);
            page.locator("input[type=password]").fill("wrong");
            page.locator("form button").click();
            page.waitForSelector("[role=alert]:not(:empty)");
        });
        all.put("shared-gone", page -> {
            page.navigate(app.origin() + "/s/nothing");
            page.waitForSelector("[role=alert]:not(:empty)");
        });
        all.put("away", page -> {
            page.route("**/api/session", Route::abort);
            app.open(page, "/");
        });
        all.put("lost", page -> {
            app.open(page, "/choices");
            page.route("**/api/**", Route::abort);
            page.locator("nav a[href='/albums']").click();
            page.waitForSelector(".lost");
        });
    }

    private void locked(Map<String, Consumer<Page>> all) {
        all.put("door", page -> {
            page.navigate(app.origin() + "/");
            page.evaluate(
                    "fetch('/api/password', { method: 'PUT', headers: { 'X-Keepsake': '1' }, body: JSON.stringify({ password: '%s', old: '' }) })"
                            .formatted(PASSWORD));
            page.context().clearCookies();
            app.open(page, "/");
        });
        all.put("door-wrong", page -> {
            app.open(page, "/");
            enter(page, "wrong-wrong");
            page.waitForSelector("[role=alert]:not(:empty)");
        });
        all.put("kept-out-hidden", page -> {
            app.open(page, "/");
            enter(page, PASSWORD);
            page.waitForSelector("nav");
            app.open(page, "/kept-out");
        });
    }

    private static void enter(Page page, String password) {
        Locator field = page.locator("input[type=password]");
        field.fill(password);
        page.locator("form button").click();
    }

    @Override
    public void close() {
        empty.close();
        app.close();
    }
}
