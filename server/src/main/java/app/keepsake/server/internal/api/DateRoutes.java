package app.keepsake.server.internal.api;

import app.keepsake.catalog.Catalog;
import app.keepsake.catalog.DateShift;
import app.keepsake.catalog.Dates;
import app.keepsake.catalog.InForce;
import app.keepsake.catalog.Taken;
import app.keepsake.memories.KeptOut;
import app.keepsake.operations.choices.Aftermath;
import app.keepsake.operations.dates.ChangeDates;
import app.keepsake.operations.dates.DoubtfulDates;
import app.keepsake.operations.dates.Which;
import app.keepsake.server.internal.wire.Json;
import app.keepsake.server.internal.wire.Problem;
import app.keepsake.server.internal.wire.SchemaName;
import io.javalin.http.Context;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** When pictures were taken: which dates are doubtful, and what the user says of them. */
final class DateRoutes {
    /** Of one group; more are listed when these are dated. */
    private static final int MOST_LISTED = 2000;

    private static final int MOST_SAYINGS = 20;

    private final Catalog catalog;
    private final Supplier<Locale> locale;
    private final Requests requests;
    private final ChangeDates changes;
    private @Nullable Listing latest;

    DateRoutes(Catalog catalog, Supplier<Locale> locale, Requests requests, Aftermath aftermath) {
        this.catalog = catalog;
        this.locale = locale;
        this.requests = requests;
        this.changes = new ChangeDates(catalog, aftermath);
    }

    /** What was doubtful when the catalog was so. */
    private record Listing(String revision, List<DoubtfulDates.Group> groups) {}

    /**
     * Pictures of one folder and one camera whose dates are doubtful for one reason.
     *
     * @param doubt "undated", "file_time", "unset_clock", "scanned", "uploaded", "edited", "conflict" or "rough"
     * @param first what counts now of the earliest, as {@link Taken} has it in text
     * @param count of all; {@code assets} may be fewer
     */
    record Group(
            String doubt,
            String folder,
            String camera,
            Optional<String> first,
            Optional<String> last,
            int count,
            List<Long> assets) {}

    /** Something that was said at once. */
    record Saying(long id, String at, int pictures) {}

    /** The gravest doubts first, and what was said last. */
    @SchemaName("DateAll")
    record All(List<Group> groups, List<Saying> sayings) {}

    /**
     * One of the two is said, and the other empty.
     *
     * @param date such as 1985, 1985-07, 1985-07-14 or 1983..1986
     * @param shift by how much a clock was wrong, such as +1h or -1y
     */
    record Wanted(List<Long> assets, String date, String shift) {}

    /** @param left how many have no date that could be shifted */
    record Said(Optional<Saying> saying, int left) {}

    List<Endpoint> endpoints() {
        return List.of(
                Endpoint.get(
                        "/api/dates", "Pictures whose dates are doubtful, in groups.", All.class, context -> all()),
                Endpoint.post(
                        "/api/dates",
                        "Says when pictures were taken, or by how much their clock was wrong.",
                        Wanted.class,
                        Said.class,
                        this::say),
                Endpoint.delete("/api/dates/{saying}", "Takes back what was said at once of dates.", this::takeBack));
    }

    private All all() {
        return new All(
                groups().stream().map(DateRoutes::view).toList(),
                catalog.dates().sayings().stream()
                        .limit(MOST_SAYINGS)
                        .map(DateRoutes::view)
                        .toList());
    }

    /** Looked for once while nothing changes: it takes a walk through the library. */
    private synchronized List<DoubtfulDates.Group> groups() {
        InForce choices = catalog.choices().inForce();
        String revision = choices.revision() + " " + catalog.revision();
        Listing known = latest;
        if (known == null || !known.revision.equals(revision)) {
            KeptOut rules = new KeptOut(choices, locale.get());
            known = new Listing(revision, new DoubtfulDates(catalog).groups(view -> !rules.hides(view)));
            latest = known;
        }
        return known.groups;
    }

    private static Group view(DoubtfulDates.Group group) {
        return new Group(
                group.doubt().name().toLowerCase(Locale.ROOT),
                group.folder().toString(),
                group.camera(),
                group.first().map(Taken::toText),
                group.last().map(Taken::toText),
                group.assets().size(),
                group.assets().stream().limit(MOST_LISTED).toList());
    }

    private static Saying view(Dates.Saying saying) {
        return new Saying(saying.at().toEpochMilli(), saying.at().toString(), saying.pictures());
    }

    private Said say(Context context) {
        Wanted wanted = Json.read(context.bodyAsBytes(), Wanted.class);
        if (wanted.date().isEmpty() == wanted.shift().isEmpty()) {
            throw Problem.invalid("Expected either a date or a shift.");
        }
        Set<Long> assets = new HashSet<>(wanted.assets());
        if (assets.size() > MOST_LISTED || assets.stream().anyMatch(Objects::isNull)) {
            throw Problem.invalid("Expected the numbers of at most %d pictures.".formatted(MOST_LISTED));
        }
        assets.forEach(asset -> requests.visible(context, asset));
        try {
            Which which = Which.of(assets);
            ChangeDates.Changed changed = wanted.shift().isEmpty()
                    ? changes.set(which, Taken.parse(wanted.date()))
                    : changes.shift(which, DateShift.parse(wanted.shift()));
            return new Said(
                    changed.saying().map(DateRoutes::view), changed.left().size());
        } catch (IllegalArgumentException e) {
            throw Problem.invalid(String.valueOf(e.getMessage()));
        }
    }

    private @Nullable Object takeBack(Context context) {
        long id = Requests.number(context, "saying");
        if (changes.undo(Instant.ofEpochMilli(id)).isEmpty()) {
            throw Problem.notFound("something that was said of dates", id);
        }
        return null;
    }
}
