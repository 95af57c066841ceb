package app.keepsake.training.internal.data;

import app.keepsake.training.internal.data.PhotoPool.Kind;
import app.keepsake.training.internal.data.PhotoPool.Loaded;
import app.keepsake.training.internal.data.PhotoPool.Member;
import app.keepsake.vision.Face;
import app.keepsake.vision.FaceDetector;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Cuts the tiles of a round: around every face, at random places, and where the student of the round before saw a face
 * that is none.
 */
public final class RoundTiles {
    private static final int RANDOM_TILES = 3;
    private static final int MOST_MINED = 10;

    /** Photos without people are few, and what is seen in them is certainly no face. */
    private static final int MOST_MINED_WITHOUT_PEOPLE = 30;

    /** In photos with labels smaller faces than this may be true and unlabelled, px. */
    private static final double LABELLED_FROM = 14;

    /** In photos with labels surer faces than this are often true and unlabelled. */
    private static final double LABELLED_UP_TO = 0.975;

    private static final double REFERENCE_SIZE = 17;

    private final TeacherScores once;
    private final TeacherScores inParts;
    private int faces;
    private int random;
    private int mined;

    /**
     * @param once of one look at a photo: says how plain labelled faces are, and where more may be
     * @param inParts of the best teacher, who alone says where faces are in photos without labels
     */
    public RoundTiles(TeacherScores once, TeacherScores inParts) {
        this.once = once;
        this.inParts = inParts;
    }

    /**
     * Writes a round's tiles.
     *
     * @param student of the round before, asked with a low minimum score; null in the first
     */
    public void cut(PhotoPool pool, @Nullable FaceDetector student, Path file, Consumer<String> log)
            throws IOException {
        try (TileFile.Writer out = new TileFile.Writer(file)) {
            for (int i = 0; i < pool.photos().size(); i++) {
                Member member = pool.photos().get(i);
                Loaded loaded = PhotoPool.load(member.photo());
                List<FaceBox> known = known(member, loaded);
                TileCutter cutter = cutter(member, i, known, loaded.pixels());
                first(cutter, i, out);
                if (student != null && !member.heldOut()) {
                    mine(mistakes(student, loaded, known, member.kind()), cutter, out);
                }
            }
        }
        log.accept("%d tiles with a face, %d at random, %d of false faces".formatted(faces, random, mined));
    }

    private void first(TileCutter cutter, int number, TileFile.Writer out) throws IOException {
        for (Tile tile : cutter.aroundFaces()) {
            out.write(tile);
            faces++;
        }
        for (Tile tile : cutter.atRandom(RANDOM_TILES, new SplittableRandom(number))) {
            out.write(tile);
            random++;
        }
    }

    private void mine(List<FaceBox> mistakes, TileCutter cutter, TileFile.Writer out) throws IOException {
        for (FaceBox face : mistakes) {
            out.write(cutter.around(face.centreX(), face.centreY(), REFERENCE_SIZE / face.size()));
            mined++;
        }
    }

    private List<FaceBox> known(Member member, Loaded loaded) throws IOException {
        Path file = member.photo().file();
        List<Face> seen = switch (member.kind()) {
            case NO_PEOPLE -> List.of();
            case UNLABELLED -> seenInParts(file, loaded.pixels());
            case LABELLED -> once.of(file, loaded.pixels());
        };
        return Knowledge.join(loaded.photo().faces(), seen, member.kind());
    }

    /** Where one look sees nothing that may be a face, six find little more. */
    private List<Face> seenInParts(Path file, Pixels pixels) throws IOException {
        List<Face> seen = once.of(file, pixels);
        return seen.stream().anyMatch(face -> face.score() > Knowledge.POSSIBLE) ? inParts.of(file, pixels) : seen;
    }

    private static TileCutter cutter(Member member, int number, List<FaceBox> known, Pixels pixels) {
        return new TileCutter(new LabelledPhoto(member.photo().file(), known), pixels, number, member.heldOut());
    }

    /** The student's surest false faces. */
    private static List<FaceBox> mistakes(FaceDetector student, Loaded loaded, List<FaceBox> known, Kind kind) {
        return student.detect(loaded.pixels().image()).stream()
                .map(face -> FaceBox.of(face, false))
                .filter(face -> known.stream().noneMatch(other -> explains(other, face)))
                .filter(face ->
                        kind != Kind.LABELLED || face.size() >= LABELLED_FROM && face.teacher() <= LABELLED_UP_TO)
                .limit(kind == Kind.NO_PEOPLE ? MOST_MINED_WITHOUT_PEOPLE : MOST_MINED)
                .toList();
    }

    /** Boxes near a face and of about its size are answers to it, if poor ones. */
    private static boolean explains(FaceBox known, FaceBox found) {
        return found.face().overlap(known.face()) > 0.15
                && found.size() > 0.4 * known.size()
                && found.size() < 2.5 * known.size();
    }
}
