package app.keepsake.vision;

import app.keepsake.engine.EngineOptions;
import app.keepsake.media.RgbImage;
import app.keepsake.vision.internal.text.LineBox;
import app.keepsake.vision.internal.text.LineNetwork;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Reads the writing in a picture: signs, menus, documents, labels. A first look at 512 pixels tells whether there may be
 * any; only then it is looked for at twice the size, and read line by line. Thread-safe.
 */
public final class TextReader implements AutoCloseable {
    /** The long side at which pictures are best decoded for {@link #read}, pixels. */
    public static final int LONG_SIDE = 1600;

    /** Names what reads; texts that another version read are out of date. */
    public static final String VERSION = TextDetector.VERSION + ", pp-ocrv4-rec 1.4.2/1";

    private static final int LOOK = 960;
    /** Of a page of a newspaper the largest lines are read. */
    private static final int MOST_LINES = 150;

    private static final double LEAST_SCORE = 0.6;
    private static final int LEAST_LETTERS = 2;

    private final TextDetector detector;
    private final LineNetwork network;

    private TextReader(EngineOptions options) {
        detector = TextDetector.open(options);
        network = LineNetwork.open(options);
    }

    /** @param options with one thread, callers run side by side */
    public static TextReader open(EngineOptions options) {
        return new TextReader(options);
    }

    /**
     * The lines of which the reader is sure, in the order in which one reads them.
     *
     * @param image upright, best decoded at {@link #LONG_SIDE}
     */
    public List<TextLine> read(RgbImage image) {
        if (!detector.map(image, TextDetector.LONG_SIDE).hasAny()) {
            return List.of();
        }
        double scale = Math.max(image.width(), image.height()) / (double) LOOK;
        List<LineBox> lines = largest(LineBox.of(detector.map(image, LOOK), scale));
        @Nullable TextLine[] read = new @Nullable TextLine[lines.size()];
        // Those of one width after the other: each width has a plan.
        IntStream.range(0, lines.size())
                .boxed()
                .sorted(Comparator.comparingInt(i -> LineNetwork.width(lines.get(i))))
                .forEach(i -> read[i] = read(image, lines.get(i)));
        List<TextLine> sure = new ArrayList<>();
        Arrays.stream(read).filter(line -> line != null).forEach(sure::add);
        return sure;
    }

    private static List<LineBox> largest(List<LineBox> lines) {
        if (lines.size() <= MOST_LINES) {
            return lines;
        }
        double least = lines.stream()
                .map(LineBox::height)
                .sorted(Comparator.reverseOrder())
                .toList()
                .get(MOST_LINES - 1);
        return lines.stream()
                .filter(line -> line.height() >= least)
                .limit(MOST_LINES)
                .toList();
    }

    private @Nullable TextLine read(RgbImage image, LineBox line) {
        LineNetwork.Reading reading = network.read(image, line);
        long letters =
                reading.text().codePoints().filter(Character::isLetterOrDigit).count();
        if (reading.score() < LEAST_SCORE || letters < LEAST_LETTERS) {
            return null;
        }
        return new TextLine(
                reading.text(),
                reading.score(),
                line.x() - line.reachX(),
                line.y() - line.reachY(),
                2 * line.reachX(),
                2 * line.reachY());
    }

    @Override
    public void close() {
        detector.close();
        network.close();
    }
}
