package app.keepsake.server.internal.http;

import app.keepsake.server.internal.disk.Source;
import app.keepsake.server.internal.wire.Problem;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.jetty.ee10.servlet.HttpOutput;
import org.jspecify.annotations.Nullable;

/** Sends files, whole or in one range (RFC 9110, section 14), with an entity tag. */
public final class RangedFile {
    private static final Pattern RANGE = Pattern.compile("bytes=([0-9]{0,18})-([0-9]{0,18})");

    /** What browsers may do with what they got. Nothing may be shown again without asking: it may be hidden by then. */
    public enum Keeping {
        /** They may hold it, and ask each time whether it may still be seen. */
        ASKING("private, no-cache"),
        NEVER("no-store");

        private final String header;

        Keeping(String header) {
            this.header = header;
        }
    }

    private RangedFile() {}

    private record Span(long first, long last) {}

    /** Opens what is sent, if it must be. */
    public interface Opening {
        Source open() throws IOException;
    }

    /**
     * Sends one of Keepsake's own files.
     *
     * @param tag the entity tag without quotes
     * @param allowed whether it may still be seen, asked at most once a second while it is sent
     * @throws Problem when it may not be any more
     */
    public static void send(
            Context context, Path file, String type, String tag, Keeping keeping, BooleanSupplier allowed)
            throws IOException {
        try {
            send(context, () -> Source.of(file), type, tag, keeping, allowed);
        } catch (NoSuchFileException e) {
            throw Problem.notFound("a file that is still there", file.getFileName());
        }
    }

    /** The same of what is opened in a way of its own. */
    public static void send(
            Context context, Opening file, String type, String tag, Keeping keeping, BooleanSupplier allowed)
            throws IOException {
        String quoted = "\"" + tag + "\"";
        context.header("ETag", quoted);
        context.header("Accept-Ranges", "bytes");
        context.header("Cache-Control", keeping.header);
        context.contentType(type);
        if (quoted.equals(context.header("If-None-Match"))) {
            context.status(304);
            return;
        }
        try (Source source = file.open()) {
            long size = source.size();
            String condition = context.header("If-Range");
            boolean whole = condition != null && !condition.equals(quoted);
            Span span = whole ? null : span(context.header("Range"), size, context);
            if (span != null) {
                context.status(206);
                context.header("Content-Range", "bytes " + span.first + "-" + span.last + "/" + size);
            }
            Span sent = span == null ? new Span(0, size - 1) : span;
            context.res().setContentLengthLong(sent.last - sent.first + 1);
            if (context.method() != HandlerType.HEAD) {
                HttpOutput out = (HttpOutput) context.res().getOutputStream();
                FilePart.send(source, sent.first, sent.last - sent.first + 1, out, new Permit(allowed));
            }
        }
    }

    private static @Nullable Span span(@Nullable String header, long size, Context context) {
        Matcher range = RANGE.matcher(header == null ? "" : header);
        if (!range.matches() || (range.group(1).isEmpty() && range.group(2).isEmpty())) {
            return null;
        }
        long first;
        long last = size - 1;
        if (range.group(1).isEmpty()) {
            first = Math.max(0, size - Long.parseLong(range.group(2)));
        } else {
            first = Long.parseLong(range.group(1));
            last = range.group(2).isEmpty() ? last : Math.min(last, Long.parseLong(range.group(2)));
        }
        if (first >= size || last < first) {
            context.header("Content-Range", "bytes */" + size);
            throw new Problem(416, "range", "The file has %d bytes; the range lies outside.".formatted(size));
        }
        return new Span(first, last);
    }
}
