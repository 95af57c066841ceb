package app.keepsake.server.internal.api;

import app.keepsake.catalog.Album;
import app.keepsake.catalog.AssetView;
import app.keepsake.catalog.Catalog;
import app.keepsake.catalog.Memory;
import app.keepsake.catalog.Quality;
import app.keepsake.catalog.Shot;
import app.keepsake.memories.Retelling;
import app.keepsake.memories.ShownAlbums;
import app.keepsake.server.Errand;
import app.keepsake.server.internal.library.Films;
import app.keepsake.server.internal.share.Shares;
import app.keepsake.server.internal.wire.Json;
import app.keepsake.server.internal.wire.Problem;
import app.keepsake.server.internal.wire.SchemaName;
import app.keepsake.server.internal.work.BackgroundScheduler;
import app.keepsake.server.internal.work.Jobs;
import app.keepsake.server.internal.work.LiveFilmService;
import app.keepsake.server.internal.work.ServiceJob;
import io.javalin.http.Context;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Memories: what there is, why, and new ones on request. */
final class MemoryRoutes {
    private static final int SHOWN_AGAIN = 60;

    /** Until the day is told, there are only those of the day before. */
    private static final String OF_ANOTHER_DAY = "on-this-day";

    private final Catalog catalog;
    private final Retelling memories;
    private final ShownAlbums albums;
    private final Films films;
    private final Jobs jobs;
    private final LiveFilmService liveFilms;
    private final Shares shares;
    private final Clock clock;
    private final Requests requests;

    MemoryRoutes(
            Catalog catalog,
            Retelling memories,
            ShownAlbums albums,
            Films films,
            Jobs jobs,
            LiveFilmService liveFilms,
            Shares shares,
            Clock clock,
            Requests requests) {
        this.catalog = catalog;
        this.memories = memories;
        this.albums = albums;
        this.films = films;
        this.jobs = jobs;
        this.liveFilms = liveFilms;
        this.shares = shares;
        this.clock = clock;
        this.requests = requests;
    }

    /** A memory without its shots. */
    record Card(
            String id,
            String kind,
            String title,
            String subtitle,
            String firstDay,
            String lastDay,
            long cover,
            int shots,
            String mood,
            boolean ready) {}

    /** @param today those of the day, the best first; {@code others} the rest that can be told */
    record Shelf(String day, List<Card> today, List<Card> others) {}

    /** A picture of a memory. @param live whether it is a photo with a movement that is worth showing */
    @SchemaName("MemoryShotTold")
    record ShotView(long asset, boolean clip, boolean live, String role, String reason) {}

    /**
     * A memory in full.
     *
     * @param made its films that are there, as "mood/length"
     * @param earlierLinks how many links keep showing a film of it as it was before it was changed
     */
    record Full(
            Card card,
            List<ShotView> shots,
            List<String> moods,
            List<String> lengths,
            List<String> made,
            int earlierLinks) {}

    /** Words for a new memory. */
    record Request(String words) {}

    /**
     * Why a picture is or is not in a memory.
     *
     * @param asset 0 when it is not known any more
     * @param showable whether memories may show it
     */
    record Reason(long asset, String reason, boolean showable) {}

    /** Why a memory is as it is. */
    record Explained(String why, List<Reason> chosen, List<Reason> notChosen) {}

    List<Endpoint> endpoints() {
        return List.of(
                Endpoint.get(
                        "/api/memories",
                        "The memories of today, and all others that can be told.",
                        Shelf.class,
                        this::shelf),
                Endpoint.post(
                        "/api/memories",
                        "Makes a memory on request, such as \"Anna at the beach 2023\".",
                        Request.class,
                        Full.class,
                        this::create),
                Endpoint.post(
                        "/api/albums/{album}/memory",
                        "Makes a memory of an album, under its title.",
                        Void.class,
                        Full.class,
                        this::ofAlbum),
                Endpoint.get("/api/memories/{memory}", "One memory with its shots.", Full.class, this::one),
                Endpoint.get(
                        "/api/memories/{memory}/explanation",
                        "Why it is told, why each shot, and why not the others.",
                        Explained.class,
                        this::explain));
    }

    private Shelf shelf(Context context) {
        liveFilms.warmUp();
        LocalDate day = LocalDate.now(clock);
        Comparator<Memory> best =
                Comparator.comparingDouble(Memory::score).reversed().thenComparing(Memory::id);
        List<Memory> all = memories.all().stream().sorted(best).toList();
        Set<String> today = today(day, all);
        Films.Made made = films.made();
        return new Shelf(
                day.toString(),
                all.stream()
                        .filter(memory -> today.contains(memory.id()))
                        .map(memory -> card(memory, made))
                        .toList(),
                all.stream()
                        .filter(memory -> !today.contains(memory.id()))
                        .limit(SHOWN_AGAIN)
                        .map(memory -> card(memory, made))
                        .toList());
    }

    /** What the day shows; until that is chosen, the best that there are, each of other pictures. */
    private Set<String> today(LocalDate day, List<Memory> best) {
        Set<String> shown = new LinkedHashSet<>();
        catalog.memories().shownSince(day).forEach(showing -> shown.add(showing.memoryId()));
        if (best.stream().noneMatch(memory -> shown.contains(memory.id()))) {
            Set<Long> covers = new HashSet<>();
            best.stream()
                    .filter(memory -> !memory.kind().equals(OF_ANOTHER_DAY))
                    .filter(memory -> covers.add(cover(memory)))
                    .limit(BackgroundScheduler.A_DAY)
                    .forEach(memory -> shown.add(memory.id()));
        }
        return shown;
    }

    private static long cover(Memory memory) {
        return memory.shots().stream()
                .filter(shot -> shot.role() == Shot.Role.OPENING)
                .findFirst()
                .or(() -> memory.shots().stream().findFirst())
                .map(Shot::assetId)
                .orElse(0L);
    }

    private Card card(Memory memory, Films.Made made) {
        String mood = films.moodFor(memory);
        return new Card(
                memory.id(),
                memory.kind(),
                memory.title(),
                memory.subtitle(),
                memory.firstDay().toString(),
                memory.lastDay().toString(),
                cover(memory),
                memory.shots().size(),
                mood,
                made.has(memory, mood, Films.STANDARD_LENGTH));
    }

    private Full one(Context context) {
        return full(requests.memory(context));
    }

    private Full full(Memory memory) {
        Films.Made there = films.made();
        List<String> made = new ArrayList<>();
        for (String mood : films.moods()) {
            for (String length : Films.LENGTHS) {
                if (there.has(memory, mood, length)) {
                    made.add(mood + "/" + length);
                }
            }
        }
        return new Full(
                card(memory, there),
                memory.shots().stream().map(shot -> view(shot, catalog)).toList(),
                films.moods(),
                Films.LENGTHS,
                made,
                shares.earlier(memory));
    }

    static ShotView view(Shot shot, Catalog catalog) {
        Optional<AssetView> shown = catalog.assets().view(shot.assetId());
        boolean clip = shown.filter(view -> view.asset().facts().clip()).isPresent();
        boolean live = shown.filter(view -> view.asset().facts().movement().isPresent())
                .flatMap(AssetView::quality)
                .flatMap(Quality::bestSpan)
                .isPresent();
        return new ShotView(shot.assetId(), clip, live, shot.role().name().toLowerCase(Locale.ROOT), shot.reason());
    }

    private Full create(Context context) {
        String words = Json.read(context.bodyAsBytes(), Request.class).words().strip();
        if (words.isEmpty() || words.length() > 200) {
            throw Problem.invalid("Expected a few words, such as \"Lisbon 2024\".");
        }
        return created(words, new Errand.Create(words));
    }

    private Full ofAlbum(Context context) {
        Album album = AlbumRoutes.find(albums, context).album();
        return created(album.title(), new Errand.OfAlbum(album.id()));
    }

    private Full created(String words, Errand errand) {
        ServiceJob.Outcome outcome = jobs.run(new ServiceJob.Order(ServiceJob.Kind.CREATE, words, false, errand));
        if (outcome.state() != ServiceJob.State.DONE) {
            throw new Problem(422, "nothing-found", outcome.message().orElse("It was stopped."));
        }
        JsonNode told = last(outcome).orElseThrow(() -> new Problem(422, "nothing-found", "Nothing fits these words."));
        String id = told.path("id").asString("");
        return full(memories.find(id).orElseThrow(() -> Problem.notFound("a memory", id)));
    }

    private Explained explain(Context context) {
        Memory memory = requests.memory(context);
        ServiceJob.Outcome outcome = jobs.run(
                new ServiceJob.Order(ServiceJob.Kind.EXPLAIN, memory.id(), false, new Errand.Explain(memory.id())));
        if (outcome.state() != ServiceJob.State.DONE) {
            throw new Problem(409, "not-told", outcome.message().orElse("It was stopped."));
        }
        JsonNode told = last(outcome).orElseThrow(() -> new Problem(409, "not-told", "It cannot be told any more."));
        return new Explained(
                told.path("why").asString(""), reasons(told.path("shots")), reasons(told.path("notChosen")));
    }

    /** What is hidden is not even numbered. */
    private List<Reason> reasons(JsonNode list) {
        List<Reason> reasons = new ArrayList<>();
        list.forEach(one -> {
            long asset = one.path("asset").asLong(0);
            if (!isHidden(asset)) {
                reasons.add(new Reason(
                        asset,
                        one.path("reason").asString(""),
                        one.path("showable").asBoolean(false)));
            }
        });
        return reasons;
    }

    private boolean isHidden(long asset) {
        return catalog.assets().find(asset).filter(requests::isHidden).isPresent();
    }

    /** The command's result is its last line of JSON. */
    private static Optional<JsonNode> last(ServiceJob.Outcome outcome) {
        for (String line : outcome.lines().reversed()) {
            if (line.startsWith("{")) {
                try {
                    return Optional.of(Json.read(line));
                } catch (JacksonException notAResult) {
                    continue;
                }
            }
        }
        return Optional.empty();
    }
}
