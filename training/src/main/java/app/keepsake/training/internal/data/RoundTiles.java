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
 * Cuts the tiles of one round: around every face, at random places, and where the student of the round before saw a
 * face that is none.
 */
public final class RoundTiles {
    private static final int RANDOM_TILES = 4;
    private static final int MOST_MINED = 10;

    /** In photos with labels smaller faces than this may be true and unlabelled, px. */
    private static final double LABELLED_FROM = 14;

    /** In photos with labels surer faces than this are often true and unlabelled. */
    private static final double LABELLED_UP_TO = 0.975;

    private static final double REFERENCE_SIZE = 17;

    private final TeacherScores teacher;
    private final @Nullable FaceDetector student;
    private int faces;
    private int random;
    private int mined;

    /** @param student of the round before, asked with a low minimum score; null in the first round */
    public RoundTiles(TeacherScores teacher, @Nullable FaceDetector student) {
        this.teacher = teacher;
        this.student = student;
    }

    /** Writes the tile file. */
    public void write(PhotoPool pool, Path file, Consumer<String> log) throws IOException {
        try (TileFile.Writer out = new TileFile.Writer(file)) {
            for (int i = 0; i < pool.photos().size(); i++) {
                write(pool.photos().get(i), i, out);
            }
        }
        log.accept("%d tiles with a face, %d at random, %d of false faces".formatted(faces, random, mined));
    }

    private void write(Member member, int number, TileFile.Writer out) throws IOException {
        Loaded loaded = PhotoPool.load(member.photo());
        Path path = member.photo().file();
        List<Face> seen = member.kind() == Kind.NO_PEOPLE ? List.of() : teacher.of(path, loaded.pixels());
        List<FaceBox> known = Knowledge.join(loaded.photo().faces(), seen, member.kind());
        TileCutter cutter = new TileCutter(new LabelledPhoto(path, known), loaded.pixels(), number, member.heldOut());
        for (Tile tile : cutter.aroundFaces()) {
            out.write(tile);
            faces++;
        }
        for (Tile tile : cutter.atRandom(RANDOM_TILES, new SplittableRandom(number))) {
            out.write(tile);
            random++;
        }
        if (student != null && !member.heldOut()) {
            mine(loaded.pixels(), known, member.kind(), cutter, out);
        }
    }

    private void mine(Pixels pixels, List<FaceBox> known, Kind kind, TileCutter cutter, TileFile.Writer out)
            throws IOException {
        List<Face> found = student.detect(pixels.image());
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
