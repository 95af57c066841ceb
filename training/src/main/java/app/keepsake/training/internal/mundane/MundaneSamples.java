package app.keepsake.training.internal.mundane;

import app.keepsake.media.MediaException;
import app.keepsake.media.MediaInfo;
import app.keepsake.media.MediaReader;
import app.keepsake.media.PhotoDecoder;
import app.keepsake.media.RgbImage;
import app.keepsake.vision.MundaneMeasures;
import app.keepsake.vision.PictureOrigin;
import app.keepsake.vision.VisionAnalyser;
import java.awt.Font;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.LongFunction;
import java.util.stream.Stream;

/**
 * Pictures to train and to evaluate on, which share no source: scanned receipts are divided by name, good photos by data
 * set, simulated papers by font and background, simulated screens by what draws them (by hand against Swing).
 */
final class MundaneSamples {
    private static final int SIMULATED = 150;
    private static final List<String> TRAINING_PHOTOS =
            List.of("photos/voc", "photos/houses-no-people", "detect/train");
    private static final List<String> EVALUATION_PHOTOS = List.of(
            "photos/coco128",
            "photos/people",
            "photos/objects",
            "detect/dev",
            "files/nextcloud-photos",
            "files/photoview",
            "files/exif-samples",
            "files/photoprism",
            "files/immich");

    /**
     * Among the files of cameras and programs, those that were looked at and show no photo: test cards, plain colours, a
     * blank sheet. They are neither good nor of a class that is asked for.
     */
    private static final List<String> NO_PHOTOS = List.of(
            "files/immich/metadata/dates/",
            "files/photoprism/altitude",
            "files/photoprism/buggy_panorama",
            "files/photoprism/iptc-20",
            "files/photoview/subsec_");
    /** A screenshot among them. */
    private static final String SCREENSHOT = "files/photoprism/no-exif-data";

    private final Path data;
    private final PhotoDecoder decoder = PhotoDecoder.create();
    private final List<MundaneSample> samples = new ArrayList<>();

    private final int every;

    private MundaneSamples(Path data, int every) {
        this.data = data;
        this.every = every;
    }

    /** @param every takes one of so many good photos and simulations */
    static List<MundaneSample> training(Path data, int every) throws IOException {
        MundaneSamples all = new MundaneSamples(data, every);
        all.addFolders(TRAINING_PHOTOS, MundaneMeasures.PHOTO);
        all.addReceipts(true);
        List<RgbImage> grounds = all.grounds("photos/houses-no-people", 40);
        all.simulate(
                "papers (simulated, sans serif)",
                MundaneMeasures.PAPER,
                seed -> SimulatedPapers.of(seed, grounds.get((int) (seed % grounds.size())), Font.SANS_SERIF));
        all.simulate("phone screens (simulated)", MundaneMeasures.SCREEN, seed -> SimulatedScreens.of(seed, grounds));
        return all.samples;
    }

    /** @param every takes one of so many good photos and simulations */
    static List<MundaneSample> evaluation(Path data, int every) throws IOException {
        MundaneSamples all = new MundaneSamples(data, every);
        all.addFolders(EVALUATION_PHOTOS, MundaneMeasures.PHOTO);
        all.addReceipts(false);

        List<RgbImage> grounds = all.grounds("photos/objects", 40);
        all.simulate(
                "papers (simulated, monospaced)",
                MundaneMeasures.PAPER,
                seed -> SimulatedPapers.of(seed + 1000, grounds.get((int) (seed % grounds.size())), Font.MONOSPACED));
        all.simulate("desktop screens (Swing)", MundaneMeasures.SCREEN, SwingScreens::of);
        return all.samples;
    }

    private void addFolders(List<String> folders, String kind) throws IOException {
        for (String folder : folders) {
            List<Path> files = files(folder);
            for (int i = 0; i < files.size(); i += every) {
                String name = data.relativize(files.get(i)).toString().replace('\\', '/');
                if (NO_PHOTOS.stream().noneMatch(name::startsWith)) {
                    samples.add(
                            sample(files.get(i), folder, name.startsWith(SCREENSHOT) ? MundaneMeasures.SCREEN : kind));
                }
            }
        }
    }

    private void addReceipts(boolean training) throws IOException {
        for (Path file : files("documents/receipts")) {
            if ((file.getFileName().toString().hashCode() & 1) == (training ? 0 : 1)) {
                samples.add(sample(file, "documents/receipts", MundaneMeasures.PAPER));
            }
        }
        if (!training) {
            for (Path file : files("files/receipts-sroie")) {
                samples.add(sample(file, "files/receipts-sroie", MundaneMeasures.PAPER));
            }
        }
    }

    private List<Path> files(String folder) throws IOException {
        Path root = data.resolve(folder);
        if (!Files.isDirectory(root)) {
            throw new IOException("%s: expected a folder of the evaluation data, found none. Name its parent by --data."
                    .formatted(root));
        }
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(MundaneSamples::isPhoto).sorted().toList();
        }
    }

    private static boolean isPhoto(Path file) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        return name.endsWith(".jpg") || name.endsWith(".jpeg") || name.endsWith(".png") || name.endsWith(".heic");
    }

    private MundaneSample sample(Path file, String source, String kind) {
        return new MundaneSample(file.toString(), source, kind, () -> {
            MediaInfo info = MediaReader.read(file);
            return new MundaneSample.Opened(
                    decoder.decode(file, VisionAnalyser.LONG_SIDE),
                    new PictureOrigin(
                            file.getFileName().toString(),
                            info.camera(),
                            info.type().name().equals("PNG"),
                            info.width(),
                            info.height(),
                            OptionalDouble.empty()));
        });
    }

    private void simulate(String source, String kind, LongFunction<RgbImage> drawing) {
        for (long seed = 0; seed < SIMULATED; seed += every) {
            long number = seed;
            samples.add(new MundaneSample(source + " " + number, source, kind, () -> {
                RgbImage image = drawing.apply(number);
                return new MundaneSample.Opened(
                        image,
                        new PictureOrigin(
                                "image",
                                Optional.empty(),
                                false,
                                image.width(),
                                image.height(),
                                OptionalDouble.empty()));
            }));
        }
    }

    private List<RgbImage> grounds(String folder, int count) throws IOException {
        List<RgbImage> grounds = new ArrayList<>();
        for (Path file : files(folder)) {
            if (grounds.size() < count) {
                try {
                    grounds.add(decoder.decode(file, 512));
                } catch (MediaException broken) {
                    continue;
                }
            }
        }
        return grounds;
    }
}
