package app.keepsake.training.internal.teachers;

import app.keepsake.media.RgbImage;
import app.keepsake.training.internal.data.Pixels;
import app.keepsake.training.internal.data.SeenFace;
import app.keepsake.vision.Face;
import app.keepsake.vision.FaceDetector;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** A detector of others in an ONNX file, to compare with: one look at a picture as it is. Belongs to one thread. */
public final class PeerDetector implements FaceDetector {
    private final String name;
    private final Function<Pixels, List<Face>> look;
    private final AutoCloseable network;

    private PeerDetector(String name, Function<Pixels, List<Face>> look, AutoCloseable network) {
        this.name = name;
        this.look = look;
        this.network = network;
    }

    public static PeerDetector yunet(Path file, int threads, double least) throws IOException {
        YuNet network = new YuNet(file, threads);
        return new PeerDetector(
                "yunet",
                picture -> network.look(picture, least).stream()
                        .map(SeenFace::face)
                        .toList(),
                network);
    }

    public static PeerDetector ultraFace(Path file, int threads, double least) throws IOException {
        UltraFace network = new UltraFace(file, threads);
        return new PeerDetector("ultraface", picture -> network.look(picture, least), network);
    }

    /** The ensemble that teaches. */
    public static PeerDetector teachers(Path yunet, Path ultraFace, int threads) throws IOException {
        TeacherEnsemble network = new TeacherEnsemble(yunet, ultraFace, threads);
        return new PeerDetector(
                "teachers",
                picture -> network.look(picture).stream().map(SeenFace::face).toList(),
                network);
    }

    @Override
    public List<Face> detect(RgbImage image) {
        List<Face> within = new ArrayList<>();
        for (Face face : look.apply(new Pixels(image.width(), image.height(), image.pixels()))) {
            double left = Math.clamp(face.x(), 0, image.width());
            double top = Math.clamp(face.y(), 0, image.height());
            double right = Math.clamp(face.x() + face.width(), left, image.width());
            double bottom = Math.clamp(face.y() + face.height(), top, image.height());
            within.add(new Face(left, top, right - left, bottom - top, face.score(), face.landmarks()));
        }
        return within;
    }

    @Override
    public String version() {
        return name;
    }

    @Override
    public void close() {
        try {
            network.close();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
