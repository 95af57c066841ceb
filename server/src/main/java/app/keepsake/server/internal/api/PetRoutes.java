package app.keepsake.server.internal.api;

import app.keepsake.catalog.Box;
import app.keepsake.catalog.Catalog;
import app.keepsake.catalog.Person;
import app.keepsake.catalog.Pets;
import app.keepsake.operations.choices.Aftermath;
import app.keepsake.operations.people.ChangePeople;
import app.keepsake.server.internal.wire.Json;
import app.keepsake.server.internal.wire.Problem;
import io.javalin.http.Context;
import java.util.List;
import java.util.Optional;

/** Animals: which are in a picture, and which of them is whose pet. */
final class PetRoutes {
    private static final int LONGEST_NAME = 100;

    private final Catalog catalog;
    private final Requests requests;
    private final Undos undos;
    private final ChangePeople changes;

    PetRoutes(Catalog catalog, Requests requests, Undos undos, Aftermath aftermath) {
        this.catalog = catalog;
        this.requests = requests;
        this.undos = undos;
        this.changes = new ChangePeople(catalog, aftermath);
    }

    /**
     * An animal in a picture.
     *
     * @param face its number, by which it is spoken of, and shown as a face is
     * @param kind for example "dog", as it was found
     * @param box left, top, width and height, as parts of the picture
     * @param pet number of the pet that it is; empty where nobody said
     * @param name of that pet
     */
    record Animal(long face, String kind, List<Double> box, Optional<Long> pet, String name) {}

    /** From left to right. @param pets names of all pets, to choose from */
    record Animals(List<Animal> animals, List<String> pets) {}

    /** @param name of a pet, new or known */
    record Named(long face, String name) {}

    /**
     * @param id number of the pet
     * @param undo by which what was said is taken back, for a while
     */
    record Met(long id, String name, String undo) {}

    List<Endpoint> endpoints() {
        return List.of(
                Endpoint.get(
                        "/api/assets/{asset}/animals",
                        "The animals in a picture that may be pets, and which are.",
                        Animals.class,
                        this::animals),
                Endpoint.post(
                        "/api/pets",
                        "Says who an animal is: the pet of that name, or a new one.",
                        Named.class,
                        Met.class,
                        this::meet),
                Endpoint.post(
                        "/api/people/{person}/forget",
                        "Forgets a pet: its name, and which pictures show it.",
                        Void.class,
                        PeopleRoutes.Undoable.class,
                        this::forget));
    }

    private Animals animals(Context context) {
        long asset = requests.asset(context).id();
        List<Person> pets = catalog.people().all().stream().filter(Person::pet).toList();
        return new Animals(
                catalog.pets().on(asset).stream()
                        .map(animal -> view(animal, pets))
                        .toList(),
                pets.stream()
                        .filter(pet -> !pet.hidden())
                        .flatMap(pet -> pet.name().stream())
                        .sorted()
                        .toList());
    }

    private static Animal view(Pets.Animal animal, List<Person> pets) {
        Box box = animal.box();
        Optional<Person> pet = pets.stream()
                .filter(one ->
                        animal.petId().isPresent() && one.id() == animal.petId().getAsLong())
                .findFirst();
        return new Animal(
                animal.faceId(),
                animal.kind(),
                List.of(box.x(), box.y(), box.width(), box.height()),
                pet.map(Person::id),
                pet.flatMap(Person::name).orElse(""));
    }

    private Met meet(Context context) {
        Named said = Json.read(context.bodyAsBytes(), Named.class);
        if (said.name().isBlank() || said.name().length() > LONGEST_NAME) {
            throw Problem.invalid("A pet's name has 1 to %d letters, found %d."
                    .formatted(LONGEST_NAME, said.name().length()));
        }
        long asset = catalog.people()
                .face(said.face())
                .filter(face -> face.face().animal().isPresent())
                .orElseThrow(() -> Problem.notFound("an animal", said.face()))
                .assetId();
        // Who may not see the picture may not speak of it; and what becomes a hidden pet's is gone from sight.
        long ignored = requests.visible(context, asset).id();
        catalog.people().named(said.name().strip()).stream()
                .filter(person -> person.pet() && person.hidden())
                .forEach(person -> requests.allowHidden(context));
        ChangePeople.Met met = changes.meet(said.face(), said.name());
        return new Met(
                met.pet().id(),
                met.pet().name().orElse(""),
                undos.keep(met.done().undo()));
    }

    private PeopleRoutes.Undoable forget(Context context) {
        Person pet = requests.person(context);
        if (pet.hidden()) {
            requests.allowHidden(context);
        }
        if (!pet.pet()) {
            throw Problem.notFound("a pet", pet.id());
        }
        return new PeopleRoutes.Undoable(undos.keep(changes.forget(pet.id()).undo()));
    }
}
