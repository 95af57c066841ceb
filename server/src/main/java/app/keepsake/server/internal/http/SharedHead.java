package app.keepsake.server.internal.http;

import java.util.Optional;
import java.util.regex.Pattern;

/** What the head of a link's page tells to messengers and others that show links by a title and a picture (ogp.me). */
public final class SharedHead {
    private static final Pattern ORIGIN = Pattern.compile("https?://[A-Za-z0-9.:_\\[\\]-]+");

    private SharedHead() {}

    /**
     * The tags.
     *
     * @param origin by which the page was asked for, or by which others reach it; a picture is named only by a whole
     *     address
     * @param cover the path of the picture
     */
    public static String of(String title, String origin, Optional<String> cover) {
        StringBuilder head = new StringBuilder();
        add(head, "og:site_name", "Keepsake");
        add(head, "og:type", "video.other");
        add(head, "og:title", title);
        cover.filter(path -> ORIGIN.matcher(origin).matches()).ifPresent(path -> {
            add(head, "og:image", origin + path);
            add(head, "og:image:type", "image/webp");
        });
        return head.toString();
    }

    private static void add(StringBuilder head, String property, String content) {
        head.append("<meta property=\"%s\" content=\"%s\" />".formatted(property, escaped(content)));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("\"", "&quot;")
                .replace("<", "&lt;")
                .replace(">", "&gt;");
    }
}
