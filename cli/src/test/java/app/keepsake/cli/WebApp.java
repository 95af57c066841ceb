package app.keepsake.cli;

import app.keepsake.server.KeepsakeServer;
import app.keepsake.server.Program;
import app.keepsake.server.ServerOptions;
import app.keepsake.testbed.Needs;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The web app in a real browser: one on the path, driven by Playwright. */
final class WebApp implements AutoCloseable {
    /** Browsers that are not Playwright's own. */
    enum Engine {
        CHROMIUM("chromium", "chromium-headless-shell", "chromium-browser", "google-chrome"),
        FIREFOX("firefox-esr", "firefox");

        private final List<String> names;

        Engine(String... names) {
            this.names = List.of(names);
        }

        Optional<Path> program() {
            return Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                    .flatMap(folder -> names.stream().map(name -> Path.of(folder, name)))
                    .filter(Files::isExecutable)
                    .findFirst();
        }

        boolean isThere() {
            return program().isPresent();
        }
    }

    static final Duration PATIENCE = Duration.ofSeconds(60);
    static final int WIDE = 1280;
    static final int WIDE_HEIGHT = 860;
    static final int PHONE = 390;
    static final int PHONE_HEIGHT = 844;

    final KeepsakeServer server;
    final List<String> requests = Collections.synchronizedList(new ArrayList<>());
    final List<String> complaints = Collections.synchronizedList(new ArrayList<>());
    final Elsewhere elsewhere = new Elsewhere();
    private final Playwright playwright;
    private final Browser browser;

    WebApp(Path library) throws IOException {
        this(library, Engine.CHROMIUM);
    }

    WebApp(Path library, Engine engine) throws IOException {
        this(library, engine, true);
    }

    /** @param background whether the service works by itself */
    WebApp(Path library, Engine engine, boolean background) throws IOException {
        this(library, engine, background, new OwnProcess(LibraryFolder.at(library)));
    }

    /** @param program what the service asks of the rest of Keepsake */
    WebApp(Path library, Engine engine, boolean background, Program program) throws IOException {
        server = KeepsakeServer.start(new ServerOptions(library, "127.0.0.1", 0, background), program);
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        BrowserType.LaunchOptions options = new BrowserType.LaunchOptions()
                .setExecutablePath(engine.program().orElseThrow());
        browser = switch (engine) {
            case CHROMIUM ->
                playwright
                        .chromium()
                        .launch(options.setArgs(List.of(
                                "--no-sandbox",
                                "--disable-gpu",
                                "--autoplay-policy=no-user-gesture-required",
                                "--proxy-server=" + elsewhere.address(),
                                "--proxy-bypass-list=localhost:" + server.port())));
            // By WebDriver BiDi, which Firefox as it is understands.
            case FIREFOX ->
                playwright
                        .firefox()
                        .launch(options.setChannel("moz-firefox")
                                .setFirefoxUserPrefs(Map.of("media.autoplay.default", 0)));
        };
    }

    static boolean hasBrowser() {
        return Engine.CHROMIUM.isThere();
    }

    String origin() {
        return "http://localhost:" + server.port();
    }

    /** A window of a new profile, in English. */
    Page window(int width, int height, ColorScheme colours) {
        BrowserContext context = browser.newContext(new Browser.NewContextOptions()
                .setViewportSize(width, height)
                .setColorScheme(colours)
                .setLocale("en-GB"));
        context.setDefaultTimeout(PATIENCE.toMillis());
        Page page = context.newPage();
        page.onRequest(request -> requests.add(request.url()));
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                complaints.add(page.url() + ": " + message.text());
            }
        });
        page.onPageError(error -> complaints.add(page.url() + ": " + error));
        return page;
    }

    Page window() {
        return window(WIDE, WIDE_HEIGHT, ColorScheme.LIGHT);
    }

    /** Opens a page and waits until nothing is loading. */
    void open(Page page, String path) {
        page.navigate(origin() + path);
        page.waitForSelector("h1");
        until(page, "[...document.images].every((image) => image.complete || image.loading === 'lazy')");
    }

    static Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name))
                .first();
    }

    /** Chooses moods and lengths. The radio buttons themselves are invisible and lie over their labels. */
    static void choose(Page page, String... names) {
        for (String name : names) {
            page.getByRole(AriaRole.RADIO, new Page.GetByRoleOptions().setName(name))
                    .check();
        }
    }

    /** What on a page is against WCAG 2.2 AA, or against what axe holds to be good practice: rule, element and why. */
    List<String> violations(Page page) throws IOException {
        Path axe = Path.of("..", "web", "node_modules", "axe-core", "axe.min.js");
        Needs.tool(Files.exists(axe), "web's npm packages are not installed");
        page.evaluate(Files.readString(axe));
        List<?> found = (List<?>) page.evaluate("""
            async () => (await axe.run({
                runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
            })).violations.flatMap((one) => one.nodes.map((node) =>
                one.id + ' at ' + node.target.join(' ') + ': ' + node.failureSummary.replace(/\\s+/g, ' ')))\
            """);
        return found.stream().map(String::valueOf).toList();
    }

    /** Waits for a condition. Playwright's own way needs eval at a time when the page's policy forbids it. */
    static void until(Page page, String condition) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!Boolean.TRUE.equals(page.evaluate(condition))) {
            if (System.nanoTime() > end) {
                throw new AssertionError("waited in vain for " + condition);
            }
            page.waitForTimeout(100);
        }
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
        server.close();
        elsewhere.close();
    }
}
