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
        pages.put("settings", "/settings");
        try (WebApp app = new WebApp(library)) {
            Page first = app.window();
            app.open(first, "/");
            Object id = first.evaluate(
                    "fetch('/api/memories').then((r) => r.json()).then((s) => (s.today[0] ?? s.others[0])?.id)");
            if (id != null) {
                pages.put("memory", "/memory/" + id);
            }
            for (ColorScheme colours : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
                Page wide = app.window(WebApp.WIDE, WebApp.WIDE_HEIGHT, colours);
                Page phone = app.window(390, 844, colours);
                for (Map.Entry<String, String> page : pages.entrySet()) {
                    take(app, wide, page.getValue(), out.resolve(name("web", page.getKey(), colours)));
                    if (List.of("for-you", "timeline", "map").contains(page.getKey())) {
                        take(app, phone, page.getValue(), out.resolve(name("phone", page.getKey(), colours)));
                    }
                }
            }
            app.complaints.forEach(System.out::println);
        }
    }

    private static String name(String device, String page, ColorScheme colours) {
        return "%s-%s%s.jpg".formatted(device, page, colours == ColorScheme.DARK ? "-dark" : "");
    }

    private static void take(WebApp app, Page page, String path, Path file) {
        app.open(page, path);
        page.waitForTimeout(1500);
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(file)
                .setType(ScreenshotType.JPEG)
                .setQuality(QUALITY));
    }
}
