package app.keepsake.server.internal.http;

import app.keepsake.server.internal.wire.Problem;
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

    /**
     * @param complete whether nothing is written any more
     * @param allowed whether it may still be seen, asked at most once a second
     * @throws Problem when it may not be any more
     */
    public static void send(Context context, Path file, String type, BooleanSupplier complete, BooleanSupplier allowed)
            throws IOException, InterruptedException {
        context.contentType(type);
        context.header("Cache-Control", "no-store");
        OutputStream out = context.res().getOutputStream();
        byte[] bytes = new byte[BUFFER];
        Permit permit = new Permit(allowed);
        try (InputStream in = Files.newInputStream(file)) {
            boolean last = false;
            while (true) {
                permit.check();
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
