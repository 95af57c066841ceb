package app.keepsake.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** A page that plays one film; it asks for nothing but the film beside it. */
final class WatchPage {
    private static final String PAGE = """
            <!doctype html>
            <html lang="en">
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>%1$s</title>
            <style>
              body { margin: 0; min-height: 100vh; display: grid; place-content: center; gap: 1rem;
                     background: #14120f; color: #f2ece2; font: 1rem/1.4 Georgia, serif; text-align: center }
              video { max-width: 94vw; max-height: 80vh; border-radius: .5rem; box-shadow: 0 1rem 4rem #000 }
              h1 { margin: 0; font-weight: 400 } p { margin: 0; opacity: .7 }
            </style>
            <h1>%1$s</h1>
            <p>%2$s</p>
            <video src="%3$s" controls autoplay></video>
            </html>
            """;

    private WatchPage() {}

    /** Writes the page beside the film, under its name with {@code .html}. */
    static Path write(Path film, String title, String subtitle) throws IOException {
        String name = film.getFileName().toString();
        Path page = film.resolveSibling(name.replaceFirst("\\.[^.]*$", "") + ".html");
        Files.writeString(page, PAGE.formatted(escape(title), escape(subtitle), escape(name)), StandardCharsets.UTF_8);
        return page;
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
    }
}
