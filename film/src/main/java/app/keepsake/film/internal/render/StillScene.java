package app.keepsake.film.internal.render;

import app.keepsake.film.internal.picture.Ground;
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
    /**
     * One picture, decoded and graded.
     *
     * @param behind what lies behind it and those before it
     * @param from frame of the medium at which it comes
     */
    record Part(
            RgbImage picture,
            Optional<Behind> behind,
            CameraMove move,
            Region region,
            List<FrameBox> faces,
            long from) {}

    /**
     * What lies behind pictures.
     *
     * @param shadow whether they cast one on it
     */
    record Behind(RgbImage image, boolean shadow) {
        /** Farther away, it moves less than the picture before it, the same way. */
        Ground at(CameraMove move, double progress) {
            double way = move.from().centreX() - move.to().centreX();
            double along = Math.signum(way) * (progress - 0.5);
            return new Ground(image, 0.5 - along, shadow);
        }
    }

    @Override
    public List<Layer> layers(long frame, double progress) {
        List<Layer> layers = new ArrayList<>();
        for (Part part : parts) {
            if (frame >= part.from || layers.isEmpty()) {
                Optional<Ground> ground = part.behind.map(behind -> behind.at(part.move, progress));
                layers.add(new Layer(part.picture, ground, part.move.at(progress), part.region));
            }
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
                .map(face -> face.seenIn(window));
    }
}
