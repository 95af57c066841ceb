package app.keepsake.training.internal.data;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * All photos of a training, each once. Copies of evaluation photos are left out, whatever their name, size or format,
 * and parts and mirror images that show the same face.
 *
 * @param photos in an order that depends on the files alone
 * @param evaluationCopies photos left out because they show an evaluation photo
 * @param repeated photos left out because an earlier one shows the same
 * @param unreadable files that could not be decoded
 * @param unasked photos left out because no teacher was asked about them
 */
public record PhotoPool(List<Member> photos, int evaluationCopies, int repeated, int unreadable, int unasked) {
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
        /** As {@link #UNLABELLED}, but mostly of animals, whose faces teachers take for people's. */
        ANIMALS,
        /** There are no people. */
        NO_PEOPLE
    }

    /**
     * @param source the list that it comes from: all photos of one are labelled in one manner
     * @param heldOut kept from training, for measuring
     */
    public record Member(LabelledPhoto photo, Kind kind, int source, boolean heldOut) {}

    /** A photo of the pool as it is trained on. */
    public record Loaded(LabelledPhoto photo, Pixels pixels) {}

    public PhotoPool {
        photos = List.copyOf(photos);
    }

    /** How a photo and the faces in it look. */
    private record Looks(PerceptualHash hash, List<FacePatch> faces) {}

    /** Collects photos, the earlier ones winning over later copies. */
    public static final class Builder {
        private final List<Member> members = new ArrayList<>();
        private final List<PerceptualHash> seen = new ArrayList<>();
        private final List<PerceptualHash> excluded = new ArrayList<>();
        private final FaceCopies excludedFaces = new FaceCopies();
        private final FaceCopies seenFaces = new FaceCopies();
        private final TaughtPhotos taught;
        private int evaluationCopies;
        private int repeated;
        private int unreadable;
        private int unasked;
        private int sources;

        /** @param taught what the teachers see: by faces, parts and mirror images of a photo are known, too */
        public Builder(TaughtPhotos taught) {
            this.taught = taught;
        }

        /** Photos that must not be trained on. To be called before {@link #add}. */
        public Builder exclude(List<LabelledPhoto> evaluation) {
            for (Optional<Looks> looks : looks(evaluation)) {
                looks.ifPresent(known -> {
                    excluded.add(known.hash);
                    known.faces.forEach(excludedFaces::add);
                });
            }
            return this;
        }

        public Builder add(List<LabelledPhoto> photos, Kind kind) {
            List<LabelledPhoto> asked = photos.stream()
                    .filter(photo -> kind == Kind.NO_PEOPLE || taught.of(photo.file()) != null)
                    .toList();
            unasked += photos.size() - asked.size();
            List<Optional<Looks>> looks = looks(asked);
            for (int i = 0; i < asked.size(); i++) {
                if (looks.get(i).isEmpty()) {
                    unreadable++;
                } else {
                    add(asked.get(i), looks.get(i).get(), kind);
                }
            }
            sources++;
            return this;
        }

        private List<Optional<Looks>> looks(List<LabelledPhoto> photos) {
            return photos.parallelStream()
                    .map(photo -> PhotoReader.read(photo.file()).map(pixels -> looks(photo.file(), pixels)))
                    .toList();
        }

        private Looks looks(Path file, Pixels pixels) {
            List<SeenFace> faces = taught.of(file);
            List<FacePatch> patches = faces == null
                    ? List.of()
                    : faces.stream()
                            .filter(FacePatch::isWorthwhile)
                            .map(face -> FacePatch.of(pixels, face.box()))
                            .toList();
            return new Looks(PerceptualHash.of(pixels), patches);
        }

        private void add(LabelledPhoto photo, Looks looks, Kind kind) {
            if (excluded.stream().anyMatch(looks.hash::isCopyOf)
                    || looks.faces.stream().anyMatch(excludedFaces::contain)) {
                evaluationCopies++;
            } else if (seen.stream().anyMatch(looks.hash::isCopyOf)
                    || looks.faces.stream().anyMatch(seenFaces::contain)) {
                repeated++;
            } else {
                seen.add(looks.hash);
                looks.faces.forEach(seenFaces::add);
                members.add(new Member(photo, kind, sources, isHeldOut(photo.file(), kind)));
            }
        }

        public PhotoPool build() {
            return new PhotoPool(members, evaluationCopies, repeated, unreadable, unasked);
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
        return loaded(photo, pixels, LONG_SIDE);
    }

    /** The photo at a long side, unless it is smaller. */
    static Loaded loaded(LabelledPhoto photo, Pixels pixels, int longSide) {
        double scale = (double) longSide / Math.max(pixels.width(), pixels.height());
        if (scale >= 1) {
            return new Loaded(photo, pixels);
        }
        List<FaceBox> faces =
                photo.faces().stream().map(face -> face.scaled(scale)).toList();
        return new Loaded(new LabelledPhoto(photo.file(), faces), pixels.scaled(scale));
    }
}
