package app.keepsake.sources.internal.http;

import tools.jackson.databind.JsonNode;

/** Words from the other side. */
public final class Texts {
    private Texts() {}

    /** A text of at most so many letters, in one line. */
    public static String of(JsonNode node, int most) {
        String text = node.asString("").replaceAll("\\p{Cntrl}+", " ").strip();
        return text.substring(0, Math.min(most, text.length()));
    }
}
