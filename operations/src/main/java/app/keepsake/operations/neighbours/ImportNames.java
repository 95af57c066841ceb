package app.keepsake.operations.neighbours;

import app.keepsake.catalog.AssetFace;
import app.keepsake.catalog.AssetView;
import app.keepsake.catalog.Box;
import app.keepsake.catalog.Catalog;
import app.keepsake.catalog.Choice;
import app.keepsake.catalog.ChoiceFile;
import app.keepsake.catalog.ContentHash;
import app.keepsake.catalog.Person;
import app.keepsake.catalog.Subject;
import app.keepsake.memories.Withdrawal;
import app.keepsake.operations.choices.Aftermath;
import app.keepsake.operations.neighbours.Neighbour.NamedFace;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Takes over what a neighbour knows, as if the user had said it here. Doing it twice changes nothing. */
public final class ImportNames {
    private static final double SAME_FACE = 0.3;
    private static final int MARK_LETTERS = 16;

    private final Catalog catalog;
    private final Aftermath aftermath;

    /**
     * What came over.
     *
     * @param faces that have a person now
     * @param people that were new
     * @param favourites that are new
     * @param unknown files and faces that Keepsake does not know, or cannot tell apart
     */
    public record Report(int faces, int people, int favourites, int unknown) {}

    /** @param aftermath of what is known then */
    public ImportNames(Catalog catalog, Aftermath aftermath) {
        this.catalog = catalog;
        this.aftermath = aftermath;
    }

    /** Nothing of the neighbour's is written to. */
    public Report from(Neighbour neighbour) {
        return from(neighbour, new HashSet<>());
    }

    /**
     * The same, without what came over before.
     *
     * @param taken marks of what came over; those of what comes over now are added
     */
    public Report from(Neighbour neighbour, Set<String> taken) {
        KnownFiles files = KnownFiles.of(catalog, neighbour);
        // Marks are rough: what has the mark of something else of this neighbour comes over with it.
        Set<String> before = Set.copyOf(taken);
        int unknown = 0;
        Map<String, List<Long>> facesOf = new LinkedHashMap<>();
        for (NamedFace face : neighbour.faces()) {
            if (before.contains(mark(face))) {
                continue;
            }
            Optional<AssetFace> found = files.find(face.file()).flatMap(view -> face(view, face));
            if (found.isPresent() && !face.name().isBlank()) {
                facesOf.computeIfAbsent(face.name().strip(), key -> new ArrayList<>())
                        .add(found.get().id());
                taken.add(mark(face));
            } else {
                unknown++;
            }
        }
        int faces = facesOf.values().stream().mapToInt(List::size).sum();
        int people = 0;
        for (Map.Entry<String, List<Long>> one : facesOf.entrySet()) {
            people += name(one.getKey(), one.getValue()) ? 1 : 0;
        }
        List<ChoiceFile.Entry> favourites = new ArrayList<>();
        Set<ContentHash> known = favourites();
        for (String file : neighbour.favourites()) {
            if (before.contains(mark(file))) {
                continue;
            }
            Optional<AssetView> view = files.find(file);
            view.ifPresent(there -> taken.add(mark(file)));
            if (view.isEmpty()) {
                unknown++;
            } else if (known.add(view.get().asset().hash())) {
                Subject picture = new Subject.OfAsset(view.get().asset().hash());
                favourites.add(new ChoiceFile.Entry(Choice.Stance.FAVOURITE, picture, neighbour.program()));
            }
        }
        int added = catalog.choices().addAll(favourites).size();
        // Whom a face was found to be may be hidden.
        Withdrawal.Effect ignored = aftermath.take();
        return new Report(faces, people, added, unknown);
    }

    /** Of a face with its name and box: the same face with another name comes over again. */
    private static String mark(NamedFace face) {
        return mark("face\t%s\t%s\t%.0f\t%.0f\t%.0f\t%.0f"
                .formatted(face.file(), face.name(), face.x(), face.y(), face.width(), face.height()));
    }

    private static String mark(String what) {
        return ContentHash.ofContent(what.getBytes(StandardCharsets.UTF_8))
                .toString()
                .substring(0, MARK_LETTERS);
    }

    private Set<ContentHash> favourites() {
        Set<ContentHash> known = new HashSet<>();
        for (Choice choice : catalog.choices().all()) {
            if (choice.stance() == Choice.Stance.FAVOURITE && choice.subject() instanceof Subject.OfAsset picture) {
                known.add(picture.hash());
            }
        }
        return known;
    }

    /** @return whether the person is new */
    private boolean name(String name, List<Long> faces) {
        Optional<Person> known = catalog.people().named(name).stream().findFirst();
        Person person = known.orElseGet(() -> catalog.people().create(false));
        if (known.isEmpty()) {
            catalog.people().name(person.id(), name);
        }
        catalog.people().correct(person.id(), faces, true);
        return known.isEmpty();
    }

    private static Optional<AssetFace> face(AssetView view, NamedFace named) {
        double width = named.imageWidth() > 0
                ? named.imageWidth()
                : view.asset().facts().width();
        double height = named.imageHeight() > 0
                ? named.imageHeight()
                : view.asset().facts().height();
        Box box = new Box(named.x() / width, named.y() / height, named.width() / width, named.height() / height);
        return view.faces().stream()
                .filter(face -> face.animal().isEmpty() && face.box().overlap(box) >= SAME_FACE)
                .max((a, b) -> Double.compare(a.box().overlap(box), b.box().overlap(box)));
    }
}
