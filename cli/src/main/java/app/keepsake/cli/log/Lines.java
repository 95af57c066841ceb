package app.keepsake.cli.log;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.logging.Formatter;
import java.util.logging.LogRecord;
import java.util.stream.Collectors;

/** Records as lines: for files and terminals with their time, for whoever reads priorities with these before each line. */
final class Lines extends Formatter {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSS", Locale.ROOT).withZone(ZoneId.systemDefault());

    private final boolean priorities;
    private final boolean names;

    /** @param names whether names of files may be told */
    Lines(boolean priorities, boolean names) {
        this.priorities = priorities;
        this.names = names;
    }

    @Override
    public String format(LogRecord entry) {
        Severity severity = Severity.of(entry.getLevel());
        String what = Discretion.apply(
                shortened(entry.getLoggerName()) + ": " + formatMessage(entry) + "\n" + trace(entry.getThrown()),
                names);
        if (priorities) {
            return what.lines()
                    .map(line -> "<" + severity.priority() + ">" + line + "\n")
                    .collect(Collectors.joining());
        }
        return "%s %-5s [%s] %s"
                .formatted(
                        TIME.format(entry.getInstant()),
                        severity.name(),
                        Thread.currentThread().getName(),
                        what);
    }

    /** Without what all of Keepsake's names have in common. */
    private static String shortened(@org.jspecify.annotations.Nullable String logger) {
        return logger == null ? "" : logger.replace("app.keepsake.", "").replace("internal.", "");
    }

    private static String trace(@org.jspecify.annotations.Nullable Throwable thrown) {
        if (thrown == null) {
            return "";
        }
        StringWriter text = new StringWriter();
        thrown.printStackTrace(new PrintWriter(text));
        return text.toString();
    }
}
