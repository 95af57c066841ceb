package app.keepsake.operations.neighbours;

import app.keepsake.catalog.AssetView;
import app.keepsake.catalog.Catalog;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The files here that a neighbour may speak of, whose library lies under another folder there.
 *
 * @param byName by the file's name without ending
 */
record KnownFiles(Map<String, List<Seen>> byName) {
    /** @param ends the file's path, backwards from its name without ending */
    record Seen(AssetView view, List<String> ends) {}

    static KnownFiles of(Catalog catalog, Neighbour neighbour) {
        Map<String, List<Seen>> byName = new HashMap<>();
        Set<String> names = new HashSet<>();
        neighbour.faces().forEach(face -> names.add(ends(face.file()).getFirst()));
        neighbour.favourites().forEach(file -> names.add(ends(file).getFirst()));
        catalog.assets().each(view -> {
            for (Path file : view.files()) {
                List<String> ends = ends(file.toString());
                if (names.contains(ends.getFirst())) {
                    byName.computeIfAbsent(ends.getFirst(), key -> new ArrayList<>())
                            .add(new Seen(view, ends));
                }
            }
        });
        return new KnownFiles(byName);
    }

    /** The picture whose path ends most like this; none when two do so equally well. */
    Optional<AssetView> find(String file) {
        List<String> wanted = ends(file);
        int best = 0;
        Optional<AssetView> found = Optional.empty();
        for (Seen seen : byName.getOrDefault(wanted.getFirst(), List.of())) {
            int same = 0;
            while (same < Math.min(wanted.size(), seen.ends.size())
                    && wanted.get(same).equals(seen.ends.get(same))) {
                same++;
            }
            if (same > best) {
                best = same;
                found = Optional.of(seen.view);
            } else if (same == best
                    && found.filter(view ->
                                    view.asset().id() != seen.view.asset().id())
                            .isPresent()) {
                found = Optional.empty();
            }
        }
        return found;
    }

    private static List<String> ends(String file) {
        List<String> parts = new ArrayList<>(List.of(file.replace('\\', '/').split("/")));
        String name = parts.removeLast();
        int dot = name.lastIndexOf('.');
        parts.add(dot > 0 ? name.substring(0, dot) : name);
        return parts.reversed();
    }
}
