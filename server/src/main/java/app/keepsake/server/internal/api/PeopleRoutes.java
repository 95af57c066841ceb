package app.keepsake.server.internal.api;

import app.keepsake.catalog.AssetFace;
import app.keepsake.catalog.AssetView;
import app.keepsake.catalog.Box;
import app.keepsake.catalog.Catalog;
import app.keepsake.catalog.Choice;
import app.keepsake.catalog.People;
import app.keepsake.catalog.Person;
import app.keepsake.catalog.Relation;
import app.keepsake.catalog.Subject;
import app.keepsake.catalog.Undo;
import app.keepsake.memories.Withdrawal;
import app.keepsake.operations.choices.Aftermath;
import app.keepsake.operations.people.ChangePeople;
import app.keepsake.server.internal.http.RangedFile;
import app.keepsake.server.internal.library.Snapshot;
import app.keepsake.server.internal.library.Snapshots;
import app.keepsake.server.internal.pictures.Thumbnails;
import app.keepsake.server.internal.wire.Json;
import app.keepsake.server.internal.wire.Problem;
import io.javalin.http.Context;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** People: who they are, and how much of them memories show. */
final class PeopleRoutes {
    private static final int APPEARANCES = 200;
    private static final int LONGEST_NAME = 100;
    private static final int MOST_JOINED = 1000;
    private static final String NORMAL = "normal";
    private static final String NEVER = "never";

    private static final Map<String, Choice.Stance> STANCES =
            Map.of("less", Choice.Stance.LESS, "never", Choice.Stance.NEVER, "favourite", Choice.Stance.FAVOURITE);

    private final Catalog catalog;
    private final Snapshots snapshots;
    private final Thumbnails thumbnails;
    private final Requests requests;
    private final Undos undos;
    private final ChangePeople changes;

    PeopleRoutes(
            Catalog catalog,
            Snapshots snapshots,
            Thumbnails thumbnails,
            Requests requests,
            Undos undos,
            Aftermath aftermath) {
        this.undos = undos;
        this.catalog = catalog;
        this.snapshots = snapshots;
        this.thumbnails = thumbnails;
        this.requests = requests;
        this.changes = new ChangePeople(catalog, aftermath);
    }

    /**
     * @param pictures they are in
     * @param feature "normal", "less", "never" or "favourite"
     * @param birthday date of birth ("2016-05-03"), or the day of the year where no more is known ("--05-03"); may be empty
     * @param relation who they are to the owner, as {@link Relation#key} has it; may be empty
     * @param undo by which what was said of them just now is taken back, for a while; empty for none
     */
    record Someone(
            long id,
            String name,
            boolean hidden,
            boolean pet,
            int pictures,
            String feature,
            String birthday,
            String relation,
            String undo) {
        Someone with(String way) {
            return new Someone(id, name, hidden, pet, pictures, feature, birthday, relation, way);
        }
    }

    /**
     * Those with a name, who are hidden, or who are in three pictures at least; or everybody. The named first, and those
     * with the most pictures.
     *
     * @param passersBy people who are left out, unless everybody is asked for
     * @param unsortedFaces that are nobody's: too unclear to tell, or no faces at all
     * @param questions pairs that may be one
     */
    record Everybody(List<Someone> people, long passersBy, long unsortedFaces, int questions) {}

    /** Where somebody appears, the clearest first, at most 200. */
    record Appearances(Someone person, List<Long> assets) {}

    /**
     * What to change; what is left out stays. No picture of who is hidden is shown anywhere. An empty birthday or relation
     * is none.
     */
    record Change(
            Optional<String> name,
            Optional<Boolean> hidden,
            Optional<String> feature,
            Optional<String> birthday,
            Optional<String> relation) {}

    /** @param undo by which what was said is taken back, for a while */
    record Undoable(String undo) {}

    /** Somebody who is the same person, or several. */
    record Other(Optional<Long> other, Optional<List<Long>> others) {}

    /** @param undo as it was told when something was said */
    record Back(String undo) {}

    /** Pictures in which it is somebody else. */
    record Pictures(List<Long> assets) {}

    List<Endpoint> endpoints() {
        return List.of(
                Endpoint.get(
                                "/api/people",
                                "Who appears, and how many are left out: who has no name and is in one or two pictures.",
                                Everybody.class,
                                this::everybody)
                        .withQuery("all"),
                Endpoint.get("/api/people/{person}", "Somebody, and where.", Appearances.class, this::one),
                Endpoint.get("/api/people/{person}/face", "Their face as WebP.", byte[].class, this::face),
                Endpoint.patch(
                        "/api/people/{person}",
                        "Names, hides, or features somebody more or less.",
                        Change.class,
                        Someone.class,
                        this::change),
                Endpoint.post(
                        "/api/people/{person}/split",
                        "Says that somebody in some pictures is another person, or that they do not show a pet.",
                        Pictures.class,
                        Someone.class,
                        this::split),
                Endpoint.post(
                        "/api/people/{person}/merge",
                        "Says that another is the same person, or several are.",
                        Other.class,
                        Someone.class,
                        this::merge),
                Endpoint.post(
                        "/api/people/{person}/nobody",
                        "Says that these faces are nobody: a statue, a poster.",
                        Void.class,
                        Undoable.class,
                        this::nobody),
                Endpoint.post(
                        "/api/people/undo",
                        "Takes back what was said of people: an answer, a joining, a change.",
                        Back.class,
                        Void.class,
                        this::takeBack));
    }

    private People people() {
        return catalog.people();
    }

    /** Who is hidden is listed only for who gave the password again. */
    private Everybody everybody(Context context) {
        Snapshot snapshot = snapshots.latest();
        List<Choice> choices = catalog.choices().all();
        boolean proven = requests.isProven(context);
        boolean all = Boolean.parseBoolean(context.queryParam("all"));
        People.Unsorted unsorted = people().unsorted();
        List<Someone> everybody = people().all().stream()
                .filter(person -> proven || !person.hidden())
                .map(person -> view(person, snapshot, choices))
                .filter(someone -> someone.pictures > 0)
                .sorted(Comparator.comparing((Someone someone) -> someone.name.isEmpty())
                        .thenComparing(
                                Comparator.comparingInt(Someone::pictures).reversed())
                        .thenComparing(Someone::id))
                .toList();
        List<Someone> seen =
                everybody.stream().filter(someone -> all || isListed(someone)).toList();
        if (seen.stream().anyMatch(Someone::hidden)) {
            context.header("Cache-Control", Requests.NEVER_KEPT);
        }
        return new Everybody(
                seen,
                everybody.stream().filter(someone -> !isListed(someone)).count(),
                unsorted.faces(),
                requests.questions().size() + requests.petQuestions().size());
    }

    private static boolean isListed(Someone someone) {
        return someone.hidden || !someone.name.isEmpty() || someone.pictures >= People.FEW_PICTURES;
    }

    private Someone view(long id) {
        Person person = people().find(id).orElseThrow(() -> Problem.notFound("a person", id));
        return view(person, snapshots.latest(), catalog.choices().all());
    }

    private static Someone view(Person person, Snapshot snapshot, List<Choice> choices) {
        String said = about(person.id(), choices)
                .map(choice -> choice.stance().name().toLowerCase(Locale.ROOT))
                .orElse(NORMAL);
        return new Someone(
                person.id(),
                person.name().orElse(""),
                person.hidden(),
                person.pet(),
                pictures(person, snapshot),
                person.hidden() ? NEVER : said,
                person.born()
                        .map(LocalDate::toString)
                        .or(() -> person.birthday().map(MonthDay::toString))
                        .orElse(""),
                person.relation().map(Relation::key).orElse(""),
                "");
    }

    /** Of somebody who is hidden, those in hidden pictures, which all pictures of them are. */
    private static List<Snapshot.Appearance> appearances(Person person, Snapshot snapshot) {
        return person.hidden() ? snapshot.hiddenAppearances(person.id()) : snapshot.appearances(person.id());
    }

    private static int pictures(Person person, Snapshot snapshot) {
        return (int) appearances(person, snapshot).stream()
                .mapToLong(Snapshot.Appearance::assetId)
                .distinct()
                .count();
    }

    private static Optional<Choice> about(long person, List<Choice> choices) {
        return choices.stream()
                .filter(choice -> choice.subject().equals(new Subject.OfPerson(person)))
                .findFirst();
    }

    /** @throws Problem also when it is somebody hidden, and the password was not given again */
    private Person visible(Context context) {
        return visible(requests.person(context), context);
    }

    private Person visible(Person person, Context context) {
        if (person.hidden()) {
            requests.allowHidden(context);
        }
        return person;
    }

    private Appearances one(Context context) {
        Person person = visible(context);
        List<Long> assets = appearances(person, snapshots.latest()).stream()
                .map(Snapshot.Appearance::assetId)
                .distinct()
                .limit(APPEARANCES)
                .toList();
        return new Appearances(view(person.id()), assets);
    }

    private @Nullable Object face(Context context) throws IOException {
        Person person = visible(context);
        List<Snapshot.Appearance> appearances = appearances(person, snapshots.latest());
        Snapshot.Appearance best = appearances.stream()
                .filter(one -> person.keyFaceId().isPresent()
                        && one.faceId() == person.keyFaceId().getAsLong())
                .findFirst()
                .or(() -> appearances.stream().findFirst())
                .orElseThrow(() -> Problem.notFound("a picture of the person", person.id()));
        AssetView view =
                catalog.assets().view(best.assetId()).orElseThrow(() -> Problem.notFound("a picture", best.assetId()));
        Box box = view.faces().stream()
                .filter(one -> one.id() == best.faceId())
                .findFirst()
                .map(AssetFace::box)
                .orElse(best.box());
        Path file = PictureRoutes.made(() -> thumbnails.of(view, box));
        RangedFile.Keeping keeping = person.hidden() ? RangedFile.Keeping.NEVER : RangedFile.Keeping.ASKING;
        RangedFile.send(
                context,
                file,
                Thumbnails.TYPE,
                view.asset().hash() + "-" + best.faceId(),
                keeping,
                requests.seen(context, view.asset()));
        return null;
    }

    /** Changes all that is asked for, or nothing if any of it cannot be. */
    private Someone change(Context context) {
        Person person = visible(context);
        Change change = Json.read(context.bodyAsBytes(), Change.class);
        change.name().filter(name -> name.length() > LONGEST_NAME).ifPresent(name -> {
            throw Problem.invalid("A name has at most %d letters, found %d.".formatted(LONGEST_NAME, name.length()));
        });
        change.feature()
                .filter(stance -> !stance.equals(NORMAL) && !STANCES.containsKey(stance))
                .ifPresent(stance -> {
                    throw Problem.invalid("Expected normal, less, never or favourite, found \"%s\".".formatted(stance));
                });
        ChangePeople.Done done = changes.change(
                person.id(),
                new People.Change(
                        change.name(),
                        change.hidden(),
                        change.feature().map(PeopleRoutes::stances),
                        AboutPerson.said(person, change.birthday(), change.relation())));
        return view(person.id()).with(undos.keep(done.undo()));
    }

    private static Set<Choice.Stance> stances(String feature) {
        return Optional.ofNullable(STANCES.get(feature)).map(Set::of).orElse(Set.of());
    }

    private Someone split(Context context) {
        Person person = visible(context);
        Set<Long> assets =
                new HashSet<>(Json.read(context.bodyAsBytes(), Pictures.class).assets());
        List<Snapshot.Appearance> all = appearances(person, snapshots.latest());
        List<Long> faces = all.stream()
                .filter(one -> assets.contains(one.assetId()))
                .map(Snapshot.Appearance::faceId)
                .toList();
        if (faces.isEmpty() || faces.size() == all.size()) {
            throw Problem.invalid("Expected some pictures of the person, not all, found %d of %d."
                    .formatted(faces.size(), all.size()));
        }
        if (person.pet()) {
            // Which other animal it is, if any, is said of that animal.
            Withdrawal.Effect ignored = changes.correct(person.id(), faces, false);
            return view(person.id());
        }
        return view(changes.split(person.id(), faces).other().id());
    }

    private Someone merge(Context context) {
        Person person = visible(context);
        Other said = Json.read(context.bodyAsBytes(), Other.class);
        Set<Long> numbers = new LinkedHashSet<>(said.others().orElse(List.of()));
        said.other().ifPresent(numbers::add);
        if (numbers.isEmpty() || numbers.size() > MOST_JOINED) {
            throw Problem.invalid("Expected the number of another person, or of up to %d, found %d numbers."
                    .formatted(MOST_JOINED, numbers.size()));
        }
        List<Long> others = new ArrayList<>();
        for (long number : numbers) {
            Person other = people().find(number)
                    .filter(one -> one.id() != person.id() && one.pet() == person.pet())
                    .orElseThrow(() -> Problem.invalid(
                            "Expected the number of another person, or for a pet that of another pet, found %d."
                                    .formatted(number)));
            // They become one: whoever may not see the other would learn her name, and could hide the first.
            others.add(visible(other, context).id());
        }
        ChangePeople.Done done = changes.merge(person.id(), others);
        return view(person.id()).with(undos.keep(done.undo()));
    }

    private Undoable nobody(Context context) {
        return new Undoable(undos.keep(changes.nobody(visible(context).id()).undo()));
    }

    private @Nullable Object takeBack(Context context) {
        String word = Json.read(context.bodyAsBytes(), Back.class).undo();
        Undo undo =
                undos.take(word).orElseThrow(() -> Problem.notFound("something that can still be taken back", word));
        Withdrawal.Effect ignored = changes.takeBack(undo);
        return null;
    }
}
