package app.keepsake.cli.demo;

import app.keepsake.media.GeoPoint;
import app.keepsake.media.JpegWriter;
import app.keepsake.media.PhotoDecoder;
import app.keepsake.media.RgbImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import java.util.function.DoubleConsumer;

/**
 * Makes a folder of sample photos and clips: a three-day trip to Venice and moments at other places, with dates and
 * positions that tell this story. The photos are real and come from packages (docs/sample-library.md names each); the
 * dates and positions are the demo's, and so are the clips, one blurred shot and a burst.
 *
 * <p>The same build makes the same photos byte for byte, and clips of the same pictures and sound.
 */
public final class SampleLibrary {
    private static final float QUALITY = 0.92f;
    private static final int NO_REDUCTION = 1 << 15;
    private static final double CANAL_WATERLINE = 0.62;
    private static final double LAKE_WATERLINE = 0.5;

    private SampleLibrary() {}

    /**
     * What a library holds.
     *
     * @param photos number of still pictures
     * @param clips number of clips
     */
    public record Contents(int photos, int clips) {}

    /**
     * Makes the library. Files that a former call made are left alone, so an interrupted call can be repeated.
     *
     * @param folder is made if it is not there
     * @param progress is told the share that is done, 0 to 1
     * @throws IOException when the folder cannot be written to, or this build lacks a sample
     */
    public static Contents create(Path folder, DoubleConsumer progress) throws IOException {
        Files.createDirectories(folder);
        int photos = 0;
        int clips = 0;
        int burst = 0;
        var samples = Sample.all();
        for (Sample sample : samples) {
            Path file = folder.resolve(sample.fileName());
            int turn = sample.kind() == Sample.Kind.BURST ? ++burst : 0;
            if (Files.notExists(file)) {
                make(sample, file, turn);
            }
            if (sample.kind().isClip()) {
                clips++;
            } else {
                photos++;
            }
            progress.accept((photos + clips) / (double) samples.size());
        }
        return new Contents(photos, clips);
    }

    private static void make(Sample sample, Path file, int turn) throws IOException {
        switch (sample.kind()) {
            case PHOTO -> stamp(sample, sample.bytes(), file);
            case SHAKEN -> stamp(sample, reencoded(Mishap.shaken(decoded(sample, file)), file), file);
            case BURST -> stamp(sample, reencoded(Mishap.neighbour(decoded(sample, file), turn), file), file);
            case CANAL -> clip(sample, file, CANAL_WATERLINE, Ambience::canal);
            case LAKE -> clip(sample, file, LAKE_WATERLINE, Ambience::waves);
        }
    }

    private static void stamp(Sample sample, byte[] jpeg, Path file) throws IOException {
        Path part = beside(file, ".part");
        Files.write(part, JpegMetadata.replaced(jpeg, ExifBlock.of(sample.taken(), sample.where())));
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static RgbImage decoded(Sample sample, Path file) throws IOException {
        Path original = beside(file, ".original.jpg");
        try {
            Files.write(original, sample.bytes());
            return PhotoDecoder.create().decode(original, NO_REDUCTION);
        } finally {
            Files.deleteIfExists(original);
        }
    }

    private static byte[] reencoded(RgbImage image, Path file) throws IOException {
        Path encoded = beside(file, ".encoded.jpg");
        try {
            JpegWriter.write(image, encoded, QUALITY);
            return Files.readAllBytes(encoded);
        } finally {
            Files.deleteIfExists(encoded);
        }
    }

    /** The sidecar comes first: a clip that stands there is complete. */
    private static void clip(Sample sample, Path file, double waterline, SampleClip.SoundMaker sound)
            throws IOException {
        Files.writeString(file.resolveSibling(file.getFileName() + ".xmp"), xmp(sample));
        new SampleClip(decoded(sample, file), waterline).write(file, sound);
    }

    private static String xmp(Sample sample) {
        GeoPoint where = sample.where().orElseThrow();
        return """
                <?xpacket begin='\uFEFF' id='W5M0MpCehiHzreSzNTczkc9d'?>
                <x:xmpmeta xmlns:x='adobe:ns:meta/'>
                 <rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'>
                  <rdf:Description rdf:about='' xmlns:exif='http://ns.adobe.com/exif/1.0/'
                    exif:DateTimeOriginal='%s' exif:GPSLatitude='%s' exif:GPSLongitude='%s'/>
                 </rdf:RDF>
                </x:xmpmeta>
                <?xpacket end='w'?>
                """.formatted(
                sample.taken(), coordinate(where.latitude(), 'N', 'S'), coordinate(where.longitude(), 'E', 'W'));
    }

    /** Degrees and minutes, as XMP writes GPS coordinates: {@code 45,29.106N}. */
    private static String coordinate(double degrees, char positive, char negative) {
        double size = Math.abs(degrees);
        return String.format(Locale.ROOT, "%d,%.5f%c", (int) size, size % 1 * 60, degrees < 0 ? negative : positive);
    }

    private static Path beside(Path file, String ending) {
        return file.resolveSibling("." + file.getFileName() + ending);
    }
}
