package app.keepsake.server;

import static org.assertj.core.api.Assertions.assertThat;

import app.keepsake.catalog.AssetFace;
import app.keepsake.catalog.Box;
import app.keepsake.catalog.Catalog;
import app.keepsake.catalog.Indexing;
import app.keepsake.catalog.People;
import app.keepsake.simulator.Found;
import java.util.List;
import java.util.Map;

/**
 * Somebody on a photo, whom a test hides.
 *
 * @param id of the person
 * @param face by which she is there
 */
record Anna(long id, long face) {
    static final String NAME = "Anna";

    /** Says who is on a photo. */
    static Anna appears(Catalog catalog, long photo) {
        return appears(catalog, photo, NAME);
    }

    static Anna appears(Catalog catalog, long photo, String name) {
        People people = catalog.people();
        try (Indexing indexing = catalog.beginIndexing()) {
            indexing.update(photo, Found.faces("v1", AssetFace.detected(new Box(0.1, 0.1, 0.2, 0.2), 0.9)));
            long id = people.create(false).id();
            long face = catalog.assets()
                    .view(photo)
                    .orElseThrow()
                    .faces()
                    .getFirst()
                    .id();
            people.assign(Map.of(face, id));
            people.name(id, name);
            assertThat(indexing.people(
                            List.of(), List.of(), "v1", catalog.choices().revision()))
                    .isTrue();
            return new Anna(id, face);
        }
    }
}
