package app.keepsake.film.internal.render;

import app.keepsake.film.internal.picture.Layer;
import app.keepsake.film.internal.picture.Region;
import app.keepsake.film.timeline.CameraMove;
import app.keepsake.film.timeline.FrameBox;
import app.keepsake.media.RgbImage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Pictures that do not change, each seen by a moving camera in its part of the frame. */
record StillScene(List<Part> parts) implements Scene {
    /** One picture, decoded and graded. */
    record Part(RgbImage picture, Optional<RgbImage> backdrop, CameraMove move, Region region, List<FrameBox> faces) {}

    @Override
    public List<Layer> layers(long frame, double progress) {
        List<Layer> layers = new ArrayList<>();
        for (Part part : parts) {
            layers.add(new Layer(part.picture, part.backdrop, part.move.at(progress), part.region));
        }
        return layers;
    }

    @Override
    public Optional<FrameBox> face(double progress) {
        if (parts.size() != 1) {
            return Optional.empty();
        }
        FrameBox window = parts.getFirst().move.at(progress);
        return parts.getFirst().faces.stream()
                .max(Comparator.comparingDouble(face -> face.width() * face.height()))
                .map(face -> new FrameBox(
                        (face.x() - window.x()) / window.width(),
                        (face.y() - window.y()) / window.height(),
                        face.width() / window.width(),
                        face.height() / window.height()));
    }
}
