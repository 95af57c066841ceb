package app.keepsake.training.internal.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Places of photos that crops are cut around, and how often: those that the student gets wrong more often than the
 * others. Changed between sections of the training only, so that batches stay the same for a seed.
 */
public final class CropTable {
    /** Smaller faces are not worth teaching: their crops would be enlarged blur, px. */
    private static final double SMALLEST_FACE = 8;

    private static final float EASY = 0.08f;
    private static final float MEMORY = 0.6f;

    private final List<Place> places = new ArrayList<>();
    private final int faces;
    private final float[] shares;
    private final float[] wrong;
    private final float[] evenSums;
    private float[] faceSums = {};
    private float[] mistakeSums = {};

    /**
     * @param photo index in the store
     * @param face its face there; for a place without one a box of the size of what was taken for a face
     */
    public record Place(int photo, FaceBox face) {}

    /**
     * @param mistakes places where an earlier student saw a face that is none
     * @param heldOut the side of the store to take
     */
    public CropTable(PhotoStore store, List<Place> mistakes, boolean heldOut) {
        List<Float> weights = new ArrayList<>();
        for (int i = 0; i < store.photos().size(); i++) {
            PhotoStore.Entry photo = store.photos().get(i);
            List<FaceBox> worth = photo.faces().stream()
                    .filter(face -> face.certain() && face.size() >= SMALLEST_FACE)
                    .toList();
            if (photo.heldOut() == heldOut) {
                for (FaceBox face : worth) {
                    places.add(new Place(i, face));
                    // Neither a crowd nor a portrait should have all the say.
                    weights.add((float) (1 / Math.sqrt(worth.size())));
                }
            }
        }
        faces = places.size();
        places.addAll(mistakes);
        shares = new float[places.size()];
        for (int i = 0; i < shares.length; i++) {
            shares[i] = i < faces ? weights.get(i) : 1;
        }
        wrong = new float[places.size()];
        Arrays.fill(wrong, 0.5f);
        evenSums = sums(0, faces);
        refresh();
    }

    /** Notes how wrong the student was about a place, 0-1. */
    public void note(int place, float error) {
        wrong[place] += (1 - MEMORY) * (error - wrong[place]);
    }

    /** What was noted for each place, for {@link #restore}. */
    public float[] errors() {
        return wrong.clone();
    }

    /** What was noted for faces: they stay when mistakes are looked for anew. */
    public float[] errorsOfFaces() {
        return Arrays.copyOf(wrong, faces);
    }

    /** Takes up what an earlier table had noted, as far as it goes. */
    public void restore(float[] errors) {
        System.arraycopy(errors, 0, wrong, 0, Math.min(errors.length, wrong.length));
        refresh();
    }

    /** Makes what was noted count. */
    public void refresh() {
        faceSums = sums(0, faces);
        mistakeSums = sums(faces, places.size());
    }

    private float[] sums(int from, int to) {
        float[] sums = new float[to - from];
        double sum = 0;
        for (int i = from; i < to; i++) {
            sum += shares[i] * (EASY + wrong[i]);
            sums[i - from] = (float) sum;
        }
        return sums;
    }

    Place place(int index) {
        return places.get(index);
    }

    /** Every second one whatever its error, because what stays hard is often mislabelled. */
    int drawFace(SplittableRandom random) {
        return draw(random.nextBoolean() ? evenSums : faceSums, random);
    }

    int drawMistake(SplittableRandom random) {
        return faces + draw(mistakeSums, random);
    }

    private static int draw(float[] sums, SplittableRandom random) {
        float at = (float) random.nextDouble() * sums[sums.length - 1];
        int found = Arrays.binarySearch(sums, at);
        return Math.min(sums.length - 1, found < 0 ? -found - 1 : found);
    }

    public int faces() {
        return faces;
    }

    public int mistakes() {
        return places.size() - faces;
    }
}
