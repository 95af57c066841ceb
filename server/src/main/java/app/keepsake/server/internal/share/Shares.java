package app.keepsake.server.internal.share;

import app.keepsake.server.internal.access.Attempts;
import app.keepsake.server.internal.access.Passwords;
import app.keepsake.server.internal.access.Secrets;
import app.keepsake.server.internal.api.Problem;
import app.keepsake.server.internal.library.DurableFile;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Films that were shared by links. Safe for use by several threads. */
public final class Shares {
    private static final Logger LOG = LoggerFactory.getLogger(Shares.class);
    private static final Duration TICKET = Duration.ofHours(6);

    /** All of them, as kept. */
    public record Kept(List<Share> shares) {
        public static final Kept NONE = new Kept(List.of());

        public Kept {
            shares = List.copyOf(shares);
        }
    }

    private record Ticket(String print, Instant until) {}

    private final DurableFile<Kept> file;
    private final Clock clock;
    private final Attempts attempts;
    private final Map<String, Ticket> tickets = new ConcurrentHashMap<>();

    public Shares(DurableFile<Kept> file, Clock clock) {
        this.file = file;
        this.clock = clock;
        this.attempts = new Attempts(clock);
    }

    /** Those that have not expired. */
    public synchronized List<Share> all() {
        return file.read().shares().stream().filter(this::isValid).toList();
    }

    /** @return the link's secret */
    public synchronized String add(
            String memory, String mood, String length, String title, Duration time, String password, int views) {
        String secret = Secrets.random();
        List<Share> shares = new ArrayList<>(all());
        shares.add(new Share(
                Secrets.print(secret),
                memory,
                mood,
                length,
                title,
                clock.instant().plus(time).getEpochSecond(),
                password.isEmpty() ? "" : Passwords.hash(password),
                views));
        file.write(new Kept(shares));
        LOG.info(
                "A film was shared by a link for {} h{}",
                time.toHours(),
                password.isEmpty() ? "" : ", with a password");
        return secret;
    }

    public synchronized boolean remove(String print) {
        List<Share> shares = new ArrayList<>(all());
        boolean removed = shares.removeIf(share -> share.print().equals(print));
        file.write(new Kept(shares));
        LOG.info("A link was ended");
        return removed;
    }

    public Optional<Share> find(String secret) {
        String print = Secrets.print(secret);
        return all().stream().filter(share -> share.print().equals(print)).findFirst();
    }

    /**
     * Opens a share, which counts as one view, and gives a ticket for its film.
     *
     * @return empty when the password is wrong or there are no views left
     * @throws Problem when too many wrong passwords were tried
     */
    public Optional<String> open(String secret, String password, String address) {
        return find(secret)
                .filter(share -> share.viewsLeft() != 0)
                .filter(share -> share.password().isEmpty()
                        || attempts.isRight(address, () -> Passwords.matches(password, share.password())))
                .flatMap(share -> admit(share.print()));
    }

    private synchronized Optional<String> admit(String print) {
        List<Share> shares = new ArrayList<>(all());
        Share share = shares.stream()
                .filter(one -> one.print().equals(print))
                .filter(one -> one.viewsLeft() != 0)
                .findFirst()
                .orElse(null);
        if (share == null) {
            return Optional.empty();
        }
        if (share.viewsLeft() > 0) {
            shares.replaceAll(one -> one.equals(share) ? one.viewed() : one);
            file.write(new Kept(shares));
        }
        Instant now = clock.instant();
        tickets.values().removeIf(ticket -> ticket.until.isBefore(now));
        String ticket = Secrets.random();
        tickets.put(Secrets.print(ticket), new Ticket(print, now.plus(TICKET)));
        return Optional.of(ticket);
    }

    /** Whether a ticket opens a share. */
    public boolean admits(Share share, @Nullable String ticket) {
        Ticket known = ticket == null ? null : tickets.get(Secrets.print(ticket));
        return known != null && known.print.equals(share.print()) && known.until.isAfter(clock.instant());
    }

    private boolean isValid(Share share) {
        return share.expires() > clock.instant().getEpochSecond();
    }
}
