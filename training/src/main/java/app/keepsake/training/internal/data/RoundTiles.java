package app.keepsake.training.internal.data;

import app.keepsake.training.internal.data.PhotoPool.Kind;
import app.keepsake.training.internal.data.PhotoPool.Loaded;
import app.keepsake.training.internal.data.PhotoPool.Member;
import app.keepsake.vision.Face;
import app.keepsake.vision.FaceDetector;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Consumer;

/**
 * Cuts the tiles of a round: for the first around every face and at random places, for the later ones where the student
 * of the round before saw a face that is none.
 */
public final class RoundTiles {
    private static final int RANDOM_TILES = 3;
    private static final int MOST_MINED = 10;

    /** In photos with labels smaller faces than this may be true and unlabelled, px. */
    private static final double LABELLED_FROM = 14;

    /** In photos with labels surer faces than this are often true and unlabelled. */
    private static final double LABELLED_UP_TO = 0.975;

    private static final double REFERENCE_SIZE = 17;

    private final TeacherScores teacher;
    private int faces;
    private int random;
    private int mined;

    public RoundTiles(TeacherScores teacher) {
        this.teacher = teacher;
    }

    /** Writes the first round's tiles. */
    public void first(PhotoPool pool, Path file, Consumer<String> log) throws IOException {
        try (TileFile.Writer out = new TileFile.Writer(file)) {
            for (int i = 0; i < pool.photos().size(); i++) {
                Member member = pool.photos().get(i);
                Loaded loaded = PhotoPool.load(member.photo());
                first(cutter(member, i, known(member, loaded), loaded.pixels()), i, out);
            }
        }
        log.accept("%d tiles with a face, %d at random".formatted(faces, random));
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

    /**
     * Writes the tiles of the round before and those of the student's mistakes.
     *
     * @param student of the round before, asked with a low minimum score
     */
    public void next(PhotoPool pool, Path before, FaceDetector student, Path file, Consumer<String> log)
            throws IOException {
        Files.copy(before, file, StandardCopyOption.REPLACE_EXISTING);
        try (TileFile.Writer out = new TileFile.Writer(file)) {
            for (int i = 0; i < pool.photos().size(); i++) {
                Member member = pool.photos().get(i);
                if (!member.heldOut()) {
                    Loaded loaded = PhotoPool.load(member.photo());
                    List<FaceBox> known = known(member, loaded);
                    List<Face> found = student.detect(loaded.pixels().image());
                    mine(found, known, member.kind(), cutter(member, i, known, loaded.pixels()), out);
                }
            }
        }
        log.accept("%d tiles of false faces".formatted(mined));
    }

    private List<FaceBox> known(Member member, Loaded loaded) throws IOException {
        List<Face> seen = member.kind() == Kind.NO_PEOPLE
                ? List.of()
                : teacher.of(member.photo().file(), loaded.pixels());
        return Knowledge.join(loaded.photo().faces(), seen, member.kind());
    }

    private static TileCutter cutter(Member member, int number, List<FaceBox> known, Pixels pixels) {
        return new TileCutter(new LabelledPhoto(member.photo().file(), known), pixels, number, member.heldOut());
    }

    private void mine(List<Face> found, List<FaceBox> known, Kind kind, TileCutter cutter, TileFile.Writer out)
            throws IOException {
        List<FaceBox> falseFaces = found.stream()
                .map(face -> FaceBox.of(face, false))
                .filter(face -> known.stream().noneMatch(other -> explains(other, face)))
                .filter(face ->
                        kind != Kind.LABELLED || face.size() >= LABELLED_FROM && face.teacher() <= LABELLED_UP_TO)
                .limit(MOST_MINED)
                .toList();
        for (FaceBox face : falseFaces) {
            out.write(cutter.around(face.centreX(), face.centreY(), REFERENCE_SIZE / face.size()));
            mined++;
        }
    }

    /** Boxes near a face and of about its size are answers to it, if poor ones. */
    private static boolean explains(FaceBox known, FaceBox found) {
        return found.face().overlap(known.face()) > 0.15
                && found.size() > 0.4 * known.size()
                && found.size() < 2.5 * known.size();
    }
}
