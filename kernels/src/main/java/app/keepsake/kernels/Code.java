package app.keepsake.kernels;

import java.util.Collection;
import java.util.List;
import java.util.function.IntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Lines of Java with gaps: {@code ${name}} stands for what is filled in later. What fills a gap that has a line to itself
 * may be any number of lines, which are indented as the gap is; if there are none, the gap's line goes. Immutable.
 */
record Code(String text) {
    static final Code NONE = new Code("");

    private static final Pattern GAP = Pattern.compile("\\$\\{\\w+}");

    static Code of(String text) {
        return new Code(text.stripTrailing());
    }

    /** The code for each number from 0 up to {@code until}, one below the other. */
    static Code each(int until, IntFunction<Code> code) {
        return each(0, until, code);
    }

    /** The code for each number from {@code from} up to {@code until}, one below the other. */
    static Code each(int from, int until, IntFunction<Code> code) {
        return join(IntStream.range(from, until).mapToObj(code).toList(), "\n");
    }

    /** Members of a class, with an empty line between them. */
    static Code members(Collection<Code> members) {
        return join(members, "\n\n");
    }

    private static Code join(Collection<Code> parts, String between) {
        return parts.stream()
                .map(Code::text)
                .filter(text -> !text.isEmpty())
                .collect(Collectors.collectingAndThen(Collectors.joining(between), Code::new));
    }

    /** This and then that. */
    Code then(Code next) {
        return join(List.of(this, next), "\n");
    }

    /**
     * Fills all gaps of this name.
     *
     * @throws IllegalArgumentException if there are none
     */
    Code with(String name, Code lines) {
        return with(name, lines.text);
    }

    /** The same, with a number. */
    Code with(String name, int number) {
        return with(name, String.valueOf(number));
    }

    /** The same, with words. */
    Code with(String name, String words) {
        String gap = "${" + name + "}";
        if (!text.contains(gap)) {
            throw new IllegalArgumentException("There is no " + gap + " in this code:\n" + text);
        }
        return new Code(text.lines()
                .flatMap(line -> line.strip().equals(gap)
                        ? indented(words, line.substring(0, line.indexOf(gap)))
                        : Stream.of(line.replace(gap, words)))
                .collect(Collectors.joining("\n")));
    }

    /** Fills the gaps whose names are this one with a number from 0 up to {@code count} behind it. */
    Code withEach(String name, int count, IntFunction<String> words) {
        Code filled = this;
        for (int i = 0; i < count; i++) {
            filled = filled.with(name + i, words.apply(i));
        }
        return filled;
    }

    /**
     * The finished lines.
     *
     * @throws IllegalStateException if a gap is left
     */
    String finished() {
        Matcher gap = GAP.matcher(text);
        if (gap.find()) {
            throw new IllegalStateException(gap.group() + " was not filled in this code:\n" + text);
        }
        return text + "\n";
    }

    private static Stream<String> indented(String lines, String indent) {
        return lines.lines().map(line -> line.isEmpty() ? line : indent + line);
    }
}
