package app.keepsake.server.internal.api;

import app.keepsake.catalog.Asset;
import app.keepsake.catalog.AssetView;
import app.keepsake.catalog.Box;
import app.keepsake.catalog.Catalog;
import app.keepsake.catalog.Doubts;
import app.keepsake.catalog.People.FaceInLibrary;
import app.keepsake.catalog.Pets;
import app.keepsake.catalog.Taken;
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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Questions to somebody who knows the people and the pets: are these two one? */
final class DoubtRoutes {
    private static final Map<String, Doubts.Answer> ANSWERS =
            Map.of("yes", Doubts.Answer.SAME, "no", Doubts.Answer.DIFFERENT, "unsure", Doubts.Answer.UNSURE);

    private final Catalog catalog;
    private final Thumbnails thumbnails;
    private final Requests requests;
    private final ChangePeople people;
    private final Snapshots snapshots;
    private final Undos undos;

    DoubtRoutes(
            Catalog catalog,
            Snapshots snapshots,
            Thumbnails thumbnails,
            Requests requests,
            Undos undos,
            Aftermath aftermath) {
        this.catalog = catalog;
        this.snapshots = snapshots;
        this.undos = undos;
        this.thumbnails = thumbnails;
        this.requests = requests;
        this.people = new ChangePeople(catalog, aftermath);
    }

    /**
     * Somebody by the clearest face; the name is empty where none was given.
     *
     * @param person 0 for an animal that is nobody's yet
     * @param asset the picture that the face is in
     * @param box where in it: left, top, width and height, as parts of the picture
     * @param takenAt when it was taken, as exactly as it is known, as {@link Taken} has it in text
     * @param pictures of the person
     */
    record Someone(
            long face,
            long person,
            String name,
            long asset,
            List<Double> box,
            Optional<String> takenAt,
            int pictures) {}

    /**
     * Two faces; or a pet, and an animal that may be it, which is no person yet.
     *
     * @param likeness -1 to 1
     * @param pet whether it is about a pet
     */
    record Pair(Someone one, Someone other, double likeness, boolean pet) {}

    /** The most useful question first. @param undo by which an answer is taken back, for a while; empty for none */
    record Pairs(List<Pair> pairs, String undo) {}

    /** @param answer "yes" for one person, "no" for two, "unsure" to be asked again later */
    record Said(long face, long other, String answer) {}

    List<Endpoint> endpoints() {
        return List.of(
                Endpoint.get(
                        "/api/pairs",
                        "Pairs of people who may be one, and animals that may be a pet.",
                        Pairs.class,
                        context -> pairs("")),
                Endpoint.post(
                        "/api/pairs",
                        "Says whether two are one: yes, no or unsure. Answers with what is still asked.",
                        Said.class,
                        Pairs.class,
                        this::answer),
                Endpoint.get("/api/faces/{face}", "A face as WebP.", byte[].class, this::face));
    }

    /** Of pets first: they are fewer, and answered at a glance. */
    private Pairs pairs(String undo) {
        Snapshot snapshot = snapshots.latest();
        Stream<Pair> pets = requests.petQuestions().stream()
                .map(question -> new Pair(
                        view(question.pet(), snapshot),
                        view(nobody(question.animal()), snapshot),
                        question.likeness(),
                        true));
        Stream<Pair> people = requests.questions().stream()
                .map(doubt ->
                        new Pair(view(doubt.one(), snapshot), view(doubt.other(), snapshot), doubt.likeness(), false));
        return new Pairs(Stream.concat(pets, people).toList(), undo);
    }

    private static Doubts.Someone nobody(Pets.Animal animal) {
        return new Doubts.Someone(animal.faceId(), animal.assetId(), animal.box(), 0, Optional.empty());
    }

    private Someone view(Doubts.Someone someone, Snapshot snapshot) {
        Box box = someone.box();
        return new Someone(
                someone.faceId(),
                someone.personId(),
                someone.name().orElse(""),
                someone.assetId(),
                List.of(box.x(), box.y(), box.width(), box.height()),
                catalog.assets()
                        .find(someone.assetId())
                        .flatMap(asset -> asset.facts().knownTaken())
                        .map(Taken::toText),
                snapshot.pictures(someone.personId()));
    }

    private Pairs answer(Context context) {
        Said said = Json.read(context.bodyAsBytes(), Said.class);
        Doubts.Answer answer = ANSWERS.get(said.answer());
        if (answer == null) {
            throw Problem.invalid("Expected yes, no or unsure, found \"%s\".".formatted(said.answer()));
        }
        boolean isOfPet = requests.petQuestions().stream()
                .anyMatch(question -> question.pet().faceId() == said.face()
                        && question.animal().faceId() == said.other());
        if (isOfPet) {
            return pairs(undos.keep(
                    people.answerOfPet(said.face(), said.other(), answer).undo()));
        }
        boolean isAsked = requests.questions().stream()
                .anyMatch(doubt ->
                        doubt.one().faceId() == said.face() && doubt.other().faceId() == said.other());
        if (!isAsked) {
            throw Problem.invalid("Expected the faces of a pair that is asked about, found %d and %d."
                    .formatted(said.face(), said.other()));
        }
        return pairs(undos.keep(people.answer(said.face(), said.other(), answer).undo()));
    }

    private @Nullable Object face(Context context) throws IOException {
        long id = Requests.number(context, "face");
        FaceInLibrary face = catalog.people().face(id).orElseThrow(() -> Problem.notFound("a face", id));
        Asset asset = requests.visible(context, face.assetId());
        AssetView view =
                catalog.assets().view(face.assetId()).orElseThrow(() -> Problem.notFound("a picture", face.assetId()));
        Path file = PictureRoutes.made(() -> thumbnails.of(view, face.face().box()));
        RangedFile.send(
                context,
                file,
                Thumbnails.TYPE,
                asset.hash() + "-" + id,
                requests.keeping(asset),
                requests.seen(context, asset));
        return null;
    }
}
