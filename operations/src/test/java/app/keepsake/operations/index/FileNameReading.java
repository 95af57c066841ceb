package app.keepsake.operations.index;

import app.keepsake.catalog.AssetFace;
import app.keepsake.catalog.AssetFacts;
import app.keepsake.catalog.Box;
import app.keepsake.catalog.Embedding;
import app.keepsake.catalog.Findings;
import app.keepsake.catalog.Flag;
import app.keepsake.catalog.Stage;
import app.keepsake.catalog.Tag;
import app.keepsake.media.MediaReader;
import app.keepsake.vision.AnimalReader;
import app.keepsake.vision.FaceReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * Reads metadata and sidecars as Keepsake does, but has no networks: who is on a picture says its name, a letter for each
 * person, as in "07-AB.jpg"; a d is a dog, and all dogs
 * look alike; an X is a receipt.
 */
public final class FileNameReading implements FileReading {
    private static final Map<Stage, String> VERSIONS = Map.of(
            Stage.METADATA, "metadata 4",
            Stage.FACES, "told 1",
            Stage.TAGS, "told 1",
            Stage.FLAGS, "told 1",
            Stage.ANIMALS, "told 1");

    @Override
    public Map<Stage, String> versions() {
        return VERSIONS;
    }

    @Override
    public AssetFacts facts(Path file) throws IOException {
        return FactsReading.of(MediaReader.read(file));
    }

    @Override
    public Findings findings(Path file, AssetFacts facts) {
        String name = file.getFileName().toString();
        String letters = name.substring(name.indexOf('-') + 1, name.indexOf('.'));
        List<AssetFace> faces = new ArrayList<>();
        List<Flag> flags = new ArrayList<>();
        for (int i = 0; i < letters.length(); i++) {
            if (letters.charAt(i) == 'X') {
                flags.add(new Flag(Flag.Kind.RECEIPT, 0.9, "looks like a receipt"));
            } else if (letters.charAt(i) == 'd') {
                faces.add(AssetFace.animal("dog", place(i), 0.8, new Embedding(AnimalReader.MODEL, unit(0))));
            } else {
                faces.add(face(letters.charAt(i) - 'A', i));
            }
        }
        Tag tag = new Tag(name.charAt(0) % 2 == 0 ? "beach" : "food", 0.9, "told 1");
        return new Findings(faces, Optional.empty(), List.of(tag), flags, Optional.empty(), VERSIONS);
    }

    private static Box place(int number) {
        return new Box(0.1 + 0.3 * number, 0.2, 0.2, 0.3);
    }

    private static float[] unit(int direction) {
        float[] vector = new float[FaceReader.DIMENSIONS];
        vector[direction] = 1;
        return vector;
    }

    private static AssetFace face(int person, int place) {
        return new AssetFace(
                0,
                place(place),
                0.95,
                OptionalDouble.of(0.9),
                OptionalDouble.of(0.5),
                OptionalDouble.of(0.9),
                Optional.empty(),
                OptionalLong.empty(),
                Optional.of(new Embedding(FaceReader.MODEL, unit(person))));
    }
}
