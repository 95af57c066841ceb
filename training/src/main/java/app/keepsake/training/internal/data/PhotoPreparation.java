package app.keepsake.training.internal.data;

import app.keepsake.training.internal.data.PhotoPool.Kind;
import app.keepsake.training.internal.data.PhotoPool.Loaded;
import app.keepsake.training.internal.data.PhotoPool.Member;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Puts the photos of a pool into a store, with what labels and teachers together know of their faces. */
public final class PhotoPreparation {
    /** Photos whose smallest face is larger than this at the long side of the pool need no more than the smaller side. */
    private static final double SMALL_FACE = 48;

    private static final int SMALLER_LONG_SIDE = 448;

    private PhotoPreparation() {}

    /** Photos that no teacher was asked about are left out, unless nobody is in them. */
    public static void store(PhotoPool pool, TaughtPhotos taught, Path folder, Consumer<String> log)
            throws IOException {
        Map<Integer, BoxConvention> conventions = conventions(pool, taught, log);
        int photos = 0;
        int certain = 0;
        int doubtful = 0;
        try (PhotoStore.Writer out = new PhotoStore.Writer(folder)) {
            for (Member member : pool.photos()) {
                List<SeenFace> seen = taught.of(member.photo().file());
                Optional<Pixels> pixels = seen == null && member.kind() != Kind.NO_PEOPLE
                        ? Optional.empty()
                        : PhotoReader.read(member.photo().file());
                if (pixels.isEmpty()) {
                    continue;
                }
                BoxConvention convention = conventions.getOrDefault(member.source(), BoxConvention.OURS);
                List<FaceBox> labels =
                        member.photo().faces().stream().map(convention::ours).toList();
                List<FaceBox> known = Knowledge.join(labels, seen == null ? List.of() : seen, member.kind());
                Loaded loaded = sized(new LabelledPhoto(member.photo().file(), known), pixels.get());
                List<FaceBox> faces = loaded.photo().faces();
                out.write(loaded.pixels(), member.heldOut(), !faces.isEmpty(), faces);
                photos++;
                certain += (int) faces.stream().filter(FaceBox::certain).count();
                doubtful += (int) faces.stream().filter(face -> !face.certain()).count();
            }
        }
        log.accept("%d photos with %d faces and %d doubtful places".formatted(photos, certain, doubtful));
    }

    private static Loaded sized(LabelledPhoto photo, Pixels pixels) {
        double scale = Math.min(1, (double) PhotoPool.LONG_SIDE / Math.max(pixels.width(), pixels.height()));
        boolean small = photo.faces().stream().anyMatch(face -> face.size() * scale < SMALL_FACE);
        return PhotoPool.loaded(photo, pixels, small ? PhotoPool.LONG_SIDE : SMALLER_LONG_SIDE);
    }

    private static Map<Integer, BoxConvention> conventions(PhotoPool pool, TaughtPhotos taught, Consumer<String> log) {
        Map<Integer, BoxConvention.Fit> fits = new HashMap<>();
        for (Member member : pool.photos()) {
            List<SeenFace> seen = taught.of(member.photo().file());
            if (seen != null && !member.photo().faces().isEmpty()) {
                fits.computeIfAbsent(member.source(), source -> new BoxConvention.Fit())
                        .add(member.photo().faces(), seen);
            }
        }
        Map<Integer, BoxConvention> conventions = new HashMap<>();
        fits.forEach((source, fit) -> {
            conventions.put(source, fit.convention());
            log.accept("Boxes of source %d: %s".formatted(source, fit.convention()));
        });
        return conventions;
    }
}
