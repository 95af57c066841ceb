package app.keepsake.training.internal.data;

import app.keepsake.training.internal.data.View.Frame;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Makes batches of crops of photos. What a batch holds depends on the seed, its number and the {@link CropTable} alone.
 * Safe for use by several threads.
 */
public final class BatchSource {
    /** Outputs along each side of a crop. */
    public static final int CELLS = 5;

    private static final int FACE_SHARE = 46;
    private static final int MISTAKE_SHARE = 34;

    /** Of a hundred crops around a face, those that show it at any size, also at one that another scale answers for. */
    private static final int ANY_SIZE = 20;

    /** Of a hundred crops around a face, those that take a part of the photo for the whole of it. */
    private static final int FRAMED = 30;

    /** Of a hundred crops around a face, those that set it into another photo. */
    private static final int PASTED = 12;

    /** Of a hundred crops anywhere, those that take a small part of the photo for the whole of it. */
    private static final int SMALL_PICTURES = 40;

    /** Of a hundred crops anywhere, those that show a picture of one colour. */
    private static final int PLAIN_PICTURES = 12;

    /** Faces are enlarged at most so much. */
    private static final double ENLARGED = 1.6;

    private final PhotoStore store;
    private final Tiling tiling;
    private final long seed;
    private final int[] photos;
    private final int[] withoutPeople;

    /** @param heldOut whether crops come from the photos that are kept from training */
    public BatchSource(PhotoStore store, Tiling tiling, long seed, boolean heldOut) {
        this.store = store;
        this.tiling = tiling;
        this.seed = seed;
        photos = IntStream.range(0, store.photos().size())
                .filter(i -> store.photos().get(i).heldOut() == heldOut)
                .toArray();
        withoutPeople = IntStream.of(photos)
                .filter(i -> store.photos().get(i).faces().isEmpty())
                .toArray();
    }

    /** Augmented crops: half of them around a face, others at an earlier student's mistakes and at random places. */
    public Batch batch(CropTable table, long number, int count) {
        SplittableRandom random = new SplittableRandom(seed * 0x9E3779B97F4A7C15L + number);
        Filling filling = new Filling(count);
        for (int i = 0; i < count; i++) {
            int kind = random.nextInt(100);
            if (kind < FACE_SHARE) {
                filling.addFace(table, table.drawFace(random), random);
            } else if (kind < FACE_SHARE + MISTAKE_SHARE && table.mistakes() > 0) {
                filling.addMistake(table, table.drawMistake(random), random);
            } else {
                filling.addAnywhere(random);
            }
        }
        return filling.batch();
    }

    private final class Filling {
        private final int side = tiling.side(CELLS);
        private final Augmentation augmentation = new Augmentation(side);
        private final byte[] pixels;
        private final float[] faces;
        private final float[] targets;
        private final int[] places;
        private int filled;

        Filling(int count) {
            pixels = new byte[count * 3 * side * side];
            faces = new float[count * CELLS * CELLS];
            targets = new float[count * CELLS * CELLS * Batch.TARGETS];
            places = new int[count];
        }

        void addFace(CropTable table, int index, SplittableRandom random) {
            CropTable.Place place = table.place(index);
            PhotoStore.Entry photo = store.photos().get(place.photo());
            FaceBox face = place.face();
            View view = ofFace(face, random);
            List<FaceBox> seen;
            float[] picture;
            if (random.nextInt(100) < PASTED && withoutPeople.length > 0) {
                View part = view.within(square(face, random));
                PhotoStore.Entry room = store.photos().get(withoutPeople[random.nextInt(withoutPeople.length)]);
                picture = augmentation.look(store, room, anywhere(room, random));
                boolean[] roomOutside = augmentation.outside();
                float[] over = augmentation.look(store, photo, part);
                augmentation.paste(over, picture, roomOutside);
                seen = seen(photo, part);
            } else {
                View part = random.nextInt(100) < FRAMED ? view.within(frame(face, photo, random)) : view;
                picture = augmentation.look(store, photo, part);
                seen = seen(photo, part);
            }
            if (random.nextInt(100) < 18) {
                augmentation.cover(picture, view.seen(face), random);
            }
            put(index, picture, seen, random);
        }

        void addMistake(CropTable table, int index, SplittableRandom random) {
            CropTable.Place place = table.place(index);
            FaceBox face = place.face();
            double k = face.size() / (20 + 10 * random.nextDouble());
            put(index, store.photos().get(place.photo()), around(face, k, random), random);
        }

        void addAnywhere(SplittableRandom random) {
            PhotoStore.Entry photo = store.photos().get(photos[random.nextInt(photos.length)]);
            View view = anywhere(photo, random);
            int kind = random.nextInt(100);
            if (kind < PLAIN_PICTURES + SMALL_PICTURES) {
                view = view.within(small(view, random));
            }
            if (kind < PLAIN_PICTURES) {
                float[] picture = augmentation.look(store, photo, view);
                augmentation.paint(picture, random);
                put(-1, picture, List.of(), random);
            } else {
                put(-1, photo, view, random);
            }
        }

        private void put(int place, PhotoStore.Entry photo, View view, SplittableRandom random) {
            put(place, augmentation.look(store, photo, view), seen(photo, view), random);
        }

        private void put(int place, float[] picture, List<FaceBox> seen, SplittableRandom random) {
            augmentation.disturb(picture, random);
            places[filled] = place;
            int at = filled * picture.length;
            for (int i = 0; i < picture.length; i++) {
                pixels[at + i] = (byte) Math.clamp(Math.round(picture[i]), 0, 255);
            }
            for (int cell = 0; cell < CELLS * CELLS; cell++) {
                double x = tiling.stride() * (cell % CELLS - (CELLS - 1) / 2.0);
                double y = tiling.stride() * (cell / CELLS - (CELLS - 1) / 2.0);
                target(filled * CELLS * CELLS + cell, x, y, seen);
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
            float unit = Batch.REFERENCE_SIZE;
            faces[output] = wanted(face);
            int at = Batch.TARGETS * output;
            targets[at] = face.centreX() / unit;
            targets[at + 1] = face.centreY() / unit;
            targets[at + 2] = (float) Math.log(face.width() / unit);
            targets[at + 3] = (float) Math.log(face.height() / unit);
            for (int i = 0; i < FaceBox.COORDINATES; i++) {
                targets[at + 4 + i] = face.hasPoints() ? face.points()[i] / unit : Float.NaN;
            }
        }

        /** The teachers' doubt is taught as it is. */
        private static float wanted(FaceBox face) {
            if (!face.certain()) {
                return face.teacher();
            }
            return Float.isNaN(face.teacher()) ? 1 : 0.8f + 0.2f * face.teacher();
        }

        Batch batch() {
            return new Batch(filled, CELLS, pixels, faces, targets, places);
        }
    }

    /** The faces of a photo that a view shows; what a frame cuts off too much of is not asked for. */
    private static List<FaceBox> seen(PhotoStore.Entry photo, View view) {
        List<FaceBox> seen = new ArrayList<>();
        for (FaceBox face : photo.faces()) {
            double shown = view.shown(face);
            if (shown > 0.1) {
                FaceBox there = view.seen(face);
                seen.add(
                        shown > 0.4
                                ? there
                                : new FaceBox(there.x(), there.y(), there.width(), there.height(), false, Float.NaN));
            }
        }
        return seen;
    }

    private View ofFace(FaceBox face, SplittableRandom random) {
        double size = random.nextInt(100) < ANY_SIZE
                ? 7 * Math.pow(12, random.nextDouble())
                : View.SMALLEST * Math.pow(View.LARGEST / View.SMALLEST, random.nextDouble());
        return around(face, face.size() / Math.min(size, ENLARGED * face.size()), random);
    }

    /** A view with the place at any of its outputs. */
    private View around(FaceBox face, double k, SplittableRandom random) {
        double reach = k * tiling.stride() * CELLS / 2.0;
        double x = face.centreX() + reach * (2 * random.nextDouble() - 1);
        double y = face.centreY() + reach * (2 * random.nextDouble() - 1);
        return View.of(x, y, k, turn(random), stretch(random), random.nextBoolean());
    }

    private View anywhere(PhotoStore.Entry photo, SplittableRandom random) {
        int side = tiling.side(CELLS);
        double deepest = Math.log(Math.max(2, 1.5 * Math.min(photo.width(), photo.height()) / side));
        double k = Math.exp(-0.4 + random.nextDouble() * (0.4 + deepest));
        double x = photo.width() * random.nextDouble();
        double y = photo.height() * random.nextDouble();
        return View.of(x, y, k, turn(random), stretch(random), random.nextBoolean());
    }

    /** A photo's part of whose width the face takes 0.3 to 1.5, and that shows most of the face. */
    private static Frame frame(FaceBox face, PhotoStore.Entry photo, SplittableRandom random) {
        double width = face.width() / (0.3 * Math.pow(5, random.nextDouble()));
        double height = width * Math.exp(0.9 * (random.nextDouble() - 0.5));
        double x = face.centreX() + 0.5 * Math.max(width, face.width()) * (random.nextDouble() - 0.5);
        double y = face.centreY() + 0.5 * Math.max(height, face.height()) * (random.nextDouble() - 0.5);
        return new Frame(
                Math.max(0, x - width / 2),
                Math.max(0, y - height / 2),
                Math.min(photo.width(), x + width / 2),
                Math.min(photo.height(), y + height / 2));
    }

    /** A part of a photo that is as large as a face in the view, or twice that. */
    private Frame small(View view, SplittableRandom random) {
        int side = tiling.side(CELLS);
        double width = view.magnification() * View.SMALLEST * Math.pow(5, random.nextDouble());
        double height = width * Math.exp(1.4 * (random.nextDouble() - 0.5));
        double reach = view.magnification() * side / 4;
        double x = view.x() + reach * (2 * random.nextDouble() - 1);
        double y = view.y() + reach * (2 * random.nextDouble() - 1);
        return new Frame(x - width / 2, y - height / 2, x + width / 2, y + height / 2);
    }

    /** A square with the face in it, as it is cut out for albums. */
    private static Frame square(FaceBox face, SplittableRandom random) {
        double half = face.height() * (0.55 + 0.45 * random.nextDouble());
        double x = face.centreX() + 0.15 * face.width() * (random.nextDouble() - 0.5);
        double y = face.centreY() + 0.3 * face.height() * (random.nextDouble() - 0.6);
        return new Frame(x - half, y - half, x + half, y + half);
    }

    private static double turn(SplittableRandom random) {
        return Math.toRadians(
                random.nextInt(4) == 0 ? 90 * (random.nextDouble() - 0.5) : 16 * (random.nextDouble() - 0.5));
    }

    private static double stretch(SplittableRandom random) {
        return Math.exp(0.2 * (random.nextDouble() - 0.5));
    }
}
