package app.keepsake.server.internal.share;

import app.keepsake.catalog.Catalog;
import app.keepsake.catalog.Memory;
import app.keepsake.memories.MayShow;
import app.keepsake.operations.library.DurableFile;
import app.keepsake.server.internal.access.Attempts;
import app.keepsake.server.internal.access.Passwords;
import app.keepsake.server.internal.access.Secrets;
import app.keepsake.server.internal.wire.Problem;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Films that were shared by links, each as it was then. Safe for use by several threads. */
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

    /** What a link shows to who opens it. */
    public enum Shows {
        /** The film as its memory is now. */
        NOW,
        /** The film as its memory was before it was edited or told anew. */
        BEFORE,
        /** Nothing: something in the film was hidden. */
        NOTHING
    }

    private final DurableFile<Kept> file;
    private final SharedFilms films;
    private final Clock clock;
    private final Attempts attempts;
    private final Map<String, Ticket> tickets = new ConcurrentHashMap<>();

    /**
     * @param mayShow what is asked before a link shows anything
     * @param locale of the reasons why a film is not shown
     * @param folder for the films of links
     */
    public Shares(
            DurableFile<Kept> file, Catalog catalog, MayShow mayShow, Supplier<Locale> locale, Path folder, Clock clock)
            throws IOException {
        this.file = file;
        this.films = new SharedFilms(catalog, mayShow, locale, folder);
        this.clock = clock;
        this.attempts = new Attempts(clock);
        tidy();
    }

    /** Forgets the films of links that have ended; none while links could not be read, which may be brought back. */
    public void tidy() throws IOException {
        synchronized (films) {
            Set<String> prints = all().stream().map(Share::print).collect(Collectors.toUnmodifiableSet());
            if (!file.isSetAside()) {
                films.keepOnly(prints);
            }
        }
    }

    /** Those that have not expired. */
    public List<Share> all() {
        return valid(file.read());
    }

    private List<Share> valid(Kept kept) {
        return kept.shares().stream().filter(this::isValid).toList();
    }

    /**
     * What the owner says of a link.
     *
     * @param time after which it ends
     * @param password empty for none
     * @param views how often it may be opened, -1 for any number
     * @param cover the asset that stands for the film
     * @param announced whether title and cover are told to whoever has the link, before it is opened
     */
    public record Terms(Duration time, String password, int views, long cover, boolean announced) {}

    /**
     * Shares a film as it is.
     *
     * @param memory that it tells
     * @return the link's secret; empty when the film may not be shown any more, or does not tell the memory any more
     */
    public Optional<String> add(Memory memory, Path film, String mood, String length, Terms terms) throws IOException {
        String secret = Secrets.random();
        Share share = new Share(
                Secrets.print(secret),
                memory.id(),
                mood,
                length,
                memory.title(),
                clock.instant().plus(terms.time()).getEpochSecond(),
                terms.password().isEmpty() ? "" : Passwords.hash(terms.password()),
                terms.views(),
                Optional.of(terms.cover()),
                Optional.of(terms.announced()));
        synchronized (films) {
            boolean kept = films.keep(share.print(), memory, film);
            if (kept) {
                boolean ignored = change(shares -> shares.add(share));
                LOG.info(
                        "A film was shared by a link for {} h{}",
                        terms.time().toHours(),
                        terms.password().isEmpty() ? "" : ", with a password");
            } else {
                films.forget(share.print());
            }
            tidy();
            return kept ? Optional.of(secret) : Optional.empty();
        }
    }

    public boolean remove(String print) throws IOException {
        synchronized (films) {
            boolean removed =
                    change(shares -> shares.removeIf(share -> share.print().equals(print)));
            if (removed) {
                films.forget(print);
            }
            tidy();
            LOG.info("A link was ended");
            return removed;
        }
    }

    private boolean change(Predicate<List<Share>> change) {
        AtomicBoolean changed = new AtomicBoolean();
        file.update(kept -> {
            List<Share> shares = new ArrayList<>(valid(kept));
            changed.set(change.test(shares));
            return changed.get() ? new Kept(shares) : kept;
        });
        return changed.get();
    }

    /** The film that a link shows, while it may be shown. */
    public Optional<Path> film(Share share) {
        return films.find(share.print());
    }

    /** @param memory that the link's film tells, as it is now, if it is still told */
    public Shows shows(Share share, Optional<Memory> memory) {
        if (films.find(share.print()).isEmpty()) {
            return Shows.NOTHING;
        }
        return memory.filter(now -> films.shows(share.print(), now)).isPresent() ? Shows.NOW : Shows.BEFORE;
    }

    /** How many links show a memory's film as it was before. */
    public int earlier(Memory memory) {
        return (int) all().stream()
                .filter(share -> share.memory().equals(memory.id()))
                .filter(share -> shows(share, Optional.of(memory)) == Shows.BEFORE)
                .count();
    }

    /** Where films lie that are kept for links. */
    public Path folder() {
        return films.folder();
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
                .filter(Share::opens)
                .filter(share -> share.password().isEmpty()
                        || attempts.isRight(address, () -> Passwords.matches(password, share.password())))
                .flatMap(share -> admit(share.print()));
    }

    private synchronized Optional<String> admit(String print) {
        AtomicBoolean admitted = new AtomicBoolean();
        file.update(kept -> new Kept(valid(kept).stream()
                .map(share -> {
                    boolean meant = share.print().equals(print) && share.opens();
                    if (meant) {
                        admitted.set(true);
                    }
                    return meant && share.viewsLeft() > 0 ? share.viewed() : share;
                })
                .toList()));
        if (!admitted.get()) {
            return Optional.empty();
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

    /** Whether who has no ticket yet may be told what film it is. */
    public boolean announces(Share share) {
        return share.opens() && share.announced().orElse(false);
    }

    private boolean isValid(Share share) {
        return share.expires() > clock.instant().getEpochSecond();
    }
}
