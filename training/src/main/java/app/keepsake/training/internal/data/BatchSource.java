package app.keepsake.training.internal.data;

import app.keepsake.training.internal.student.Batch;
import app.keepsake.training.internal.student.StudentDesign;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Makes batches of crops, most of them around a face. What a batch holds depends on the seed, its number and the
 * {@link TileTable} alone. Safe for use by several threads.
 */
public final class BatchSource {
    /** Outputs along each side of a crop. */
    public static final int CELLS = 3;

    /** Of the crops around a face, the share that shows it at any size, also at one that another scale answers for. */
    private static final double ANY_SIZE = 0.25;

    private final TileFile file;
    private final int tile;
    private final int stride;
    private final long seed;

    public BatchSource(TileFile file, StudentDesign design, long seed) {
        this.file = file;
        this.tile = design.tile();
        this.stride = design.stride();
        this.seed = seed;
    }

    /** Augmented crops drawn by the table's chances: every second one around a face. */
    public Batch training(TileTable table, long number, int count) {
        SplittableRandom random = new SplittableRandom(seed * 0x9E3779B97F4A7C15L + number);
        Filling filling = new Filling(count, CELLS);
        for (int i = 0; i < count; i++) {
            int index = i % 2 == 0 ? table.drawAnchored(random) : table.drawOther(random);
            filling.add(index, file.read(index), random);
        }
        return filling.batch();
    }

    /** Given tiles as they are, a face in the middle of its range; for measuring. One output for each. */
    public Batch plain(int[] tiles) {
        Filling filling = new Filling(tiles.length, 1);
        for (int index : tiles) {
            filling.addPlain(index, file.read(index));
        }
        return filling.batch();
    }

    private final class Filling {
        private final int cells;
        private final int side;
        private final Augmentation augmentation;
        private final float[] pixels;
        private final float[] faces;
        private final float[] boxes;
        private final int[] tiles;
        private int filled;

        Filling(int count, int cells) {
            this.cells = cells;
            side = tile + stride * (cells - 1);
            augmentation = new Augmentation(side);
            pixels = new float[count * 3 * side * side];
            faces = new float[count * cells * cells];
            boxes = new float[count * cells * cells * 4];
            tiles = new int[count];
        }

        void add(int index, Tile from, SplittableRandom random) {
            View view = from.anchored() ? ofFace(from, random) : anywhere(random);
            float[] picture = augmentation.look(from, view);
            List<FaceBox> seen = from.faces().stream().map(view::seen).toList();
            if (from.anchored() && random.nextInt(100) < 18) {
                augmentation.cover(picture, seen.getFirst(), random);
            }
            augmentation.disturb(picture, random);
            put(index, picture, seen);
        }

        void addPlain(int index, Tile from) {
            View view = View.of(Tile.SIDE / 2.0, Tile.SIDE / 2.0, 1, 0, 1, false);
            if (from.anchored()) {
                FaceBox face = from.faces().getFirst();
                double k = face.size() / StudentDesign.REFERENCE_SIZE;
                view = View.of(face.centreX(), face.centreY(), k, 0, 1, false);
            }
            put(
                    index,
                    augmentation.look(from, view),
                    from.faces().stream().map(view::seen).toList());
        }

        private void put(int index, float[] picture, List<FaceBox> seen) {
            tiles[filled] = index;
            int at = filled * picture.length;
            for (int i = 0; i < picture.length; i++) {
                pixels[at + i] = (picture[i] - 128) / 128;
            }
            for (int cell = 0; cell < cells * cells; cell++) {
                double x = stride * (cell % cells - (cells - 1) / 2.0);
                double y = stride * (cell / cells - (cells - 1) / 2.0);
                target(filled * cells * cells + cell, x, y, seen);
            }
            filled++;
        }

        /** The target of the output whose tile has its middle at a place. */
        private void target(int output, double x, double y, List<FaceBox> seen) {
            double nearest = Double.MAX_VALUE;
            for (FaceBox box : seen) {
                FaceBox face = box.moved(-x, -y);
                double away = Math.hypot(face.centreX(), face.centreY());
                switch (View.verdict(face)) {
                    case FACE -> {
                        if (away < nearest) {
                            nearest = away;
                            target(output, face);
                        }
                    }
                    case UNCERTAIN -> {
                        if (nearest == Double.MAX_VALUE) {
                            faces[output] = -1;
                        }
                    }
                    case NO_FACE -> {}
                }
            }
        }

        private void target(int output, FaceBox face) {
            float unit = StudentDesign.REFERENCE_SIZE;
            faces[output] = Float.isNaN(face.teacher()) ? 1 : 0.85f + 0.15f * face.teacher();
            boxes[4 * output] = face.centreX() / unit;
            boxes[4 * output + 1] = face.centreY() / unit;
            boxes[4 * output + 2] = (float) Math.log(face.width() / unit);
            boxes[4 * output + 3] = (float) Math.log(face.height() / unit);
        }

        Batch batch() {
            return new Batch(filled, cells, pixels, faces, boxes, tiles);
        }
    }

    private View ofFace(Tile from, SplittableRandom random) {
        FaceBox face = from.faces().getFirst();
        double size = random.nextDouble() < ANY_SIZE
                ? 8 * Math.pow(7, random.nextDouble())
                : View.SMALLEST * Math.pow(View.LARGEST / View.SMALLEST, random.nextDouble());
        double k = face.size() / size;
        double reach = k * stride * CELLS / 2.0;
        double x = face.centreX() + reach * (2 * random.nextDouble() - 1);
        double y = face.centreY() + reach * (2 * random.nextDouble() - 1);
        return View.of(x, y, k, turn(random), stretch(random), random.nextBoolean());
    }

    private View anywhere(SplittableRandom random) {
        double k = Math.exp((random.nextDouble() - 0.5) * 0.6);
        double middle = Tile.SIDE / 2.0;
        double free = Math.max(4, (Tile.SIDE - (tile + stride * (CELLS - 1)) * k) / 2);
        // Mined tiles show a false face in their middle, which a small move keeps.
        double reach = random.nextBoolean() ? Math.min(free, k * stride * CELLS / 2.0) : free;
        double x = middle + reach * (2 * random.nextDouble() - 1);
        double y = middle + reach * (2 * random.nextDouble() - 1);
        return View.of(x, y, k, turn(random), stretch(random), random.nextBoolean());
    }

    private static double turn(SplittableRandom random) {
        return Math.toRadians(
                random.nextInt(4) == 0 ? 60 * (random.nextDouble() - 0.5) : 14 * (random.nextDouble() - 0.5));
    }

    private static double stretch(SplittableRandom random) {
        return Math.exp(0.16 * (random.nextDouble() - 0.5));
    }
}
