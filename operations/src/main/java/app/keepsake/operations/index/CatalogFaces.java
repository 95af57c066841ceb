package app.keepsake.operations.index;

import app.keepsake.catalog.AssetFace;
import app.keepsake.catalog.Box;
import app.keepsake.catalog.Embedding;
import app.keepsake.media.NamedRegion;
import app.keepsake.vision.AnimalPortrait;
import app.keepsake.vision.AnimalReader;
import app.keepsake.vision.DetectedObject;
import app.keepsake.vision.Face;
import app.keepsake.vision.FacePortrait;
import app.keepsake.vision.FaceReader;
import app.keepsake.vision.PhotoAnalysis;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Faces as the catalog keeps them: with what each tells, and with the names that other programs wrote into the file.
 * Those draw boxes around heads or faces; a centre within the face is what they agree on. Animals lie beside them.
 */
final class CatalogFaces {

    private CatalogFaces() {}

    /**
     * @param seen a picture of {@code width} x {@code height}
     * @return faces by left edge, and after them animals
     */
    static List<AssetFace> of(PhotoAnalysis seen, int width, int height, List<NamedRegion> regions) {
        Stream<AssetFace> faces = IntStream.range(0, seen.faces().size())
                .mapToObj(i -> face(
                        inFractions(seen.faces().get(i), width, height),
                        seen.faces().get(i).score(),
                        seen.portraits().get(i)))
                .sorted(Comparator.comparingDouble(face -> face.box().x()))
                .map(face -> named(face, regions));
        Stream<AssetFace> animals = seen.animals().stream().map(animal -> animal(animal, width, height));
        return Stream.concat(faces, animals).toList();
    }

    private static AssetFace animal(AnimalPortrait portrait, int width, int height) {
        DetectedObject thing = portrait.animal();
        return AssetFace.animal(
                thing.name(),
                new Box(thing.x() / width, thing.y() / height, thing.width() / width, thing.height() / height),
                thing.score(),
                new Embedding(AnimalReader.MODEL, portrait.embedding()));
    }

    private static Box inFractions(Face face, int width, int height) {
        return new Box(face.x() / width, face.y() / height, face.width() / width, face.height() / height);
    }

    private static AssetFace face(Box box, double score, FacePortrait portrait) {
        return new AssetFace(
                0,
                box,
                score,
                OptionalDouble.of(portrait.quality()),
                OptionalDouble.of(portrait.smile()),
                OptionalDouble.of(portrait.eyesOpen()),
                Optional.empty(),
                OptionalLong.empty(),
                Optional.of(new Embedding(FaceReader.MODEL, portrait.embedding())));
    }

    private static AssetFace named(AssetFace face, List<NamedRegion> regions) {
        Optional<NamedRegion> nearest = regions.stream()
                .filter(region -> holdsCentre(face.box(), region))
                .min(Comparator.comparingDouble(region -> distance(face.box(), region)));
        return nearest.map(region -> face.withNameHint(region.name())).orElse(face);
    }

    private static boolean holdsCentre(Box face, NamedRegion region) {
        double x = region.x() + region.width() / 2;
        double y = region.y() + region.height() / 2;
        return x >= face.x() && x <= face.x() + face.width() && y >= face.y() && y <= face.y() + face.height();
    }

    private static double distance(Box face, NamedRegion region) {
        double dx = region.x() + region.width() / 2 - face.x() - face.width() / 2;
        double dy = region.y() + region.height() / 2 - face.y() - face.height() / 2;
        return Math.hypot(dx, dy);
    }
}
