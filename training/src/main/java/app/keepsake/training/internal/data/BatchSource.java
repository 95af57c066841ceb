package app.keepsake.training.internal.data;

import app.keepsake.training.internal.student.Batch;
import app.keepsake.training.internal.student.StudentDesign;
import java.util.SplittableRandom;

/**
 * Makes batches of tiles, half of them with a face. What a batch holds depends on the seed, its number and the
 * {@link TileTable} alone. Safe for use by several threads.
 */
public final class BatchSource {
    /** Of the tiles without a face, the share that lies near one or cuts it at a wrong size. */
    private static final double NEAR_FACES = 0.35;

    private static final int TRIES = 12;

    private final TileFile file;
    private final int side;
    private final long seed;

    public BatchSource(TileFile file, StudentDesign design, long seed) {
        this.file = file;
        this.side = design.tile();
        this.seed = seed;
    }

    /** Augmented tiles drawn by the table's chances. */
    public Batch training(TileTable table, long number, int count) {
        SplittableRandom random = new SplittableRandom(seed * 0x9E3779B97F4A7C15L + number);
        Filling filling = new Filling(count);
        for (int i = 0; i < count; i++) {
            if (i % 2 == 0) {
                int tile = table.drawAnchored(random);
                filling.addFace(tile, file.read(tile), random);
            } else {
                filling.addNoFace(table, random);
            }
        }
        return filling.batch();
    }

    /** Given tiles as they are, each once in the middle of its range; for measuring. */
    public Batch plain(int[] tiles) {
        Filling filling = new Filling(tiles.length);
        for (int tile : tiles) {
            filling.addPlain(tile, file.read(tile));
        }
        return filling.batch();
    }

    private final class Filling {
        private final Augmentation augmentation = new Augmentation(side);
        private final float[] pixels;
        private final float[] faces;
        private final float[] boxes;
        private final int[] tiles;
        private int filled;

        Filling(int count) {
            pixels = new float[count * 3 * side * side];
            faces = new float[count];
            boxes = new float[count * 4];
            tiles = new int[count];
        }

        void addFace(int index, Tile tile, SplittableRandom random) {
            View view = ofFace(tile, random);
            FaceBox face = view.seen(tile.faces().getFirst());
            float[] picture = augmentation.look(tile, view);
            if (random.nextInt(100) < 18) {
                augmentation.cover(picture, face, random);
            }
            augmentation.disturb(picture, random);
            target(face);
            put(index, picture);
        }

        void addNoFace(TileTable table, SplittableRandom random) {
            for (int i = 0; i < TRIES; i++) {
                int index = random.nextDouble() < NEAR_FACES ? table.drawAnchored(random) : table.drawOther(random);
                Tile tile = file.read(index);
                View view = anywhere(tile, random);
                for (int j = 0; j < TRIES; j++) {
                    if (isWithoutFace(tile, view)) {
                        float[] picture = augmentation.look(tile, view);
                        augmentation.disturb(picture, random);
                        put(index, picture);
                        return;
                    }
                    view = anywhere(tile, random);
                }
            }
            throw new IllegalStateException(
                    "In %d tiles no place without a face was found; the tiles need more photos without faces."
                            .formatted(TRIES));
        }

        void addPlain(int index, Tile tile) {
            View view = View.of(Tile.SIDE / 2.0, Tile.SIDE / 2.0, 1, 0, 1, false);
            if (tile.anchored()) {
                FaceBox face = tile.faces().getFirst();
                double k = face.size() / StudentDesign.REFERENCE_SIZE;
                view = View.of(face.centreX(), face.centreY(), k, 0, 1, false);
                target(view.seen(face));
            }
            put(index, augmentation.look(tile, view));
        }

        private void put(int index, float[] picture) {
            tiles[filled] = index;
            int at = filled * picture.length;
            for (int i = 0; i < picture.length; i++) {
                pixels[at + i] = (picture[i] - 128) / 128;
            }
            filled++;
        }

        private void target(FaceBox face) {
            float unit = StudentDesign.REFERENCE_SIZE;
            faces[filled] = Float.isNaN(face.teacher()) ? 1 : 0.8f + 0.2f * face.teacher();
            boxes[4 * filled] = face.centreX() / unit;
            boxes[4 * filled + 1] = face.centreY() / unit;
            boxes[4 * filled + 2] = (float) Math.log(face.width() / unit);
            boxes[4 * filled + 3] = (float) Math.log(face.height() / unit);
        }

        Batch batch() {
            return new Batch(filled, pixels, faces, boxes, tiles);
        }
    }

    private static View ofFace(Tile tile, SplittableRandom random) {
        FaceBox face = tile.faces().getFirst();
        double size = View.SMALLEST * Math.pow(View.LARGEST / View.SMALLEST, random.nextDouble());
        double k = face.size() / size;
        double x = face.centreX() + k * View.REACH * (2 * random.nextDouble() - 1);
        double y = face.centreY() + k * View.REACH * (2 * random.nextDouble() - 1);
        return View.of(x, y, k, turn(random), stretch(random), random.nextBoolean());
    }

    private View anywhere(Tile tile, SplittableRandom random) {
        double middle = Tile.SIDE / 2.0;
        double k = tile.anchored()
                ? Math.exp(Math.log(0.35) + random.nextDouble() * Math.log(2.3 / 0.35))
                : Math.exp((random.nextDouble() - 0.5) * 0.6);
        double free = Math.max(4, Tile.SIDE - side * k) / 2;
        // Mined tiles show a false face in their middle, which a small move keeps.
        double wanted = tile.anchored() ? 40 * Math.max(1, k) : random.nextInt(5) < 3 ? View.REACH * k : 24;
        double reach = Math.min(free, wanted);
        double x = middle + reach * (2 * random.nextDouble() - 1);
        double y = middle + reach * (2 * random.nextDouble() - 1);
        return View.of(x, y, k, turn(random), stretch(random), random.nextBoolean());
    }

    private static boolean isWithoutFace(Tile tile, View view) {
        return tile.faces().stream().allMatch(face -> View.verdict(view.seen(face)) == View.Verdict.NO_FACE);
    }

    private static double turn(SplittableRandom random) {
        return Math.toRadians(
                random.nextInt(4) == 0 ? 36 * (random.nextDouble() - 0.5) : 14 * (random.nextDouble() - 0.5));
    }

    private static double stretch(SplittableRandom random) {
        return Math.exp(0.16 * (random.nextDouble() - 0.5));
    }
}
