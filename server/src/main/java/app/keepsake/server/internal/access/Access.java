package app.keepsake.server.internal.access;

import app.keepsake.operations.library.DurableFile;
import app.keepsake.server.internal.wire.Problem;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Who may come in: everybody on this machine while there is no password, and else who knows it. Where others reach the
 * service there is always one. Safe for use by several threads.
 */
public final class Access {
    private static final Logger LOG = LoggerFactory.getLogger(Access.class);
    private static final Duration SESSION = Duration.ofDays(30);
    private static final Duration PROVEN = Duration.ofMinutes(10);

    /** @param password as an Argon2id hash, empty while there is none */
    public record Kept(String password) {
        public static final Kept NONE = new Kept("");
    }

    private final DurableFile<Kept> file;
    private final boolean reachable;
    private final Clock clock;
    private final Attempts attempts;
    private final Map<String, Session> sessions = new ConcurrentHashMap<>();
    private final List<Runnable> ended = new CopyOnWriteArrayList<>();

    /** @param proven until when what is hidden may be seen */
    private record Session(Instant until, Instant proven) {}

    /** @param reachable whether others than this machine reach the service */
    public Access(DurableFile<Kept> file, boolean reachable, Clock clock) {
        this.file = file;
        this.reachable = reachable;
        this.clock = clock;
        this.attempts = new Attempts(clock);
    }

    public boolean hasPassword() {
        return !file.read().password().isEmpty();
    }

    /** Whether others than this machine reach the service, so that there must be a password. */
    public boolean isReachable() {
        return reachable;
    }

    /** @param session a session's secret, as {@link #begin} gave it */
    public boolean isOpen(@Nullable String session) {
        return hasPassword()
                ? find(session)
                        .filter(known -> known.until.isAfter(clock.instant()))
                        .isPresent()
                : !reachable;
    }

    /** Whether what is hidden may be seen: the password was given again in the last ten minutes, if there is one. */
    public boolean isProven(@Nullable String session) {
        return hasPassword()
                ? find(session)
                        .filter(known -> known.proven.isAfter(clock.instant()))
                        .isPresent()
                : !reachable;
    }

    private Optional<Session> find(@Nullable String session) {
        return session == null ? Optional.empty() : Optional.ofNullable(sessions.get(Secrets.print(session)));
    }

    /**
     * Takes the password again; false when it is wrong.
     *
     * @throws Problem when too many wrong ones were tried
     */
    public boolean prove(String address, String session, String password) {
        String hash = file.read().password();
        if (hash.isEmpty()) {
            return true;
        }
        if (!matches(address, password, hash)) {
            return false;
        }
        sessions.computeIfPresent(
                Secrets.print(session),
                (print, known) -> new Session(known.until, clock.instant().plus(PROVEN)));
        return true;
    }

    private boolean matches(String address, String password, String hash) {
        return attempts.isRight(address, () -> Passwords.matches(password, hash));
    }

    /**
     * Lets in who knows the password, and gives the session's secret; empty when it is wrong.
     *
     * @throws Problem when too many wrong ones were tried
     */
    public Optional<String> begin(String address, String password) {
        String hash = file.read().password();
        if (hash.isEmpty() || !matches(address, password, hash)) {
            return Optional.empty();
        }
        LOG.info("Somebody came in by password from {}.", address);
        return begin(hash);
    }

    /** Empty when the password is another one by now. */
    private synchronized Optional<String> begin(String hash) {
        if (!file.read().password().equals(hash)) {
            return Optional.empty();
        }
        Instant now = clock.instant();
        sessions.values().removeIf(known -> known.until.isBefore(now));
        String session = Secrets.random();
        sessions.put(Secrets.print(session), new Session(now.plus(SESSION), now));
        return Optional.of(session);
    }

    public void end(@Nullable String session) {
        if (session != null && sessions.remove(Secrets.print(session)) != null) {
            ended.forEach(Runnable::run);
        }
    }

    /** Calls back after sessions have ended; on the thread that ended them. */
    public void onEnd(Runnable listener) {
        ended.add(listener);
    }

    /**
     * Sets a password, or takes it away when it is empty, and ends all sessions.
     *
     * @param old the password so far, empty when there is none
     * @return the secret of a new session, empty where there is no password any more
     * @throws Problem when the old password is wrong or was tried too often, or others reach the service and the new one
     *     is empty; nothing is changed then
     */
    public Optional<String> setPassword(String address, String old, String password) {
        if (password.isEmpty() && reachable) {
            throw new Problem(
                    409,
                    "reachable",
                    "Others on the network reach Keepsake, so that it needs a password. Start it without --host and"
                            + " --trusted-proxy first.");
        }
        String before = file.read().password();
        if (!before.isEmpty() && !matches(address, old, before)) {
            throw new Problem(403, "password", "This is not the password so far.");
        }
        String after = password.isEmpty() ? "" : Passwords.hash(password);
        replace(before, after);
        LOG.warn(
                "The password was {} from {}. All sessions have ended.",
                after.isEmpty() ? "taken away" : before.isEmpty() ? "set" : "changed",
                address);
        ended.forEach(Runnable::run);
        return after.isEmpty() ? Optional.empty() : begin(after);
    }

    /**
     * Sets the password to begin with; one that is there stays.
     *
     * @throws IllegalArgumentException when it is too short
     */
    public void beginWith(String password) {
        if (password.length() < Passwords.SHORTEST) {
            throw new IllegalArgumentException("expected a password of at least %d letters, found %d"
                    .formatted(Passwords.SHORTEST, password.length()));
        }
        if (!hasPassword()) {
            replace("", Passwords.hash(password));
            LOG.warn("The first password was set when Keepsake started.");
        }
    }

    private synchronized void replace(String before, String after) {
        file.update(now -> {
            if (!now.password().equals(before)) {
                throw new Problem(409, "changed", "Somebody else changed the password just now. Try again.");
            }
            return new Kept(after);
        });
        sessions.clear();
    }
}
