package app.keepsake.cli;

import static org.assertj.core.api.Assertions.assertThat;

import app.keepsake.catalog.Asset;
import app.keepsake.catalog.AssetView;
import app.keepsake.catalog.Catalog;
import app.keepsake.catalog.Choice;
import app.keepsake.catalog.ContentHash;
import app.keepsake.catalog.Face;
import app.keepsake.catalog.Film;
import app.keepsake.catalog.Flag;
import app.keepsake.catalog.Memory;
import app.keepsake.catalog.Person;
import app.keepsake.catalog.Shot;
import app.keepsake.catalog.Subject;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * Looks at all that the service answers, at the shelf, the films and the links, and knows from the catalog's rows alone,
 * by rules of its own, what must not be seen there.
 */
final class Eyes {
    private final Scene scene;
    private final Set<Long> visible = new HashSet<>();
    private final Set<Long> allowed = new HashSet<>();
    private final Set<String> neverKinds = new HashSet<>();
    private final Set<Long> hiddenPeople = new HashSet<>();
    int seen;

    private Eyes(Scene scene) {
        this.scene = scene;
        Catalog catalog = scene.catalog;
        List<Choice> choices = catalog.choices().all();
        catalog.people().all().stream().filter(Person::hidden).map(Person::id).forEach(hiddenPeople::add);
        boolean folders = choices.stream()
                .anyMatch(choice ->
                        choice.stance() == Choice.Stance.ALLOW && choice.subject() instanceof Subject.OfFolder);
        catalog.assets().each(view -> {
            Set<Long> people = people(view);
            boolean hidden = view.asset().facts().hidden() || people.stream().anyMatch(hiddenPeople::contains);
            if (!hidden) {
                visible.add(view.asset().id());
            }
            boolean back = says(
                    choices,
                    Choice.Stance.ALLOW,
                    new Subject.OfAsset(view.asset().hash()));
            boolean out = view.asset().facts().hidden()
                    || view.flags().stream().anyMatch(flag -> flag.probability() >= Flag.LIKELY);
            boolean never = choices.stream()
                    .filter(choice -> choice.stance() == Choice.Stance.NEVER)
                    .anyMatch(choice -> isAbout(choice.subject(), view));
            boolean inside = !folders
                    || choices.stream()
                            .filter(choice -> choice.stance() == Choice.Stance.ALLOW)
                            .filter(choice -> choice.subject() instanceof Subject.OfFolder)
                            .anyMatch(choice -> isAbout(choice.subject(), view));
            boolean shows = people.stream().noneMatch(hiddenPeople::contains);
            if ((back || !out) && !never && inside && shows) {
                allowed.add(view.asset().id());
            }
        });
        for (Choice choice : choices) {
            if (choice.stance() == Choice.Stance.NEVER && choice.subject() instanceof Subject.OfKind(String kind)) {
                neverKinds.add(kind);
            }
        }
    }

    private static Set<Long> people(AssetView view) {
        return view.faces().stream()
                .map(Face::personId)
                .flatMap(person -> person.stream().boxed())
                .collect(Collectors.toSet());
    }

    private static boolean says(List<Choice> choices, Choice.Stance stance, Subject subject) {
        return choices.stream()
                .anyMatch(
                        choice -> choice.stance() == stance && choice.subject().equals(subject));
    }

    private static boolean isAbout(Subject subject, AssetView view) {
        LocalDate day = view.asset().facts().capturedAt().orElseThrow().toLocalDate();
        return switch (subject) {
            case Subject.OfAsset(ContentHash hash) -> hash.equals(view.asset().hash());
            case Subject.OfPerson(long id) -> people(view).contains(id);
            case Subject.OfPair(long a, long b) -> people(view).containsAll(List.of(a, b));
            case Subject.OfFolder(String folder) -> view.files().getFirst().startsWith(Path.of(folder));
            case Subject.OfTag(String tag) ->
                view.tags().stream().anyMatch(one -> one.name().equals(tag));
            case Subject.OfDates(LocalDate first, LocalDate last) -> !day.isBefore(first) && !day.isAfter(last);
            default -> false;
        };
    }

    /** Looks everywhere, and says how much there was to see. */
    static int look(Scene scene, String after) {
        Eyes eyes = new Eyes(scene);
        try {
            eyes.look();
        } catch (AssertionError e) {
            throw new AssertionError("After " + after + ": " + e.getMessage(), e);
        }
        return eyes.seen;
    }

    private void look() {
        atTheDisk();
        atTheShelf();
        atMemories();
        atPictures();
        atPeople();
        for (String link : scene.links) {
            atLink(link);
        }
        for (long job : scene.jobs) {
            HttpResponse<String> film = scene.get("/api/jobs/%d/film".formatted(job));
            if (film.statusCode() == 200) {
                atFilm("a film in the making", film.body());
            }
        }
    }

    private void mayShow(String where, Iterable<Long> assets) {
        for (long asset : assets) {
            seen++;
            assertThat(allowed).as("%s shows %d", where, asset).contains(asset);
        }
    }

    private void mayBeSeen(String where, JsonNode assets) {
        assets.forEach(asset -> {
            seen++;
            assertThat(visible).as("%s shows %s", where, asset).contains(asset.asLong());
        });
    }

    private void atTheDisk() {
        for (Path file : scene.hiddenOnDisk()) {
            scene.catalog
                    .files()
                    .known(file)
                    .flatMap(state -> state.assetId().stream().boxed().findFirst())
                    .ifPresent(asset -> assertThat(visible)
                            .as("hidden on the disk: %s", file)
                            .doesNotContain(asset));
        }
    }

    private void atTheShelf() {
        for (Memory memory : scene.catalog.memories().all()) {
            assertThat(neverKinds).as(memory.id()).doesNotContain(memory.kind());
            mayShow(
                    "the shelf's " + memory.id(),
                    memory.shots().stream().map(Shot::assetId).toList());
        }
        for (Film film : scene.catalog.memories().films()) {
            if (film.withdrawnBecause().isEmpty()) {
                assertThat(neverKinds).as("%s", film.path()).doesNotContain(film.kind());
                mayShow("the film " + film.path(), film.assetIds());
            }
        }
    }

    private void atMemories() {
        JsonNode shelf = scene.json("/api/memories");
        List<JsonNode> cards = new ArrayList<>();
        shelf.path("today").forEach(cards::add);
        shelf.path("others").forEach(cards::add);
        for (JsonNode card : cards) {
            String id = card.path("id").asString();
            mayShow("a card", List.of(card.path("cover").asLong()));
            assertThat(neverKinds).as(id).doesNotContain(card.path("kind").asString());
            String path = "/api/memories/" + id;
            mayShow(path, shots(scene.json(path)));
            mayShow(path + "/edit", shots(scene.json(path + "/edit")));
            for (String mood : List.of("gentle", "happy")) {
                HttpResponse<String> film = scene.get(path + "/films/" + mood + "/short");
                if (film.statusCode() == 200) {
                    atFilm(path, film.body());
                }
            }
        }
    }

    private static List<Long> shots(JsonNode memory) {
        List<Long> shots = new ArrayList<>();
        memory.path("shots").forEach(shot -> shots.add(shot.path("asset").asLong()));
        return shots;
    }

    private void atFilm(String where, String film) {
        for (String line : film.split("\n")) {
            if (line.startsWith("kind ")) {
                assertThat(neverKinds).as(where).doesNotContain(line.substring("kind ".length()));
            } else if (!line.isEmpty()) {
                Asset asset =
                        scene.catalog.assets().find(ContentHash.parse(line)).orElseThrow();
                mayShow("a film of " + where, List.of(asset.id()));
            }
        }
    }

    private void atLink(String secret) {
        String path = "/api/shared/" + secret;
        HttpResponse<String> opened = scene.send("POST", path, "{\"password\":\"\"}");
        if (opened.statusCode() == 200) {
            String cookie = opened.headers().firstValue("Set-Cookie").orElseThrow();
            HttpResponse<String> film = scene.get(path + "/film", "Cookie", cookie.substring(0, cookie.indexOf(';')));
            if (film.statusCode() == 200) {
                atFilm("a link", film.body());
            }
        }
    }

    private void atPictures() {
        scene.json("/api/timeline").path("months").forEach(month -> {
            String path = "/api/timeline/" + month.path("month").asString();
            mayBeSeen(path, scene.json(path).path("assets"));
        });
        mayBeSeen(
                "the map", scene.json("/api/map/pictures?area=-180,-90,180,90").path("assets"));
        scene.json("/api/map").path("places").forEach(place -> mayBeSeen("a place", covers(place)));
        scene.json("/api/map/clusters?area=-180,-90,180,90&zoom=12")
                .path("clusters")
                .forEach(cluster -> mayBeSeen("a cluster", covers(cluster)));
    }

    private static JsonNode covers(JsonNode cluster) {
        return tools.jackson.databind.json.JsonMapper.shared()
                .createArrayNode()
                .add(cluster.path("cover").asLong());
    }

    /** There is no password here, so that who is hidden is listed; but no picture with them for anybody else. */
    private void atPeople() {
        scene.json("/api/people").path("people").forEach(person -> {
            long id = person.path("id").asLong();
            assertThat(person.path("hidden").asBoolean()).as("person %d", id).isEqualTo(hiddenPeople.contains(id));
            if (!hiddenPeople.contains(id)) {
                mayBeSeen("person " + id, scene.json("/api/people/" + id).path("assets"));
            }
        });
    }
}
