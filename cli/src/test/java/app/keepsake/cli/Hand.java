package app.keepsake.cli;

import app.keepsake.catalog.Album;
import app.keepsake.catalog.Asset;
import app.keepsake.catalog.Choice;
import app.keepsake.catalog.Film;
import app.keepsake.catalog.Memory;
import app.keepsake.catalog.People.FaceInLibrary;
import app.keepsake.catalog.Person;
import app.keepsake.catalog.Pets;
import app.keepsake.catalog.Subject;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One who does things to a library, each from a seed: in the web app, or by the command line. */
final class Hand {
    private static final List<String> STANCES = List.of("never", "never", "never", "less", "favourite", "allow");
    private static final List<String> WORDS =
            List.of("2024", "2025", "May 2024", "Anna", "Ben 2024", "beach", "Clara", "Rex");
    private static final int MOST_CHOICES = 4;
    private static final int MOST_HIDDEN = 1;
    private static final int MOST_PUT_AWAY = 1;

    private final Scene scene;
    private final boolean commandLine;
    private final Random random;

    Hand(Scene scene, boolean commandLine, long seed) {
        this.scene = scene;
        this.commandLine = commandLine;
        this.random = new Random(seed);
    }

    /** Does one thing, and says what. */
    String act() throws IOException {
        LockSupport.parkNanos(random.nextInt(2_000_000));
        return commandLine ? command() : request();
    }

    private <T> T one(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }

    private String request() {
        return switch (random.nextInt(19)) {
            case 0, 1 -> choose();
            case 2, 3 -> choose();
            case 4, 5 -> hide();
            case 6 -> create();
            case 7, 8 -> edit();
            case 9, 10, 11 -> render();
            case 12, 13 -> share();
            case 14 -> mergeOrSplit();
            case 15 -> hidePicture();
            case 16, 17 -> pet();
            default -> undoEdit();
        };
    }

    /** Makes a choice; of many, takes one back. */
    private String choose() {
        List<Choice> choices = scene.catalog.choices().all();
        if (random.nextInt(MOST_CHOICES + 1) < choices.size()) {
            long id = one(choices).id();
            return did("DELETE", "/api/choices/" + id, "");
        }
        return did(
                "POST",
                "/api/choices",
                "{\"stance\":\"%s\",\"subject\":\"%s\",\"note\":\"\"}".formatted(one(STANCES), subject(true)));
    }

    private String subject(boolean byHash) {
        List<Asset> assets = scene.assets();
        return switch (random.nextInt(8)) {
            case 0 -> "person:#" + person().id();
            case 1 -> "folder:" + scene.photos.resolve(one(List.of("spring", "summer", "walks")));
            case 2 -> "tag:food";
            case 3 -> "kind:" + one(List.of("request", "album", "event", "day"));
            case 4 -> "dates:2024-05-03";
            default -> {
                if (assets.isEmpty()) {
                    yield "tag:beach";
                }
                Asset asset = one(assets);
                yield byHash ? "photo:" + asset.hash() : "photo:" + file(asset);
            }
        };
    }

    private Person person() {
        return one(scene.catalog.people().all());
    }

    private List<Person> hidden() {
        return scene.catalog.people().all().stream().filter(Person::hidden).toList();
    }

    private String hide() {
        // Read once: the other hand may show the last of them meanwhile.
        List<Person> hidden = hidden();
        boolean show = hidden.size() > random.nextInt(MOST_HIDDEN + 1);
        Person who = show ? one(hidden) : person();
        return did("PATCH", "/api/people/" + who.id(), "{\"hidden\":%s}".formatted(!show));
    }

    /** Those that were hidden one by one. */
    private List<Asset> putAway() {
        return scene.assets().stream()
                .filter(asset -> scene.catalog.choices().about(new Subject.OfAsset(asset.hash())).stream()
                        .anyMatch(choice -> choice.stance() == Choice.Stance.HIDE))
                .toList();
    }

    private String hidePicture() {
        List<Asset> away = putAway();
        boolean show = away.size() > random.nextInt(MOST_PUT_AWAY + 1);
        List<Asset> from = show ? away : scene.assets();
        if (from.isEmpty()) {
            return "nothing to hide";
        }
        return did(
                "POST",
                "/api/selection/choices",
                "{\"assets\":[%d],\"stance\":\"hide\",\"wanted\":%s}"
                        .formatted(one(from).id(), !show));
    }

    private String hidePictureByCommand() {
        List<Asset> away = putAway();
        boolean show = away.size() > random.nextInt(MOST_PUT_AWAY + 1);
        List<Asset> from = show ? away : scene.assets();
        return from.isEmpty()
                ? "nothing to hide"
                : ran("choices", show ? "unhide" : "hide", file(one(from)).toString());
    }

    private Path file(Asset asset) {
        return scene.catalog.files().holding(asset.id()).getFirst().path();
    }

    private String create() {
        List<Album> albums = scene.catalog.albums().list();
        if (!albums.isEmpty() && random.nextBoolean()) {
            return did("POST", "/api/albums/" + one(albums).id() + "/memory", "");
        }
        return did("POST", "/api/memories", "{\"words\":\"%s\"}".formatted(one(WORDS)));
    }

    /** Of any memory, shots of any kind, also such as may not be shown. */
    private String edit() {
        List<Asset> assets = scene.assets();
        List<Long> shots = IntStream.range(0, assets.isEmpty() ? 0 : 5)
                .mapToObj(i -> one(assets).id())
                .distinct()
                .toList();
        return did(
                "PUT",
                "/api/memories/" + memory() + "/edit",
                "{\"title\":\"Ours\",\"subtitle\":\"\",\"mood\":\"\",\"piece\":%d,\"music\":\"\",\"shots\":%s}"
                        .formatted(random.nextInt(3), shots));
    }

    private String undoEdit() {
        return did("DELETE", "/api/memories/" + memory() + "/edit", "");
    }

    private String memory() {
        List<Memory> all = scene.catalog.memories().all();
        return all.isEmpty() ? "none" : one(all).id();
    }

    private String film() {
        return "/api/memories/%s/films/%s/short".formatted(memory(), one(List.of("gentle", "happy")));
    }

    /** Plays a film, which has it made. */
    private String render() {
        String film = film();
        HttpResponse<String> answer = scene.send("POST", film, "");
        JsonNode job = JsonMapper.shared().readTree(answer.body()).at("/job/id");
        if (job.isNumber()) {
            Scene.remember(scene.jobs, job.asLong());
            String ignored =
                    scene.get("/api/jobs/%d/film".formatted(job.asLong())).body();
        }
        return "POST " + film + ": " + answer.statusCode();
    }

    private String share() {
        List<Film> films = scene.catalog.memories().films();
        // Most are not there, of all that can be made.
        String[] film = films.isEmpty()
                ? new String[] {memory(), "gentle"}
                : one(films).path().getFileName().toString().split("\\.");
        String body =
                "{\"memory\":\"%s\",\"mood\":\"%s\",\"length\":\"short\",\"days\":1,\"password\":\"\",\"views\":0}"
                        .formatted(film[0], film[1]);
        HttpResponse<String> answer = scene.send("POST", "/api/shares", body);
        if (answer.statusCode() == 200) {
            String path =
                    JsonMapper.shared().readTree(answer.body()).get("path").asString();
            Scene.remember(scene.links, path.substring("/s/".length()));
        }
        return "POST /api/shares " + body + ": " + answer.statusCode();
    }

    private String mergeOrSplit() {
        Person who = person();
        List<FaceInLibrary> faces = scene.catalog.people().faces(who.id());
        if (scene.catalog.people().all().size() > 4) {
            return did("POST", "/api/people/%d/merge".formatted(who.id()), "{\"other\":%d}".formatted(person().id()));
        }
        String assets = faces.stream()
                .limit(1)
                .map(face -> Long.toString(face.assetId()))
                .collect(Collectors.joining(",", "[", "]"));
        return did("POST", "/api/people/%d/split".formatted(who.id()), "{\"assets\":%s}".formatted(assets));
    }

    /** Says who an animal is, answers what is asked about one, or, seldom, forgets a pet. */
    private String pet() {
        List<Pets.Question> questions = scene.catalog.pets().questions();
        if (!questions.isEmpty() && random.nextBoolean()) {
            Pets.Question question = one(questions);
            return did(
                    "POST",
                    "/api/pairs",
                    "{\"face\":%d,\"other\":%d,\"answer\":\"%s\"}"
                            .formatted(
                                    question.pet().faceId(),
                                    question.animal().faceId(),
                                    one(List.of("yes", "yes", "no", "unsure"))));
        }
        if (random.nextInt(8) == 0) {
            return did("POST", "/api/people/%d/forget".formatted(person().id()), "");
        }
        List<Pets.Animal> animals = scene.animals();
        long face = animals.isEmpty() ? 0 : one(animals).faceId();
        return did("POST", "/api/pets", "{\"face\":%d,\"name\":\"Rex\"}".formatted(face));
    }

    private String did(String method, String path, String body) {
        return "%s %s %s: %d"
                .formatted(method, path, body, scene.send(method, path, body).statusCode());
    }

    private String command() throws IOException {
        return switch (random.nextInt(34)) {
            case 0 -> {
                scene.changeOnDisk(random);
                scene.index();
                yield "index";
            }
            case 1, 2, 3, 4, 5 -> ran("memories");
            case 6, 7 -> ran("memories", "--feature", "3");
            case 8, 9, 10 -> ran("create", one(WORDS));
            case 11, 12, 13, 14 -> chooseByCommand();
            case 15, 16, 17, 18 -> hideByCommand();
            case 19, 20 -> ran("edit", memory(), "--key", "2", "--remove", "1");
            case 21 -> ran("edit", memory(), "--reset");
            case 22, 23 -> ran("explain", memory(), "--all");
            case 24 -> ran("people", "not", "#" + person().id(), Long.toString(face()));
            case 25 -> ran("people", "is", "#" + person().id(), Long.toString(face()));
            case 26 -> ran("people", "merge", "#" + person().id(), "#" + person().id());
            case 27 -> hidePictureByCommand();
            default -> movie();
        };
    }

    private long face() {
        List<FaceInLibrary> faces = scene.catalog.people().faces(person().id());
        return faces.isEmpty() ? 0 : one(faces).face().id();
    }

    private String chooseByCommand() {
        List<Choice> choices = scene.catalog.choices().all();
        return random.nextInt(MOST_CHOICES + 1) < choices.size()
                ? ran("choices", "remove", Long.toString(one(choices).id()))
                : ran("choices", "add", one(STANCES), subject(false));
    }

    private String hideByCommand() {
        List<Person> hidden = hidden();
        boolean show = hidden.size() > random.nextInt(MOST_HIDDEN + 1);
        return ran("people", show ? "show" : "hide", "#" + (show ? one(hidden) : person()).id());
    }

    private String movie() throws IOException {
        String memory = memory();
        var film = LibraryFolder.at(scene.library).films().resolve(memory + ".gentle.short.mp4");
        try {
            var growing = film.resolveSibling(memory + ".by-command");
            return "movie " + memory + ": "
                    + WrittenFilm.make(
                            scene.catalog, memory, FilmOptions.of("gentle", "short"), growing, film, part -> {});
        } catch (IOException e) {
            return "movie " + memory + ": " + e.getMessage();
        }
    }

    private String ran(String... words) {
        List<String> all = new ArrayList<>(List.of(words));
        all.addAll(List.of("--library", scene.library.toString()));
        TestCommand ran = TestCommand.run(all.toArray(String[]::new));
        if (ran.err().contains("Exception") || ran.err().contains("failed:")) {
            throw new AssertionError(all + ": " + ran.err());
        }
        return String.join(" ", words) + ": " + ran.code();
    }
}
