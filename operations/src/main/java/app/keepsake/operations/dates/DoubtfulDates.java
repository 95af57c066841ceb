package app.keepsake.operations.dates;

import app.keepsake.catalog.AssetFacts;
import app.keepsake.catalog.AssetView;
import app.keepsake.catalog.Catalog;
import app.keepsake.catalog.DateDoubt;
import app.keepsake.catalog.Taken;
import app.keepsake.memories.Item;
import app.keepsake.memories.Library;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Finds pictures of which it is not known when they were taken, or only roughly, or of which the date may be wrong; in
 * groups that somebody can date at once: of one folder and one camera, for one reason. What the user said is not doubted.
 */
public final class DoubtfulDates {
    private static final String USER = "you";

    private final Catalog catalog;

    public DoubtfulDates(Catalog catalog) {
        this.catalog = catalog;
    }

    /**
     * Pictures of one folder and one camera whose dates are doubtful for one reason.
     *
     * @param folder of the first file of each
     * @param camera or scanner; empty where none is told
     * @param first what counts now of the earliest; empty where nothing does
     * @param last the same of the latest
     * @param assets by time
     */
    public record Group(
            DateDoubt doubt,
            Path folder,
            String camera,
            Optional<Taken> first,
            Optional<Taken> last,
            List<Long> assets) {
        public Group {
            assets = List.copyOf(assets);
        }
    }

    private record Key(DateDoubt doubt, Path folder, String camera) {}

    private record Found(long id, Key key, Optional<Taken> taken) {}

    /**
     * The gravest reasons first, of these the largest groups.
     *
     * @param shown which pictures may be listed
     */
    public List<Group> groups(Predicate<AssetView> shown) {
        Map<Long, Found> dated = new HashMap<>();
        List<Found> doubtful = new ArrayList<>();
        Library.Builder library = new Library.Builder(List.of());
        catalog.assets().each(view -> {
            library.add(view);
            AssetFacts facts = view.asset().facts();
            if (!facts.timeSource().equals(Optional.of(USER)) && shown.test(view)) {
                Optional<DateDoubt> doubt = doubt(facts);
                doubt.ifPresent(why -> doubtful.add(found(view, why)));
                if (doubt.isEmpty()) {
                    dated.put(view.asset().id(), found(view, DateDoubt.UNSET_CLOCK));
                }
            }
        });
        for (Item item : library.build().undated()) {
            Optional.ofNullable(dated.get(item.id())).ifPresent(doubtful::add);
        }
        return grouped(doubtful);
    }

    private static Optional<DateDoubt> doubt(AssetFacts facts) {
        if (facts.capturedAt().isEmpty()) {
            return Optional.of(DateDoubt.UNDATED);
        }
        boolean isRough = facts.taken().filter(taken -> !taken.isOfOneDay()).isPresent();
        return facts.dating().doubt().or(() -> isRough ? Optional.of(DateDoubt.ROUGH) : Optional.empty());
    }

    private static Found found(AssetView view, DateDoubt why) {
        Path folder = view.files().getFirst().getParent();
        AssetFacts facts = view.asset().facts();
        return new Found(
                view.asset().id(),
                new Key(
                        why,
                        folder == null ? view.files().getFirst() : folder,
                        facts.camera().orElse("")),
                facts.knownTaken());
    }

    private static List<Group> grouped(List<Found> doubtful) {
        Map<Key, List<Found>> byKey = new LinkedHashMap<>();
        doubtful.forEach(
                one -> byKey.computeIfAbsent(one.key, key -> new ArrayList<>()).add(one));
        return byKey.entrySet().stream()
                .map(entry -> group(entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparing(Group::doubt)
                        .thenComparing(group -> -group.assets().size())
                        .thenComparing(Group::folder)
                        .thenComparing(Group::camera))
                .toList();
    }

    private static Group group(Key key, List<Found> of) {
        return new Group(
                key.doubt,
                key.folder,
                key.camera,
                of.getFirst().taken,
                of.getLast().taken,
                of.stream().map(Found::id).toList());
    }
}
