package app.keepsake.server.internal.http;

import app.keepsake.server.internal.access.Secrets;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/** The pages: files that the module web put on the class path. Every address without a dot is the one page. */
public final class Pages {
    private static final String ROOT = "/app/keepsake/web";
    private static final String PAGE = "/index.html";
    private static final Pattern NAME = Pattern.compile("(/[A-Za-z0-9_-]+(\\.[A-Za-z0-9_-]+)*)+");
    private static final int YEAR_SECONDS = 365 * 24 * 3600;
    private static final Map<String, String> TYPES = Map.of(
            "html", "text/html; charset=utf-8",
            "js", "text/javascript; charset=utf-8",
            "css", "text/css; charset=utf-8",
            "json", "application/json",
            "webmanifest", "application/manifest+json",
            "svg", "image/svg+xml",
            "png", "image/png",
            "woff2", "font/woff2",
            "txt", "text/plain; charset=utf-8");

    private final Map<String, Optional<File>> files = new ConcurrentHashMap<>();

    private record File(byte[] bytes, String type, String tag) {}

    /** Sends a page or one of its files; false when there is none. */
    public boolean send(Context context) {
        String path = context.path();
        boolean named = path.substring(path.lastIndexOf('/')).contains(".");
        String name = named ? path : PAGE;
        if (!path.equals("/") && !NAME.matcher(path).matches()) {
            return false;
        }
        Optional<File> found = files.size() < 500 ? files.computeIfAbsent(name, Pages::read) : read(name);
        found.ifPresent(file -> send(context, file, name.startsWith("/assets/")));
        return found.isPresent();
    }

    /**
     * Sends the one page with more in its head, which nobody may keep: what it tells may be hidden by then.
     *
     * @param head as HTML
     * @return false when there is no such page
     */
    public boolean send(Context context, String head) {
        Optional<File> page = files.computeIfAbsent(PAGE, Pages::read);
        page.ifPresent(file -> context.header("Cache-Control", "no-store")
                .contentType(file.type)
                .result(new String(file.bytes, StandardCharsets.UTF_8).replace("</head>", head + "</head>")));
        return page.isPresent();
    }

    private static void send(Context context, File file, boolean hashed) {
        String tag = "\"" + file.tag + "\"";
        context.header("ETag", tag);
        context.header("Cache-Control", hashed ? "public, max-age=" + YEAR_SECONDS + ", immutable" : "no-cache");
        if (tag.equals(context.header("If-None-Match"))) {
            context.status(304);
        } else {
            context.contentType(file.type).result(file.bytes);
        }
    }

    private static Optional<File> read(String name) {
        try (InputStream in = Pages.class.getResourceAsStream(ROOT + name)) {
            if (in == null) {
                return Optional.empty();
            }
            byte[] bytes = in.readAllBytes();
            String type = TYPES.getOrDefault(name.substring(name.lastIndexOf('.') + 1), "application/octet-stream");
            String tag = Secrets.print(new String(bytes, StandardCharsets.ISO_8859_1))
                    .substring(0, 16);
            return Optional.of(new File(bytes, type, tag));
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }
}
