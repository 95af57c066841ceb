package app.keepsake.cli;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ScreenshotType;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Takes the pictures of the web app that the documentation shows: {@code PagePictures LIBRARY FOLDER}. The library is
 * the demo's, and nobody else's photos.
 */
final class PagePictures {
    private static final int QUALITY = 62;

    private PagePictures() {}

    public static void main(String[] args) throws IOException {
        Path library = Path.of(args[0]);
        Path out = Path.of(args[1]);
        Map<String, String> pages = new LinkedHashMap<>();
        pages.put("for-you", "/");
        pages.put("timeline", "/timeline");
        pages.put("people", "/people");
        pages.put("map", "/map");
        pages.put("search", "/search");
        pages.put("choices", "/choices");
        pages.put("kept-out", "/kept-out");
        pages.put("dates", "/dates");
        pages.put("settings", "/settings");
        try (WebApp app = new WebApp(library)) {
            Page first = app.window();
            app.open(first, "/");
            Object id = first.evaluate(
                    "fetch('/api/memories').then((r) => r.json()).then((s) => (s.today[0] ?? s.others[0])?.id)");
            for (ColorScheme colours : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
                Page wide = app.window(WebApp.WIDE, WebApp.WIDE_HEIGHT, colours);
                Page phone = app.window(390, 844, colours);
                for (Map.Entry<String, String> page : pages.entrySet()) {
                    take(app, wide, page.getValue(), out.resolve(name("web", page.getKey(), colours)));
                    if (List.of("for-you", "timeline", "map").contains(page.getKey())) {
                        take(app, phone, page.getValue(), out.resolve(name("phone", page.getKey(), colours)));
                    }
                }
                if (id != null) {
                    film(app, wide, id, "web", colours, out);
                    film(app, phone, id, "phone", colours, out);
                }
            }
            app.complaints.forEach(System.out::println);
        }
    }

    private static String name(String device, String page, ColorScheme colours) {
        return "%s-%s%s.jpg".formatted(device, page, colours == ColorScheme.DARK ? "-dark" : "");
    }

    /** A memory's page while its film plays with the bar to be seen, and while it is edited. */
    private static void film(WebApp app, Page page, Object id, String device, ColorScheme colours, Path out) {
        app.open(page, "/memory/" + id);
        page.waitForSelector(".bar ol button");
        WebApp.until(page, "document.querySelector('video').currentTime > 3");
        page.locator(".bar ol button").last().focus();
        picture(page, out.resolve(name(device, "memory", colours)));
        WebApp.button(page, "Edit").click();
        page.waitForSelector("section[aria-labelledby=tray] li");
        picture(page, out.resolve(name(device, "edit", colours)));
    }

    private static void take(WebApp app, Page page, String path, Path file) {
        app.open(page, path);
        if (path.equals("/people") && WebApp.button(page, "Show them").isVisible()) {
            // The demo is of one year, in which most people are met once.
            WebApp.button(page, "Show them").click();
        }
        picture(page, file);
    }

    private static void picture(Page page, Path file) {
        page.waitForTimeout(1500);
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(file)
                .setType(ScreenshotType.JPEG)
                .setQuality(QUALITY));
    }
}
