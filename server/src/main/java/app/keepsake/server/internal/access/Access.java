package app.keepsake.server.internal.access;

import app.keepsake.server.internal.library.DurableFile;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Who may come in: everybody on this machine while there is no password, and else who knows it. */
public final class Access {
    private static final Duration SESSION = Duration.ofDays(30);
    private static final Duration PROVEN = Duration.ofMinutes(10);

    /** @param password as an Argon2id hash, empty while there is none */
    public record Kept(String password) {
        public static final Kept NONE = new Kept("");
    }

    private final DurableFile<Kept> file;
    private final Clock clock;
    private final Attempts attempts;
    private final Map<String, Session> sessions = new ConcurrentHashMap<>();

    /** @param proven until when what is hidden may be seen */
    private record Session(Instant until, Instant proven) {}

    public Access(DurableFile<Kept> file, Clock clock) {
        this.file = file;
        this.clock = clock;
        this.attempts = new Attempts(clock);
    }

    public boolean hasPassword() {
        return !file.read().password().isEmpty();
    }

    /** @param session a session's secret, as {@link #begin} gave it */
    public boolean isOpen(@Nullable String session) {
        if (!hasPassword()) {
            return true;
        }
        Session known = session == null ? null : sessions.get(Secrets.print(session));
        return known != null && known.until.isAfter(clock.instant());
    }

    /** Whether what is hidden may be seen: the password was given again in the last ten minutes, if there is one. */
    public boolean isProven(@Nullable String session) {
        if (!hasPassword()) {
            return true;
        }
        Session known = session == null ? null : sessions.get(Secrets.print(session));
        return known != null && known.proven.isAfter(clock.instant());
    }

    /** Takes the password again; false when it is wrong. */
    public boolean prove(String address, String session, String password) {
        if (hasPassword() && !Passwords.matches(password, file.read().password())) {
            attempts.failed(address);
            return false;
        }
        sessions.computeIfPresent(
                Secrets.print(session),
                (print, known) -> new Session(known.until, clock.instant().plus(PROVEN)));
        return true;
    }

    public boolean mayTry(String address) {
        return attempts.mayTry(address);
    }

    /** Lets in who knows the password, and gives the session's secret. */
    public Optional<String> begin(String address, String password) {
        if (!hasPassword() || !Passwords.matches(password, file.read().password())) {
            attempts.failed(address);
            return Optional.empty();
        }
        Instant now = clock.instant();
        sessions.values().removeIf(known -> known.until.isBefore(now));
        String session = Secrets.random();
        sessions.put(Secrets.print(session), new Session(now.plus(SESSION), now));
        return Optional.of(session);
    }

    public void end(@Nullable String session) {
        if (session != null) {
            sessions.remove(Secrets.print(session));
        }
    }

    /** Sets a password, or takes it away when it is empty, and ends all sessions. */
    public void setPassword(String password) {
        file.write(password.isEmpty() ? Kept.NONE : new Kept(Passwords.hash(password)));
        sessions.clear();
    }
}
