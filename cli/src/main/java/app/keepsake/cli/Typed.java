package app.keepsake.cli;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** What was typed at a terminal, whose input may end instead, as by Ctrl-D. */
final class Typed {
    private Typed() {}

    /** @throws IOException when the input ended, and nothing was typed */
    static String line(String name, @Nullable String typed) throws IOException {
        if (typed == null) {
            throw new IOException("%s: expected something to be typed, found the end of the input.".formatted(name));
        }
        return typed;
    }

    /** @throws IOException as {@link #line} does */
    static String secret(String name, char @Nullable [] typed) throws IOException {
        return line(name, typed == null ? null : new String(typed));
    }
}
