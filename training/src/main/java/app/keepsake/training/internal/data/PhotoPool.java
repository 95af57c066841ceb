package app.keepsake.training.internal.data;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * All photos of a training, each once. Copies of evaluation photos are left out, whatever their name, size or format.
 *
 * @param photos in an order that depends on the files alone
 * @param evaluationCopies photos left out because they show an evaluation photo
 * @param repeated photos left out because an earlier one shows the same
 * @param unreadable files that could not be decoded
 */
public record PhotoPool(List<Member> photos, int evaluationCopies, int repeated, int unreadable) {
    /** Photos are brought to this long side, px: the pyramid's first scale needs no more. */
    public static final int LONG_SIDE = 640;

    /** One of this many photos with faces is held out; of photos without people a larger share, to count false faces. */
    private static final int HELD_OUT_OF_FACES = 12;

    private static final int HELD_OUT_OF_OTHERS = 3;

    /** What is known beforehand of a photo. */
    public enum Kind {
        /** Faces are labelled, perhaps not the smallest. */
        LABELLED,
        /** Nothing is known; the teacher must say. */
        UNLABELLED,
        /** There are no people. */
        NO_PEOPLE
    }

    /** @param heldOut kept from training, for measuring */
    public record Member(LabelledPhoto photo, Kind kind, boolean heldOut) {}

    /** A photo of the pool as it is trained on. */
    public record Loaded(LabelledPhoto photo, Pixels pixels) {}

    public PhotoPool {
        photos = List.copyOf(photos);
    }

    /** Collects photos, the earlier ones winning over later copies. */
    public static final class Builder {
        private final List<Member> members = new ArrayList<>();
        private final List<PerceptualHash> seen = new ArrayList<>();
        private final List<PerceptualHash> excluded = new ArrayList<>();
        private int evaluationCopies;
        private int repeated;
        private int unreadable;
        private final HashCache hashes;

        public Builder(HashCache hashes) {
            this.hashes = hashes;
        }

        /** Photos that must not be trained on. To be called before {@link #add}. */
        public Builder exclude(List<LabelledPhoto> evaluation) throws IOException {
            for (LabelledPhoto photo : evaluation) {
                hashes.of(photo.file()).ifPresent(excluded::add);
            }
            return this;
        }

        public Builder add(List<LabelledPhoto> photos, Kind kind) throws IOException {
            for (LabelledPhoto photo : photos) {
                add(photo, kind);
            }
            return this;
        }

        private void add(LabelledPhoto photo, Kind kind) throws IOException {
            Optional<PerceptualHash> known = hashes.of(photo.file());
            if (known.isEmpty()) {
                unreadable++;
                return;
            }
            PerceptualHash hash = known.get();
            if (excluded.stream().anyMatch(hash::isCopyOf)) {
                evaluationCopies++;
            } else if (seen.stream().anyMatch(hash::isCopyOf)) {
                repeated++;
            } else {
                seen.add(hash);
                members.add(new Member(photo, kind, isHeldOut(photo.file(), kind)));
            }
        }

        public PhotoPool build() {
            return new PhotoPool(members, evaluationCopies, repeated, unreadable);
        }
    }

    /** By the file's name alone, so that a photo stays on its side when others come and go. */
    private static boolean isHeldOut(Path file, Kind kind) {
        int mixed = file.getFileName().toString().hashCode() * 0x9E3779B9 >>> 8;
        return mixed % (kind == Kind.NO_PEOPLE ? HELD_OUT_OF_OTHERS : HELD_OUT_OF_FACES) == 0;
    }

    /**
     * Decodes a photo and brings it to {@link #LONG_SIDE}.
     *
     * @throws IOException if it can no longer be read
     */
    public static Loaded load(LabelledPhoto photo) throws IOException {
        Pixels pixels = PhotoReader.read(photo.file())
                .orElseThrow(() -> new IOException(photo.file() + " can no longer be read. Start the training anew."));
        double scale = (double) LONG_SIDE / Math.max(pixels.width(), pixels.height());
        if (scale >= 1) {
            return new Loaded(photo, pixels);
        }
        List<FaceBox> faces =
                photo.faces().stream().map(face -> face.scaled(scale)).toList();
        return new Loaded(new LabelledPhoto(photo.file(), faces), pixels.scaled(scale));
    }

    /** Photos with labels that are held out, to calibrate scores with. */
    public List<Member> heldOut(Kind kind) {
        return photos.stream()
                .filter(member -> member.heldOut() && member.kind() == kind)
                .sorted(Comparator.comparing(member -> member.photo().file()))
                .toList();
    }
}
