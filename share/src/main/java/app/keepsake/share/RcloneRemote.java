package app.keepsake.share;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A remote that the user has set up in rclone, a program of its own. It tries again by itself. Only remotes that it lists
 * are used, and a folder in them: rclone takes options of any kind in a remote's name, also such that start programs.
 */
final class RcloneRemote implements Target {
    private static final int SHOWN = 300;
    private static final int MOST_HEARD = 1 << 20;
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /** The names that rclone allows, and a path. */
    private static final Pattern REMOTE = Pattern.compile(
            "(?<name>[\\p{L}\\p{N}_.+@](?:[\\p{L}\\p{N}_.+@ -]*[\\p{L}\\p{N}_.+@-])?):(?<path>[^\\p{Cntrl}\\\\]*)");

    private final String name;
    private final String remote;
    private final Map<String, String> environment;

    /**
     * @param remote with its folder, as {@code mydrive:Films}
     * @throws IllegalArgumentException when it has any other form
     */
    RcloneRemote(String remote) {
        this(remote, Map.of());
    }

    /** @param environment for rclone, beside this process's */
    RcloneRemote(String remote, Map<String, String> environment) {
        this.name = name(remote);
        this.remote = remote.endsWith("/") || remote.endsWith(":") ? remote : remote + "/";
        this.environment = environment;
    }

    /**
     * Looks whether rclone knows it.
     *
     * @throws UploadRefusedException when rclone is not there, or does not list it
     */
    void check() throws IOException, InterruptedException {
        List<String> known = said(List.of("listremotes"), PATIENCE).lines().toList();
        if (!known.contains(name + ":")) {
            throw new UploadRefusedException(
                    "Expected a remote that rclone lists, found none of the name \"%s\". It lists: %s. Set one up by 'rclone config'."
                            .formatted(name, known.isEmpty() ? "none" : String.join(" ", known)));
        }
    }

    private static String name(String remote) {
        Matcher parts = REMOTE.matcher(remote);
        // What was given is not repeated: it may hold a password.
        if (!parts.matches()
                || Arrays.asList(parts.group("path").split("/", -1)).contains("..")) {
            throw new IllegalArgumentException(
                    "Expected a remote like mydrive:Films: a name that 'rclone listremotes' shows, a colon, and a folder. Options are set by 'rclone config'.");
        }
        return parts.group("name");
    }

    @Override
    public Optional<URI> send(Upload upload, UploadProgress progress) throws IOException, InterruptedException {
        check();
        String file = upload.file().toAbsolutePath().toString();
        String ignored = said(List.of("copyto", "--retries", "3", "--", file, remote + upload.name()), Duration.ZERO);
        progress.arrived(upload.size());
        return Optional.empty();
    }

    /**
     * Runs rclone.
     *
     * @param limit zero for none
     */
    private String said(List<String> words, Duration limit) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("rclone", "--ask-password=false"));
        command.addAll(words);
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(environment);
        Process process;
        try {
            process = builder.start();
        } catch (IOException e) {
            throw new UploadRefusedException(
                    "Expected the program rclone, found none. Install it, and run 'rclone config'.");
        }
        Thread end = new Thread(process::destroy, "end of rclone");
        try {
            Runtime.getRuntime().addShutdownHook(end);
            if (!limit.isZero()) {
                // Only then: to destroy a process that has ended closes what it said.
                CompletableFuture<Process> ignored = process.onExit()
                        .orTimeout(limit.toSeconds(), TimeUnit.SECONDS)
                        .exceptionally(late -> process.destroyForcibly());
            }
            process.getOutputStream().close();
            String said = heard(process.getInputStream());
            if (process.waitFor() != 0) {
                String shown = Overheard.clean(said);
                throw new UploadRefusedException(
                        "rclone could not do it: " + shown.substring(Math.max(0, shown.length() - SHOWN)));
            }
            return said;
        } finally {
            process.destroy();
            forget(end);
        }
    }

    private static void forget(Thread end) {
        try {
            Runtime.getRuntime().removeShutdownHook(end);
        } catch (IllegalStateException ending) {
            Thread.currentThread().interrupt();
        }
    }

    private static String heard(InputStream in) throws IOException {
        String said = new String(in.readNBytes(MOST_HEARD), StandardCharsets.UTF_8).strip();
        in.transferTo(OutputStream.nullOutputStream());
        return said;
    }
}
