package app.keepsake.training.internal.teachers;

import app.keepsake.training.internal.data.Pixels;
import app.keepsake.training.internal.data.SeenFace;
import app.keepsake.vision.Face;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Several looks at a photo, joined: YuNet at three sizes and mirrored, and UltraFace where YuNet doubts. A face's score
 * is the mean over the looks that show it at a size that the network knows, those that miss it counting as 0. Belongs to
 * one thread.
 */
public final class TeacherEnsemble implements AutoCloseable {
    /** Long sides that photos are brought to, px; none more than twice enlarged. */
    private static final int[] LONG_SIDES = {288, 640, 1088};

    /** The long side at which the mirror image is looked at, too. */
    private static final int MIRRORED = 640;

    private static final double LEAST = 0.1;
    private static final double SAME = 0.35;

    /** Sizes of faces that YuNet knows, px. */
    private static final double SMALLEST = 13;

    private static final double LARGEST = 420;

    private static final double DOUBT_FROM = 0.2;
    private static final double DOUBT_TO = 0.75;

    private final YuNet yunet;
    private final UltraFace ultraFace;

    /** One way of looking, and what it showed in pixels of the photo. */
    private record Look(double scale, List<SeenFace> faces) {}

    public TeacherEnsemble(Path yunet, Path ultraFace, int threads) throws IOException {
        this.yunet = new YuNet(yunet, threads);
        this.ultraFace = new UltraFace(ultraFace, threads);
    }

    /** Faces in pixels of the photo, by descending score. */
    public List<SeenFace> look(Pixels photo) {
        int longSide = Math.max(photo.width(), photo.height());
        List<Look> looks = new ArrayList<>();
        IntStream.of(LONG_SIDES)
                .map(side -> Math.min(side, 2 * longSide))
                .distinct()
                .forEach(side -> {
                    Pixels picture = photo.scaled((double) side / longSide);
                    looks.add(look(picture, photo, false));
                    if (side == Math.min(MIRRORED, 2 * longSide)) {
                        looks.add(look(picture.mirrored(), photo, true));
                    }
                });
        List<SeenFace> faces = joined(looks);
        boolean doubt = faces.stream()
                .anyMatch(face -> face.box().score() > DOUBT_FROM && face.box().score() < DOUBT_TO);
        return doubt ? withSecondOpinion(faces, ultraFace.look(photo, LEAST)) : faces;
    }

    private Look look(Pixels picture, Pixels photo, boolean mirrored) {
        double scale = (double) picture.width() / photo.width();
        List<SeenFace> faces = yunet.look(picture, LEAST).stream()
                .map(face -> mirrored ? face.mirrored(picture.width()) : face)
                .map(face -> face.scaled(1 / scale))
                .toList();
        return new Look(scale, faces);
    }

    private static List<SeenFace> joined(List<Look> looks) {
        List<SeenFace> left = new ArrayList<>();
        looks.forEach(look -> left.addAll(look.faces));
        left.sort(Comparator.comparingDouble((SeenFace face) -> face.box().score())
                .reversed());
        List<SeenFace> joined = new ArrayList<>();
        while (!left.isEmpty()) {
            Face surest = left.getFirst().box();
            List<SeenFace> same = left.stream()
                    .filter(face -> face.box() == surest || face.box().overlap(surest) > SAME)
                    .toList();
            left.removeAll(same);
            joined.add(mean(same, score(surest, looks)));
        }
        joined.sort(Comparator.comparingDouble((SeenFace face) -> face.box().score())
                .reversed());
        return joined;
    }

    private static double score(Face face, List<Look> looks) {
        double size = Math.sqrt(face.width() * face.height());
        double sum = 0;
        int able = 0;
        for (Look look : looks) {
            double best = look.faces.stream()
                    .filter(seen -> seen.box().overlap(face) > SAME)
                    .mapToDouble(seen -> seen.box().score())
                    .max()
                    .orElse(0);
            if (size * look.scale >= SMALLEST && size * look.scale <= LARGEST) {
                sum += best;
                able++;
            }
        }
        return able == 0 ? face.score() / 2 : sum / able;
    }

    private static SeenFace mean(List<SeenFace> same, double score) {
        double[] sums = new double[4 + SeenFace.COORDINATES];
        double weights = 0;
        for (SeenFace face : same) {
            Face box = face.box();
            double w = box.score() * box.score();
            weights += w;
            sums[0] += w * box.x();
            sums[1] += w * box.y();
            sums[2] += w * box.width();
            sums[3] += w * box.height();
            for (int i = 0; i < SeenFace.COORDINATES; i++) {
                sums[4 + i] += w * face.points()[i];
            }
        }
        float[] points = new float[SeenFace.COORDINATES];
        for (int i = 0; i < points.length; i++) {
            points[i] = (float) (sums[4 + i] / weights);
        }
        Face box = new Face(sums[0] / weights, sums[1] / weights, sums[2] / weights, sums[3] / weights, score);
        return new SeenFace(box, points);
    }

    /** A doubtful face moves a third of the way to what the other network says of it. */
    private static List<SeenFace> withSecondOpinion(List<SeenFace> faces, List<Face> others) {
        List<SeenFace> judged = new ArrayList<>();
        for (SeenFace face : faces) {
            Face box = face.box();
            double other = others.stream()
                    .filter(seen -> seen.overlap(box) > SAME)
                    .mapToDouble(Face::score)
                    .max()
                    .orElse(0);
            boolean doubt = box.score() > DOUBT_FROM && box.score() < DOUBT_TO;
            double score = doubt ? box.score() + (other - box.score()) / 3 : box.score();
            judged.add(new SeenFace(new Face(box.x(), box.y(), box.width(), box.height(), score), face.points()));
        }
        return judged;
    }

    @Override
    public void close() {
        yunet.close();
        ultraFace.close();
    }
}
