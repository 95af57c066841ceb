package app.keepsake.simulator;

import app.keepsake.catalog.AssetFace;
import app.keepsake.catalog.Findings;
import app.keepsake.catalog.Stage;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What was found in a picture. */
public final class Found {
    private Found() {}

    /**
     * Faces, and nothing else was looked for.
     *
     * @param version of what found them
     */
    public static Findings faces(String version, AssetFace... faces) {
        return new Findings(
                List.of(faces), Optional.empty(), List.of(), List.of(), Optional.empty(), Map.of(Stage.FACES, version));
    }

    /**
     * Animals, and nothing else was looked for.
     *
     * @param version of what found them
     */
    public static Findings animals(String version, AssetFace... animals) {
        return new Findings(
                List.of(animals),
                Optional.empty(),
                List.of(),
                List.of(),
                Optional.empty(),
                Map.of(Stage.ANIMALS, version));
    }
}
