package app.keepsake.server.internal.api;

import app.keepsake.catalog.Album;
import app.keepsake.catalog.AssetView;
import app.keepsake.catalog.Catalog;
import app.keepsake.catalog.Marks.Mark;
import app.keepsake.catalog.Memory;
import app.keepsake.catalog.Person;
import app.keepsake.catalog.Quality;
import app.keepsake.catalog.Request;
import app.keepsake.catalog.Shot;
import app.keepsake.catalog.SubjectText;
import app.keepsake.memories.AboutMemory;
import app.keepsake.memories.FirstPage;
import app.keepsake.memories.Meanings;
import app.keepsake.memories.Retelling;
import app.keepsake.memories.Search;
import app.keepsake.memories.ShownAlbums;
import app.keepsake.server.Errand;
import app.keepsake.server.internal.http.Caller;
import app.keepsake.server.internal.library.Films;
import app.keepsake.server.internal.library.Searches;
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
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Memories: what there is, why, and new ones on request. */
final class MemoryRoutes {
    private static final int SHOWN_AGAIN = 60;
    private static final int MOST_FITTING = 12;
    private static final int MOST_DELETED = 30;
    private static final int ATTEMPTS = 5;
    private static final double HALF = 0.5;
    private static final Set<String> ASKED = Set.of("request", "folder", "selection");

    private final Catalog catalog;
    private final Retelling memories;
    private final ShownAlbums albums;
    private final Films films;
    private final Jobs jobs;
    private final LiveFilmService liveFilms;
    private final Shares shares;
    private final Clock clock;
    private final Requests requests;
    private final Searches searches;
    private final Meanings meanings;
    private final Map<String, Deleted> deleted = Collections.synchronizedMap(new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Deleted> eldest) {
            return size() > MOST_DELETED;
        }
    });

    MemoryRoutes(
            Catalog catalog,
            Retelling memories,
            ShownAlbums albums,
            Films films,
            Jobs jobs,
            LiveFilmService liveFilms,
            Shares shares,
            Clock clock,
            Searches searches,
            Meanings meanings,
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
        this.searches = searches;
        this.meanings = meanings;
    }

    /**
     * A memory without its shots.
     *
     * @param asked whether the user asked for it
     * @param pinned whether the user wants it to stay
     */
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
            boolean ready,
            boolean asked,
            boolean pinned) {}

    /** @param part of the first page: today, pinned, new, trips, people, years, places or others */
    record Section(String part, List<Card> cards) {}

    /**
     * @param today those of the day, the best first
     * @param others the rest that can be told
     * @param sections of the first page: no two memories there share more than a third, or the cover
     */
    record Shelf(String day, List<Card> today, List<Card> others, List<Section> sections) {}

    /** What there can be less of. @param subject as choices have it */
    record Less(String subject, String what, String name) {}

    /** What a memory is about, and can be made less of. */
    record NotAgain(List<Less> subjects) {}

    /** A picture of a memory. @param live whether it is a photo with a movement that is worth showing */
    @SchemaName("MemoryShotTold")
    record ShotView(long asset, boolean clip, boolean live, String role, String reason) {}

    /**
     * A memory in full.
     *
     * @param made its films that are there, as "mood/length"
     * @param ownMusic whether its films play music of the user's own
     * @param earlierLinks how many links keep showing a film of it as it was before it was changed
     */
    record Full(
            Card card,
            List<ShotView> shots,
            List<String> moods,
            List<String> lengths,
            List<String> made,
            boolean ownMusic,
            int earlierLinks) {}

    /** Words for a new memory. */
    @SchemaName("MemoryRequest")
    record Wanted(String words) {}

    /** Memories that fit a search, the best first, at most 12. */
    record Fitting(List<Card> memories) {}

    private record Deleted(Memory memory, Request request) {}

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
                        Wanted.class,
                        Full.class,
                        this::create),
                Endpoint.post(
                        "/api/albums/{album}/memory",
                        "Makes a memory of an album, under its title.",
                        Void.class,
                        Full.class,
                        this::ofAlbum),
                Endpoint.post(
                        "/api/selection/memory",
                        "Makes a memory of some pictures.",
                        SelectionRoutes.Pictures.class,
                        Full.class,
                        this::ofSelection),
                Endpoint.get("/api/memories/{memory}", "One memory with its shots.", Full.class, this::one),
                Endpoint.delete(
                        "/api/memories/{memory}",
                        "Deletes a memory; its pictures stay. What was asked for is forgotten, what was told is told no more.",
                        this::delete),
                Endpoint.post(
                        "/api/memories/{memory}/pin",
                        "Pins a memory: it stays, and stands on the first page.",
                        Void.class,
                        Full.class,
                        this::pin),
                Endpoint.delete("/api/memories/{memory}/pin", "Takes the pin off a memory.", this::unpin),
                Endpoint.get(
                        "/api/memories/{memory}/less",
                        "What a memory is about: there can be less of each of these, by a choice.",
                        NotAgain.class,
                        this::less),
                Endpoint.post(
                        "/api/memories/{memory}/undelete",
                        "Brings a memory back that was deleted; one that was asked for, since the service began.",
                        Void.class,
                        Full.class,
                        this::undelete),
                Endpoint.get(
                                "/api/search/memories",
                                "Memories of which half or more fits, or whose title has the words.",
                                Fitting.class,
                                this::fitting)
                        .withQuery("words"),
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
        Set<String> shown = new LinkedHashSet<>();
        catalog.memories().shownSince(day).forEach(showing -> shown.add(showing.memoryId()));
        List<String> pinned = pinned();
        Films.Made made = films.made();
        List<Section> sections = FirstPage.of(all, shown, BackgroundScheduler.A_DAY, pinned).stream()
                .map(section -> new Section(
                        section.part().name().toLowerCase(Locale.ROOT),
                        section.memories().stream()
                                .map(placed -> card(placed.memory().coveredBy(placed.cover()), made, pinned))
                                .toList()))
                .toList();
        List<Card> today = sections.stream()
                .filter(section -> section.part.equals("today"))
                .flatMap(section -> section.cards.stream())
                .toList();
        Set<String> ofToday = new HashSet<>();
        today.forEach(card -> ofToday.add(card.id));
        List<Card> others = all.stream()
                .filter(memory -> !ofToday.contains(memory.id()))
                .limit(SHOWN_AGAIN)
                .map(memory -> card(memory, made, pinned))
                .toList();
        return new Shelf(day.toString(), today, others, sections);
    }

    /** Those pinned last first. */
    private List<String> pinned() {
        return catalog.marks().all().entrySet().stream()
                .filter(mark -> mark.getValue() == Mark.PINNED)
                .map(Map.Entry::getKey)
                .toList();
    }

    /** The asset that stands for a memory; 0 for one that shows nothing. */
    static long cover(Memory memory) {
        return memory.coverShown();
    }

    private Card card(Memory memory, Films.Made made, List<String> pinned) {
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
                made.has(memory, mood, Films.STANDARD_LENGTH),
                isAsked(memory),
                pinned.contains(memory.id()));
    }

    /** By their kinds: before requests were noted, nothing else told. */
    private static boolean isAsked(Memory memory) {
        return ASKED.contains(memory.kind());
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
                card(memory, there, pinned()),
                shots(memory, catalog),
                films.moods(),
                Films.LENGTHS,
                made,
                memory.edit().music().isPresent(),
                shares.earlier(memory));
    }

    /** The pictures of a memory, in its order. */
    static List<ShotView> shots(Memory memory, Catalog catalog) {
        List<Long> wanted = memory.shots().stream().map(Shot::assetId).toList();
        Map<Long, AssetView> known = new HashMap<>();
        catalog.assets().views(wanted).forEach(view -> known.put(view.asset().id(), view));
        return memory.shots().stream()
                .map(shot -> view(shot, Optional.ofNullable(known.get(shot.assetId()))))
                .toList();
    }

    private static ShotView view(Shot shot, Optional<AssetView> shown) {
        boolean clip = shown.filter(view -> view.asset().facts().clip()).isPresent();
        boolean live = shown.filter(view -> view.asset().facts().movement().isPresent())
                .flatMap(AssetView::quality)
                .flatMap(Quality::bestSpan)
                .isPresent();
        return new ShotView(shot.assetId(), clip, live, shot.role().name().toLowerCase(Locale.ROOT), shot.reason());
    }

    private Full create(Context context) {
        String words = Json.read(context.bodyAsBytes(), Wanted.class).words().strip();
        if (words.isEmpty() || words.length() > 200) {
            throw Problem.invalid("Expected a few words, such as \"Lisbon 2024\".");
        }
        return created(context, words, new Errand.Create(words));
    }

    private Full ofAlbum(Context context) {
        Album album = AlbumRoutes.find(albums, context).album();
        return created(context, album.title(), new Errand.OfAlbum(album.id()));
    }

    private Full ofSelection(Context context) {
        SelectionRoutes.Pictures wanted = Json.read(context.bodyAsBytes(), SelectionRoutes.Pictures.class);
        List<String> pictures = SelectionRoutes.visible(context, wanted.assets(), requests).stream()
                .map(asset -> asset.hash().toString())
                .toList();
        return created(context, "", new Errand.OfSelection(pictures));
    }

    private Full created(Context context, String words, Errand errand) {
        ServiceJob.Order order = new ServiceJob.Order(ServiceJob.Kind.CREATE, words, false, errand);
        ServiceJob.Outcome outcome = Caller.served(context, () -> jobs.run(order));
        if (outcome.state() != ServiceJob.State.DONE) {
            throw new Problem(422, "nothing-found", outcome.message().orElse("It was stopped."));
        }
        JsonNode told =
                outcome.result().orElseThrow(() -> new Problem(422, "nothing-found", "Nothing fits these words."));
        String id = told.path("id").asString("");
        return full(memories.find(id).orElseThrow(() -> Problem.notFound("a memory", id)));
    }

    private @Nullable Object delete(Context context) {
        Memory memory = requests.memory(context);
        if (!isAsked(memory)) {
            catalog.marks().put(memory.id(), Mark.DELETED);
            return null;
        }
        // As it was told: the edit stays, and counts when it is back.
        catalog.memories().find(memory.id()).ifPresent(told -> {
            Request request = catalog.memories().requests().stream()
                    .filter(one -> one.memory().equals(told.id()))
                    .findFirst()
                    .orElseGet(() -> new Request(told.id(), told.kind(), told.title()));
            if (catalog.memories().takeBack(told.id())) {
                deleted.put(told.id(), new Deleted(told, request));
            }
        });
        return null;
    }

    private Full undelete(Context context) {
        String id = context.pathParam("memory");
        if (catalog.marks().all().get(id) == Mark.DELETED && catalog.marks().remove(id)) {
            return full(memories.find(id).orElseThrow(() -> Problem.notFound("a memory", id)));
        }
        Deleted known =
                Optional.ofNullable(deleted.get(id)).orElseThrow(() -> Problem.notFound("a deleted memory", id));
        for (int i = 0; i < ATTEMPTS; i++) {
            // What of it may be shown is asked when it is read.
            if (catalog.memories()
                    .put(known.memory, known.request, catalog.choices().revision())) {
                deleted.remove(id);
                return full(memories.find(id).orElseThrow(() -> Problem.notFound("a memory", id)));
            }
        }
        throw new Problem(409, "changed", "What may be shown changes all the time. Try again in a moment.");
    }

    private Full pin(Context context) {
        Memory memory = requests.memory(context);
        catalog.marks().put(memory.id(), Mark.PINNED);
        return full(memory);
    }

    private @Nullable Object unpin(Context context) {
        Memory memory = requests.memory(context);
        if (pinned().contains(memory.id())) {
            boolean ignored = catalog.marks().remove(memory.id());
        }
        return null;
    }

    private NotAgain less(Context context) {
        Memory memory = requests.memory(context);
        List<Long> shown = memory.shots().stream().map(Shot::assetId).toList();
        List<Person> people = catalog.people().all();
        SubjectText subjects = new SubjectText(people);
        return new NotAgain(AboutMemory.of(memory, catalog.assets().views(shown), people).stream()
                .map(about -> new Less(
                        subjects.write(about.subject()), about.what().name().toLowerCase(Locale.ROOT), about.name()))
                .toList());
    }

    private Fitting fitting(Context context) {
        String words = SearchRoutes.words(context);
        Search.Company company = searches.latest().company(words, LocalDate.now(clock), meanings, 0);
        String plain = words.toLowerCase(Locale.ROOT);
        record Ranked(Memory memory, double share) {}
        Films.Made made = films.made();
        List<String> pinned = pinned();
        return new Fitting(memories.all().stream()
                .map(memory -> new Ranked(memory, share(memory, company, plain)))
                .filter(one -> one.share >= HALF)
                .sorted(Comparator.comparingDouble((Ranked one) -> -one.share)
                        .thenComparing(one -> -one.memory.score())
                        .thenComparing(one -> one.memory.id()))
                .limit(MOST_FITTING)
                .map(one -> card(one.memory, made, pinned))
                .toList());
    }

    /** How much of a memory fits; all of one that is called so. */
    private static double share(Memory memory, Search.Company company, String words) {
        String title = (memory.title() + " " + memory.subtitle()).toLowerCase(Locale.ROOT);
        if (!words.isBlank() && title.contains(words.strip())) {
            return 1;
        }
        long fitting = memory.shots().stream()
                .filter(shot -> company.fits().test(shot.assetId()))
                .count();
        return (double) fitting / memory.shots().size();
    }

    private Explained explain(Context context) {
        Memory memory = requests.memory(context);
        ServiceJob.Order order =
                new ServiceJob.Order(ServiceJob.Kind.EXPLAIN, memory.id(), false, new Errand.Explain(memory.id()));
        ServiceJob.Outcome outcome = Caller.served(context, () -> jobs.run(order));
        if (outcome.state() != ServiceJob.State.DONE) {
            throw new Problem(409, "not-told", outcome.message().orElse("It was stopped."));
        }
        JsonNode told = outcome.result().orElseThrow(() -> new Problem(409, "not-told", "It cannot be told any more."));
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
}
