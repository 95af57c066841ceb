package app.keepsake.training.internal.teachers;

import app.keepsake.media.RgbImage;
import app.keepsake.vision.Face;
import app.keepsake.vision.FaceDetector;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Asks a detector about a picture, its mirror image and overlapping parts of it, which show small faces larger, and
 * joins the answers. Answers to the same face become one box, the mean weighted by score. Its score is the mean of the
 * answers of both whole pictures or of what the parts say, whichever is more.
 *
 * @param detector closed with this one
 */
public record EnsembleDetector(FaceDetector detector) implements FaceDetector {
    /** Extent of a part against the picture's; there are two along each side. */
    private static final double PART = 0.6;

    private static final double SAME = 0.45;

    /** Faces in parts are trusted a little less: there is less around them to judge by. */
    private static final double TRUST_IN_PARTS = 0.9;

    private record Answer(Face face, View view) {}

    private enum View {
        WHOLE,
        MIRRORED,
        PART
    }

    @Override
    public List<Face> detect(RgbImage image) {
        List<Answer> answers = new ArrayList<>();
        detector.detect(image).forEach(face -> answers.add(new Answer(face, View.WHOLE)));
        for (Face face : detector.detect(Views.mirrored(image))) {
            answers.add(new Answer(Views.mirrored(face, image.width()), View.MIRRORED));
        }
        for (int i = 0; i < 4; i++) {
            addPart(image, i % 2, i / 2, answers);
        }
        return joined(answers);
    }

    private void addPart(RgbImage image, int right, int low, List<Answer> answers) {
        int width = (int) Math.ceil(image.width() * PART);
        int height = (int) Math.ceil(image.height() * PART);
        int left = right * (image.width() - width);
        int top = low * (image.height() - height);
        for (Face face : detector.detect(image.part(left, top, width, height))) {
            // What the part's inner edges cut is seen whole by another part.
            double margin = 0.02 * Math.max(width, height);
            boolean cut = (right == 1 ? face.x() < margin : face.x() + face.width() > width - margin)
                    || (low == 1 ? face.y() < margin : face.y() + face.height() > height - margin);
            if (!cut) {
                Face there = new Face(face.x() + left, face.y() + top, face.width(), face.height(), face.score());
                answers.add(new Answer(there, View.PART));
            }
        }
    }

    private static List<Face> joined(List<Answer> answers) {
        List<Answer> left = new ArrayList<>(answers);
        left.sort(Comparator.comparingDouble((Answer answer) -> answer.face.score())
                .reversed());
        List<Face> faces = new ArrayList<>();
        while (!left.isEmpty()) {
            Face surest = left.getFirst().face;
            List<Answer> same = left.stream()
                    .filter(answer -> answer.face.overlap(surest) > SAME)
                    .toList();
            left.removeAll(same);
            faces.add(mean(same));
        }
        faces.sort(Comparator.comparingDouble(Face::score).reversed());
        return faces;
    }

    private static Face mean(List<Answer> same) {
        double weight = 0;
        double[] box = new double[4];
        double[] best = new double[View.values().length];
        for (Answer answer : same) {
            Face face = answer.face;
            double w = face.score() * face.score();
            weight += w;
            box[0] += w * face.x();
            box[1] += w * face.y();
            box[2] += w * face.width();
            box[3] += w * face.height();
            best[answer.view.ordinal()] = Math.max(best[answer.view.ordinal()], face.score());
        }
        double whole = (best[View.WHOLE.ordinal()] + best[View.MIRRORED.ordinal()]) / 2;
        double score = Math.max(whole, TRUST_IN_PARTS * best[View.PART.ordinal()]);
        return new Face(box[0] / weight, box[1] / weight, box[2] / weight, box[3] / weight, score);
    }

    @Override
    public String version() {
        return detector.version() + ", mirrored and in parts";
    }

    @Override
    public void close() {
        detector.close();
    }
}
