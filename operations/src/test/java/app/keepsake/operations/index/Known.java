package app.keepsake.operations.index;

import app.keepsake.catalog.AssetFace;
import app.keepsake.catalog.AssetView;
import app.keepsake.catalog.Catalog;
import app.keepsake.catalog.Person;
import app.keepsake.catalog.Problem;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** All that a catalog knows, in words, but for the numbers and times of its rows. */
public final class Known {
    private Known() {}

    public static List<String> of(Catalog catalog) {
        List<String> known = new ArrayList<>();
        catalog.assets().each(seen -> {
            AssetView view = catalog.assets().view(seen.asset().id()).orElseThrow();
            known.add("%s %s %s %s %s %s %s"
                    .formatted(
                            view.asset().hash(),
                            view.asset().facts(),
                            view.files(),
                            view.quality(),
                            view.tags(),
                            view.flags(),
                            new TreeMap<>(view.versions())));
            for (AssetFace face :
                    catalog.assets().facesWithEmbeddings(view.asset().id())) {
                known.add("  face %s %s %s %s %s %s"
                        .formatted(
                                face.box(),
                                face.score(),
                                face.quality(),
                                face.smile(),
                                face.eyesOpen(),
                                Arrays.hashCode(face.embedding().orElseThrow().vector())));
            }
        });
        for (Problem problem : catalog.files().problems()) {
            known.add("problem " + problem.path() + " " + problem.reason() + " " + problem.version());
        }
        known.addAll(people(catalog));
        return known;
    }

    /** Of each person the name and the faces, in the order of the faces. */
    private static List<String> people(Catalog catalog) {
        Map<Long, String> faces = new HashMap<>();
        for (Person person : catalog.people().all()) {
            StringBuilder itsFaces = new StringBuilder();
            catalog.people()
                    .faces(person.id())
                    .forEach(face -> itsFaces.append(' ')
                            .append(face.hash())
                            .append(face.face().box()));
            faces.put(person.id(), "person " + person.name() + itsFaces);
        }
        return faces.values().stream().sorted().toList();
    }
}
