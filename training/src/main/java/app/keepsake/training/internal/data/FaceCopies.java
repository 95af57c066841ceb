package app.keepsake.training.internal.data;

import java.util.ArrayList;
import java.util.List;

/** Faces of photos, to tell whether another photo shows one of them in the same picture. */
final class FaceCopies {
    /** Of 64 signs: copies differ in fewer. */
    private static final int SIGNS_DIFFER_BY = 14;

    /** Correlation of copies; other pictures of a person have less. */
    private static final float ALIKE = 0.95f;

    private final List<FacePatch> patches = new ArrayList<>();

    void add(FacePatch patch) {
        patches.add(patch);
    }

    boolean contain(FacePatch patch) {
        FacePatch mirrored = patch.mirrored();
        return patches.stream().anyMatch(other -> areCopies(patch, other) || areCopies(mirrored, other));
    }

    static boolean areCopies(FacePatch a, FacePatch b) {
        return Long.bitCount(a.signs() ^ b.signs()) <= SIGNS_DIFFER_BY && a.likeness(b) > ALIKE;
    }
}
