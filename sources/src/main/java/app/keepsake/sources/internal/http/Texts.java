package app.keepsake.sources.internal.http;

import tools.jackson.databind.JsonNode;

/** Words from the other side. */
public final class Texts {
    private Texts() {}

    /** A text of at most so many letters, in one line. */
    public static String of(JsonNode node, int most) {
        return of(node.asString(""), most);
    }

    /** The same of a bare text. */
    public static String of(String told, int most) {
        String text = told.replaceAll("\\p{Cntrl}+", " ").strip();
        return text.substring(0, Math.min(most, text.length()));
    }
}
