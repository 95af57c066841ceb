package app.keepsake.training.internal.data;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * How a source draws its boxes against ours, which go from the forehead to the chin and from ear to ear as WIDER FACE's
 * and our teachers' do: the medians over the faces of a source that the teachers are sure of.
 *
 * @param right by how much of its width a label is to be moved
 * @param down by how much of its height
 * @param wider factor of its width
 * @param higher factor of its height
 */
record BoxConvention(double right, double down, double wider, double higher) {
    static final BoxConvention OURS = new BoxConvention(0, 0, 1, 1);

    private static final double SURE = 0.7;
    private static final double SAME = 0.35;

    /** Fewer faces say nothing of a source. */
    private static final int ENOUGH = 50;

    private record Pair(FaceBox label, FaceBox ours) {}

    /** Collects pairs of a label and what the teachers say of the same face. */
    static final class Fit {
        private final List<Pair> pairs = new ArrayList<>();

        void add(List<FaceBox> labels, List<SeenFace> taught) {
            for (FaceBox label : labels) {
                taught.stream()
                        .filter(face -> face.box().score() > SURE && face.box().overlap(label.face()) > SAME)
                        .findFirst()
                        .ifPresent(face -> pairs.add(new Pair(label, FaceBox.of(face.box(), true))));
            }
        }

        BoxConvention convention() {
            return pairs.size() < ENOUGH
                    ? OURS
                    : new BoxConvention(
                            median(p -> (p.ours.centreX() - p.label.centreX()) / p.label.width()),
                            median(p -> (p.ours.centreY() - p.label.centreY()) / p.label.height()),
                            median(p -> p.ours.width() / p.label.width()),
                            median(p -> p.ours.height() / p.label.height()));
        }

        private double median(ToDoubleFunction<Pair> of) {
            return pairs.stream().mapToDouble(of).sorted().toArray()[pairs.size() / 2];
        }
    }

    FaceBox ours(FaceBox label) {
        double width = label.width() * wider;
        double height = label.height() * higher;
        double x = label.centreX() + right * label.width();
        double y = label.centreY() + down * label.height();
        return new FaceBox(
                (float) (x - width / 2),
                (float) (y - height / 2),
                (float) width,
                (float) height,
                label.certain(),
                label.teacher(),
                label.points());
    }
}
