package app.keepsake.engine.internal.format;

import app.keepsake.engine.ModelException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads JSON into maps, lists, strings, doubles, booleans and nulls (RFC 8259), and also the object literals that
 * JavaScript minifiers write (names without quotes, {@code .5}, {@code !0}). Own code because a model is read in
 * milliseconds at process start, where a general library's start-up would cost more than the parsing.
 */
public final class Json {
    private static final int DEEPEST = 200;

    private final String source;
    private final String text;
    private int at;

    private Json(String source, String text, int at) {
        this.source = source;
        this.text = text;
        this.at = at;
    }

    /**
     * @param source the name that errors give
     * @throws ModelException with the offset of what is wrong
     */
    public static Object parse(String source, String text) {
        Json json = new Json(source, text, 0);
        Object value = json.value(0);
        json.space();
        if (json.at < text.length()) {
            throw json.problem("the end of the file");
        }
        return value;
    }

    /** Parses the value that begins at an offset and ignores what follows it. */
    public static Object parseAt(String source, String text, int offset) {
        return new Json(source, text, offset).value(0);
    }

    private Object value(int depth) {
        space();
        if (depth > DEEPEST) {
            throw problem("at most " + DEEPEST + " levels of nesting");
        }
        char c = peek();
        return switch (c) {
            case '{' -> object(depth);
            case '[' -> list(depth);
            case '"', '\'' -> string();
            case '!' -> {
                at++;
                yield next() == '0';
            }
            default -> c == '-' || c == '.' || (c >= '0' && c <= '9') ? (Object) number() : word();
        };
    }

    private Map<String, Object> object(int depth) {
        Map<String, Object> object = new LinkedHashMap<>();
        at++;
        space();
        while (peek() != '}') {
            String name = peek() == '"' || peek() == '\'' ? string() : identifier();
            space();
            expect(':');
            object.put(name, value(depth + 1));
            separator('}');
        }
        at++;
        return object;
    }

    private List<Object> list(int depth) {
        List<Object> list = new ArrayList<>();
        at++;
        space();
        while (peek() != ']') {
            list.add(value(depth + 1));
            separator(']');
        }
        at++;
        return list;
    }

    private void separator(char end) {
        space();
        if (peek() != end) {
            expect(',');
            space();
        }
    }

    private String string() {
        char quote = next();
        int start = at;
        while (peek() != quote && peek() != '\\') {
            at++;
        }
        StringBuilder builder = new StringBuilder(text.substring(start, at));
        while (peek() != quote) {
            char c = next();
            builder.append(c == '\\' ? escaped() : c);
        }
        at++;
        return builder.toString();
    }

    private char escaped() {
        char c = next();
        return switch (c) {
            case 'n' -> '\n';
            case 't' -> '\t';
            case 'r' -> '\r';
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'u' -> {
                if (at + 4 > text.length()) {
                    throw problem("four hexadecimal digits");
                }
                try {
                    int code = Integer.parseInt(text, at, at + 4, 16);
                    at += 4;
                    yield (char) code;
                } catch (NumberFormatException e) {
                    throw problem("four hexadecimal digits");
                }
            }
            default -> c;
        };
    }

    private Double number() {
        int start = at;
        while (at < text.length() && "+-.eE0123456789".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        try {
            return Double.valueOf(text.substring(start, at));
        } catch (NumberFormatException e) {
            at = start;
            throw problem("a number");
        }
    }

    private Object word() {
        int start = at;
        return switch (identifier()) {
            case "true" -> true;
            case "false" -> false;
            case "null" -> Null.NULL;
            default -> {
                at = start;
                throw problem("a value");
            }
        };
    }

    private String identifier() {
        int start = at;
        while (at < text.length() && Character.isJavaIdentifierPart(text.charAt(at))) {
            at++;
        }
        if (start == at) {
            throw problem("a name");
        }
        return text.substring(start, at);
    }

    private void space() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
    }

    private void expect(char c) {
        if (peek() != c) {
            throw problem("'" + c + "'");
        }
        at++;
    }

    private char next() {
        char c = peek();
        at++;
        return c;
    }

    private char peek() {
        if (at >= text.length()) {
            throw problem("more text");
        }
        return text.charAt(at);
    }

    private ModelException problem(String expected) {
        String found = at < text.length() ? "'" + text.charAt(at) + "'" : "the end of the file";
        return new ModelException("%s: at byte %d expected %s, found %s. Maybe the file is truncated or damaged."
                .formatted(source, at, expected, found));
    }

    /** The value null. */
    public enum Null {
        NULL
    }

    /** A member of an object, or null if {@code node} is not an object or has no such member. */
    public static @Nullable Object member(@Nullable Object node, String name) {
        return node instanceof Map<?, ?> map ? map.get(name) : null;
    }

    /** The elements of a list; none if {@code node} is not a list. */
    public static List<?> elements(@Nullable Object node) {
        return node instanceof List<?> list ? list : List.of();
    }

    /** A member that must be a string. */
    public static String text(String source, @Nullable Object node, String name) {
        if (member(node, name) instanceof String string) {
            return string;
        }
        throw new ModelException("%s: expected the text '%s' in %s.".formatted(source, name, abbreviated(node)));
    }

    private static String abbreviated(@Nullable Object node) {
        String text = String.valueOf(node);
        return text.length() > 120 ? text.substring(0, 120) + "…" : text;
    }
}
