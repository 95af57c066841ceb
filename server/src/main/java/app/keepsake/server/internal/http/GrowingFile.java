package app.keepsake.server.internal.http;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.BooleanSupplier;

/** Sends a file while another process writes it, until that one is done. */
public final class GrowingFile {
    private static final int BUFFER = 1 << 16;
    private static final int PAUSE_MILLIS = 30;

    private GrowingFile() {}

    /** @param complete whether nothing is written any more */
    public static void send(Context context, Path file, String type, BooleanSupplier complete)
            throws IOException, InterruptedException {
        context.contentType(type);
        context.header("Cache-Control", "no-store");
        OutputStream out = context.res().getOutputStream();
        byte[] bytes = new byte[BUFFER];
        try (InputStream in = Files.newInputStream(file)) {
            boolean last = false;
            while (true) {
                int read = in.read(bytes);
                if (read > 0) {
                    out.write(bytes, 0, read);
                    out.flush();
                } else if (last) {
                    return;
                } else {
                    // What was written between the last look and the end is still read.
                    last = complete.getAsBoolean();
                    if (!last) {
                        Thread.sleep(PAUSE_MILLIS);
                    }
                }
            }
        }
    }
}
