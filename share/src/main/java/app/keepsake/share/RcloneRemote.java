package app.keepsake.share;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Any remote of rclone, a program of its own that the user has installed and set up. It tries again by itself. */
final class RcloneRemote implements Target {
    private static final int SHOWN = 300;

    private final String remote;

    /** @param remote with its folder, as {@code mydrive:Films} */
    RcloneRemote(String remote) {
        this.remote = remote.endsWith("/") || remote.endsWith(":") ? remote : remote + "/";
    }

    @Override
    public Optional<URI> send(Parcel parcel, Delivery delivery) throws IOException, InterruptedException {
        Process process;
        try {
            process = new ProcessBuilder(
                            "rclone", "copyto", parcel.file().toString(), remote + parcel.name(), "--retries", "3")
                    .redirectErrorStream(true)
                    .start();
        } catch (IOException e) {
            throw new Refused(
                    "Expected the program rclone, which knows \"%s\", found none. Install it, and run 'rclone config'."
                            .formatted(remote));
        }
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        if (process.waitFor() != 0) {
            throw new Refused("rclone could not send to %s: %s"
                    .formatted(remote, said.substring(Math.max(0, said.length() - SHOWN))));
        }
        delivery.arrived(parcel.size());
        return Optional.empty();
    }
}
