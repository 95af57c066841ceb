package app.keepsake.server.internal.api;

import app.keepsake.catalog.AssetView;
import app.keepsake.catalog.Box;
import app.keepsake.catalog.Choice;
import app.keepsake.catalog.Face;
import app.keepsake.catalog.People;
import app.keepsake.catalog.Person;
import app.keepsake.catalog.Subject;
import app.keepsake.server.internal.http.RangedFile;
import app.keepsake.server.internal.library.Snapshot;
import app.keepsake.server.internal.pictures.Thumbnails;
import io.javalin.http.Context;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** People: who they are, and how much of them memories show. */
final class PeopleRoutes {
    private static final int APPEARANCES = 200;

    private static final Map<String, Choice.Stance> STANCES =
            Map.of("less", Choice.Stance.LESS, "never", Choice.Stance.NEVER, "favourite", Choice.Stance.FAVOURITE);

    private final Service service;

    PeopleRoutes(Service service) {
        this.service = service;
    }

    /** @param feature "normal", "less", "never" or "favourite" */
    record Someone(long id, String name, boolean hidden, boolean pet, int pictures, String feature) {}

    /** Everybody, those with the most pictures first. */
    record Everybody(List<Someone> people) {}

    /** Where somebody appears, the clearest first, at most 200. */
    record Appearances(Someone person, List<Long> assets) {}

    /** What to change; what is left out stays. Who is hidden is never shown, and who is not, may be again. */
    record Change(Optional<String> name, Optional<Boolean> hidden, Optional<String> feature) {}

    /** Somebody who is the same person. */
    record Other(long other) {}

    /** Pictures in which it is somebody else. */
    record Pictures(List<Long> assets) {}

    List<Endpoint> endpoints() {
        return List.of(
                Endpoint.get("/api/people", "Everybody who appears.", Everybody.class, this::everybody),
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
                        "Says that somebody in some pictures is another person.",
                        Pictures.class,
                        Someone.class,
                        this::split),
                Endpoint.post(
                        "/api/people/{person}/merge",
                        "Says that another is the same person.",
                        Other.class,
                        Someone.class,
                        this::merge));
    }

    private People people() {
        return service.catalog().people();
    }

    private Everybody everybody(Context context) {
        Snapshot snapshot = service.snapshots().latest();
        List<Choice> choices = service.catalog().choices().all();
        return new Everybody(people().all().stream()
                .map(person -> told(person, snapshot, choices))
                .filter(someone -> someone.pictures > 0)
                .sorted(Comparator.comparingInt(Someone::pictures).reversed().thenComparing(Someone::id))
                .toList());
    }

    private Someone told(long id) {
        Person person = people().find(id).orElseThrow(() -> Problem.notFound("a person", id));
        return told(
                person,
                service.snapshots().latest(),
                service.catalog().choices().all());
    }

    private static Someone told(Person person, Snapshot snapshot, List<Choice> choices) {
        return new Someone(
                person.id(),
                person.name().orElse(""),
                person.hidden(),
                person.pet(),
                snapshot.appearances(person.id()).size(),
                about(person.id(), choices)
                        .map(choice -> choice.stance().name().toLowerCase(Locale.ROOT))
                        .orElse("normal"));
    }

    private static Optional<Choice> about(long person, List<Choice> choices) {
        return choices.stream()
                .filter(choice -> choice.subject().equals(new Subject.OfPerson(person)))
                .findFirst();
    }

    private Appearances one(Context context) {
        Person person = Names.person(context, service);
        List<Long> assets = service.snapshots().latest().appearances(person.id()).stream()
                .map(Snapshot.Appearance::assetId)
                .distinct()
                .limit(APPEARANCES)
                .toList();
        return new Appearances(told(person.id()), assets);
    }

    private @Nullable Object face(Context context) throws IOException {
        Person person = Names.person(context, service);
        List<Snapshot.Appearance> appearances = service.snapshots().latest().appearances(person.id());
        Snapshot.Appearance best = appearances.stream()
                .filter(one -> person.keyFaceId().isPresent()
                        && one.faceId() == person.keyFaceId().getAsLong())
                .findFirst()
                .or(() -> appearances.stream().findFirst())
                .orElseThrow(() -> Problem.notFound("a picture of the person", person.id()));
        AssetView view = service.catalog()
                .assets()
                .view(best.assetId())
                .orElseThrow(() -> Problem.notFound("a picture", best.assetId()));
        Box box = view.faces().stream()
                .filter(one -> one.id() == best.faceId())
                .findFirst()
                .map(Face::box)
                .orElse(best.box());
        Path file = PictureRoutes.made(() -> service.thumbnails().of(view, box));
        RangedFile.send(context, file, Thumbnails.TYPE, view.asset().hash() + "-" + best.faceId(), 0);
        return null;
    }

    private Someone change(Context context) {
        Person person = Names.person(context, service);
        Change change = Json.read(context.bodyAsBytes(), Change.class);
        change.name().ifPresent(name -> {
            if (name.length() > 100) {
                throw Problem.invalid("A name has at most 100 letters, found %d.".formatted(name.length()));
            }
            people().name(person.id(), name.strip());
        });
        Optional<String> feature = change.feature();
        if (change.hidden().isPresent()) {
            people().hide(person.id(), change.hidden().get());
            feature = Optional.of(change.hidden().get() ? "never" : "normal");
        }
        feature.ifPresent(stance -> feature(person.id(), stance));
        service.snapshots().forget();
        return told(person.id());
    }

    private void feature(long person, String stance) {
        if (!stance.equals("normal") && !STANCES.containsKey(stance)) {
            throw Problem.invalid("Expected normal, less, never or favourite, found \"%s\".".formatted(stance));
        }
        about(person, service.catalog().choices().all())
                .ifPresent(choice -> service.catalog().choices().remove(choice.id()));
        Choice.Stance wanted = STANCES.get(stance);
        if (wanted != null) {
            service.catalog().choices().add(wanted, new Subject.OfPerson(person), "");
        }
        service.choicesChanged();
    }

    private Someone split(Context context) {
        Person person = Names.person(context, service);
        Set<Long> assets =
                new HashSet<>(Json.read(context.bodyAsBytes(), Pictures.class).assets());
        List<Snapshot.Appearance> all = service.snapshots().latest().appearances(person.id());
        List<Long> faces = all.stream()
                .filter(one -> assets.contains(one.assetId()))
                .map(Snapshot.Appearance::faceId)
                .toList();
        if (faces.isEmpty() || faces.size() == all.size()) {
            throw Problem.invalid("Expected some pictures of the person, not all, found %d of %d."
                    .formatted(faces.size(), all.size()));
        }
        Person other = people().split(person.id(), faces);
        service.choicesChanged();
        return told(other.id());
    }

    private Someone merge(Context context) {
        Person person = Names.person(context, service);
        long other = Json.read(context.bodyAsBytes(), Other.class).other();
        if (other == person.id() || people().find(other).isEmpty()) {
            throw Problem.invalid("Expected the number of another person, found %d.".formatted(other));
        }
        people().merge(person.id(), other);
        service.choicesChanged();
        return told(person.id());
    }
}
