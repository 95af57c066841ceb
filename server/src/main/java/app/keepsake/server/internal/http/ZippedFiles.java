package app.keepsake.server.internal.http;

import app.keepsake.server.internal.disk.Source;
import app.keepsake.server.internal.wire.Problem;
import io.javalin.http.Context;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Sends files as one ZIP, which is made while it is sent and lies nowhere. They stand in it as they are: photos and clips
 * do not become smaller.
 */
public final class ZippedFiles {
    private static final int BUFFER = 1 << 16;
    private static final String LEFT_OUT = "not-included.txt";

    private static final String ARCHIVE = "keepsake.zip";

    private ZippedFiles() {}

    /** A file that is open, and its name. */
    public record Opened(String name, Source source) {}

    /** Opens a file when its turn has come. */
    public interface Opening {
        Opened open() throws IOException;
    }

    /**
     * A file to send.
     *
     * @param taken its time in the archive
     * @param allowed whether it may be seen, asked before it is opened and at most once a second while it is sent
     */
    public record Entry(Optional<LocalDateTime> taken, Opening file, BooleanSupplier allowed) {}

    /**
     * Sends those that may be seen when their turn comes, and can be opened. Those that cannot are told in a text, and
     * others not at all.
     *
     * @throws Problem when one may not be seen any more of which a part was sent: the archive is then broken off
     */
    public static void send(Context context, List<Entry> entries) throws IOException {
        context.header("Cache-Control", "no-store");
        context.header("Content-Disposition", "attachment; filename=\"" + ARCHIVE + "\"");
        context.contentType("application/zip");
        ZipNames names = new ZipNames();
        List<String> leftOut = new ArrayList<>();
        OutputStream out = context.res().getOutputStream();
        ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
        zip.setLevel(Deflater.NO_COMPRESSION);
        ByteBuffer buffer = ByteBuffer.allocate(BUFFER);
        for (Entry entry : entries) {
            if (!entry.allowed.getAsBoolean()) {
                continue;
            }
            Opened opened;
            try {
                opened = entry.file.open();
            } catch (Problem | IOException away) {
                leftOut.add(String.valueOf(away.getMessage()));
                continue;
            }
            try (Source source = opened.source) {
                ZipEntry head = new ZipEntry(names.next(opened.name));
                entry.taken.ifPresent(head::setTimeLocal);
                zip.putNextEntry(head);
                copy(source, zip, buffer, new Permit(entry.allowed));
                zip.closeEntry();
            }
        }
        if (!leftOut.isEmpty()) {
            zip.putNextEntry(new ZipEntry(names.next(LEFT_OUT)));
            zip.write((String.join("\n", leftOut) + "\n").getBytes(StandardCharsets.UTF_8));
            zip.closeEntry();
        }
        zip.finish();
        zip.flush();
    }

    private static void copy(Source source, OutputStream out, ByteBuffer buffer, Permit permit) throws IOException {
        long size = source.size();
        for (long sent = 0; sent < size; ) {
            buffer.clear().limit((int) Math.min(BUFFER, size - sent));
            int read = source.read(buffer, sent);
            if (read < 0) {
                throw new EOFException("The file became shorter by %d bytes while it was sent.".formatted(size - sent));
            }
            out.write(buffer.array(), 0, read);
            sent += read;
            permit.check();
        }
    }
}
