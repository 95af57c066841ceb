package app.keepsake.cli;

import static org.assertj.core.api.Assertions.assertThat;

import app.keepsake.catalog.Asset;
import app.keepsake.catalog.AssetFace;
import app.keepsake.catalog.AssetView;
import app.keepsake.catalog.Catalog;
import app.keepsake.catalog.Choice;
import app.keepsake.catalog.ContentHash;
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
import tools.jackson.databind.json.JsonMapper;

/**
 * Looks at all that the service answers, at the shelf, the films and the links, and knows from the catalog's rows alone,
 * by rules of its own, what must not be seen there.
 */
final class Eyes {
    /** What takes a process or a stream, and is looked at by tests of its own. */
    private static final Set<String> UNTOLD = Set.of(
            "/api/events",
            "/api/openapi.json",
            "/api/health",
            "/api/health/report",
            "/api/memories/{memory}/explanation",
            "/api/jobs/{job}/film",
            "/api/memories/{memory}/films/{mood}/{length}",
            "/api/memories/{memory}/films/{mood}/{length}/chapters",
            "/api/shared/{secret}/film");

    private final Scene scene;
    private final Set<Long> visible = new HashSet<>();
    private final Set<Long> allowed = new HashSet<>();
    private final Set<String> neverKinds = new HashSet<>();
    private final Set<Long> hiddenPeople = new HashSet<>();
    private final Set<Long> hiddenAssets = new HashSet<>();
    private final Set<Long> hiddenFaces = new HashSet<>();
    private final Set<String> hiddenWords = new HashSet<>();
    int seen;

    private Eyes(Scene scene) {
        this.scene = scene;
        Catalog catalog = scene.catalog;
        List<Choice> choices = catalog.choices().all();
        catalog.people().all().stream().filter(Person::hidden).forEach(person -> {
            hiddenPeople.add(person.id());
            person.name().ifPresent(hiddenWords::add);
        });
        boolean folders = choices.stream()
                .anyMatch(choice ->
                        choice.stance() == Choice.Stance.ALLOW && choice.subject() instanceof Subject.OfFolder);
        catalog.assets().each(view -> {
            Set<Long> people = people(view);
            boolean byItself = says(
                    choices,
                    Choice.Stance.HIDE,
                    new Subject.OfAsset(view.asset().hash()));
            boolean hidden =
                    byItself || view.asset().facts().hidden() || people.stream().anyMatch(hiddenPeople::contains);
            if (hidden) {
                hiddenAssets.add(view.asset().id());
                hiddenWords.add(view.asset().hash().toString());
                view.faces().forEach(face -> hiddenFaces.add(face.id()));
            } else {
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
            if ((back || !out) && !never && !byItself && inside && shows) {
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
                .map(AssetFace::personId)
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
        atAlbums();
        atPictures();
        atPeople();
        atEveryAnswer();
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
        HttpResponse<String> opened = scene.sendAs("", "POST", path, "{\"password\":\"\"}");
        if (opened.statusCode() == 200) {
            String cookie = opened.headers().firstValue("Set-Cookie").orElseThrow();
            HttpResponse<String> film =
                    scene.sendAs(cookie.substring(0, cookie.indexOf(';')), "GET", path + "/film", "");
            if (film.statusCode() == 200) {
                atFilm("a link", film.body());
            }
        }
    }

    private void atAlbums() {
        scene.json("/api/albums").path("albums").forEach(album -> {
            mayShow("an album's cover", List.of(album.path("cover").asLong()));
            String path = "/api/albums/" + album.path("id").asLong();
            HttpResponse<String> one = scene.get(path);
            if (one.statusCode() == 200) {
                List<Long> assets = new ArrayList<>();
                JsonMapper.shared().readTree(one.body()).path("assets").forEach(asset -> assets.add(asset.asLong()));
                mayShow(path, assets);
                assertThat(album.path("count").asInt())
                        .as("how many are in %s", path)
                        .isEqualTo(assets.size());
            }
        });
    }

    private void atPictures() {
        scene.json("/api/timeline").path("months").forEach(month -> {
            String path = "/api/timeline/" + month.path("month").asString();
            mayBeSeen(path, scene.json(path).path("assets"));
        });
        mayBeSeen(
                "the map", scene.json("/api/map/pictures?area=-180,-90,180,90").path("assets"));
        // These words say nothing of pictures, so that all are found.
        JsonNode found = scene.json("/api/search?words=our+photos");
        mayBeSeen("a search", found.path("pictures"));
        assertThat(found.path("total").asInt())
                .as("what is counted may be seen")
                .isLessThanOrEqualTo(visible.size());
        scene.json("/api/search/memories?words=2024")
                .path("memories")
                .forEach(card ->
                        mayShow("a memory that fits", List.of(card.path("cover").asLong())));
        scene.json("/api/map").path("places").forEach(place -> mayBeSeen("a place", covers(place)));
        scene.json("/api/map/clusters?area=-180,-90,180,90&zoom=12")
                .path("clusters")
                .forEach(cluster -> mayBeSeen("a cluster", covers(cluster)));
    }

    private static JsonNode covers(JsonNode cluster) {
        return JsonMapper.shared().createArrayNode().add(cluster.path("cover").asLong());
    }

    private void atPeople() {
        scene.json("/api/people").path("people").forEach(person -> {
            long id = person.path("id").asLong();
            assertThat(hiddenPeople).as("people who are listed").doesNotContain(id);
            mayBeSeen("person " + id, scene.json("/api/people/" + id).path("assets"));
        });
    }

    /** All that can be asked for: nothing of what is hidden is told, and nothing may be kept without asking. */
    private void atEveryAnswer() {
        for (String question : scene.questions) {
            for (String path : paths(question)) {
                HttpResponse<String> answer = scene.get(path);
                assertThat(answer.headers().firstValue("Cache-Control").orElse(""))
                        .as("how long %s may be kept", path)
                        .doesNotContain("max-age");
                if (answer.headers().firstValue("Content-Type").orElse("").startsWith("application/json")) {
                    assertThat(hiddenWords)
                            .as("words that are hidden in %s: %s", path, answer.body())
                            .noneMatch(answer.body()::contains);
                }
            }
        }
        for (long asset : hiddenAssets) {
            for (String part : List.of("", "/about", "/thumbnail", "/original", "/movement")) {
                isRefused("/api/assets/" + asset + part);
            }
        }
        hiddenFaces.forEach(face -> isRefused("/api/faces/" + face));
        hiddenPeople.forEach(person -> isRefused("/api/people/" + person + "/face"));
    }

    private void isRefused(String path) {
        assertThat(scene.get(path).statusCode()).as(path).isIn(403, 404);
    }

    /** Of pictures only those that are hidden are asked for: others would have to be made. */
    private List<String> paths(String question) {
        if (question.endsWith("/thumbnail")
                || question.endsWith("/original")
                || question.endsWith("/movement")
                || question.contains("{face}")
                || question.endsWith("/face")
                || UNTOLD.contains(question)) {
            return List.of();
        }
        if (question.equals("/api/descriptions")) {
            return List.of(question + "?assets=" + String.join(",", named("{asset}")));
        }
        String parameter =
                question.contains("{") ? question.substring(question.indexOf('{'), question.indexOf('}') + 1) : "";
        return named(parameter).stream()
                .map(name -> parameter.isEmpty() ? question : question.replace(parameter, name))
                .toList();
    }

    private List<String> named(String parameter) {
        Catalog catalog = scene.catalog;
        return switch (parameter) {
            case "" -> List.of("");
            case "{asset}" ->
                scene.assets().stream().map(asset -> Long.toString(asset.id())).toList();
            case "{person}" ->
                catalog.people().all().stream()
                        .map(person -> Long.toString(person.id()))
                        .toList();
            case "{memory}" -> catalog.memories().all().stream().map(Memory::id).toList();
            case "{album}" ->
                catalog.albums().list().stream()
                        .map(album -> Long.toString(album.id()))
                        .toList();
            case "{month}" -> List.of("2024-05", "2025-05");
            case "{job}" -> scene.jobs.stream().map(String::valueOf).toList();
            default -> List.of();
        };
    }
}
