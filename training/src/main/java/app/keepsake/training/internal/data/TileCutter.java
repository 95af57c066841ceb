package app.keepsake.training.internal.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** Cuts tiles from one photo. Belongs to one thread. */
public final class TileCutter {
    /** Size of the face in an anchored tile, px: the largest that the student is taught, so that it is never enlarged. */
    public static final double ANCHOR_SIZE = 26;

    /** Smaller faces are not worth teaching: their tiles would be enlarged blur. */
    private static final double SMALLEST_FACE = 9;

    private final List<Pixels> octaves = new ArrayList<>();
    private final LabelledPhoto photo;
    private final int number;
    private final boolean heldOut;

    public TileCutter(LabelledPhoto photo, Pixels pixels, int number, boolean heldOut) {
        this.photo = photo;
        this.number = number;
        this.heldOut = heldOut;
        Pixels octave = pixels;
        while (octave.width() >= 8 && octave.height() >= 8) {
            octaves.add(octave);
            octave = octave.halved();
        }
    }

    /** A tile for each certain face that is large enough. */
    public List<Tile> aroundFaces() {
        List<Tile> tiles = new ArrayList<>();
        for (FaceBox face : photo.faces()) {
            if (face.certain() && face.size() >= SMALLEST_FACE) {
                tiles.add(cut(face.centreX(), face.centreY(), ANCHOR_SIZE / face.size(), face));
            }
        }
        return tiles;
    }

    /** Tiles at random places and scales, from a little enlarged down to where the photo fills one tile. */
    public List<Tile> atRandom(int count, SplittableRandom random) {
        List<Tile> tiles = new ArrayList<>();
        Pixels whole = octaves.getFirst();
        double deepest = Math.log((double) Math.min(whole.width(), whole.height()) / Tile.SIDE * 1.6);
        for (int i = 0; i < count; i++) {
            double scale = Math.exp(0.3 - random.nextDouble() * Math.max(0.3, 0.3 + deepest));
            tiles.add(around(random.nextDouble() * whole.width(), random.nextDouble() * whole.height(), scale));
        }
        return tiles;
    }

    /** The tile around a place of the photo, the photo scaled by a factor. */
    public Tile around(double x, double y, double scale) {
        return cut(x, y, scale, null);
    }

    private Tile cut(double cx, double cy, double scale, @Nullable FaceBox anchor) {
        int octave = 0;
        while (octave + 1 < octaves.size() && scale * (1 << octave) <= 0.5) {
            octave++;
        }
        Pixels from = octaves.get(octave);
        double step = 1 / (scale * (1 << octave));
        double left = cx / (1 << octave) - Tile.SIDE / 2.0 * step;
        double top = cy / (1 << octave) - Tile.SIDE / 2.0 * step;
        byte[] rgb = new byte[Tile.BYTES];
        Arrays.fill(rgb, (byte) 128);
        for (int y = 0; y < Tile.SIDE; y++) {
            double py = top + (y + 0.5) * step - 0.5;
            for (int x = 0; x < Tile.SIDE; x++) {
                double px = left + (x + 0.5) * step - 0.5;
                if (px > -1 && py > -1 && px < from.width() && py < from.height()) {
                    from.sample(px, py, rgb, (y * Tile.SIDE + x) * 3);
                }
            }
        }
        return new Tile(number, heldOut, anchor != null, facesSeen(cx, cy, scale, anchor), rgb);
    }

    private List<FaceBox> facesSeen(double cx, double cy, double scale, @Nullable FaceBox anchor) {
        List<FaceBox> seen = new ArrayList<>();
        for (FaceBox face : photo.faces()) {
            FaceBox here = face.moved(-cx, -cy).scaled(scale).moved(Tile.SIDE / 2.0, Tile.SIDE / 2.0);
            boolean reachesIn = here.x() < Tile.SIDE
                    && here.y() < Tile.SIDE
                    && here.x() + here.width() > 0
                    && here.y() + here.height() > 0;
            if (face == anchor) {
                seen.addFirst(here);
            } else if (reachesIn) {
                seen.add(here);
            }
        }
        return seen;
    }
}
