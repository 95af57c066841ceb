package app.keepsake.training.internal.texts;

import app.keepsake.media.RgbImage;
import app.keepsake.vision.TextLine;
import app.keepsake.vision.TextReader;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Counts the words that a reader finds of those that are written. Belongs to one thread. */
public final class TextEvaluation {
    private final TextReader reader;
    private final List<String> missed = new ArrayList<>();
    private int pictures;
    private int written;
    private int read;
    private long nanos;

    public TextEvaluation(TextReader reader) {
        this.reader = reader;
    }

    /** @param words that are written there; each counts, also where it stands twice */
    public void picture(RgbImage image, List<String> words) {
        long start = System.nanoTime();
        List<TextLine> lines = reader.read(image);
        nanos += System.nanoTime() - start;
        pictures++;
        Set<String> found = lines.stream()
                .flatMap(line -> Arrays.stream(line.text().split(" ")))
                .map(TextEvaluation::plain)
                .collect(Collectors.toSet());
        read += (int) found.stream().filter(word -> !word.isEmpty()).count();
        for (String word : words) {
            String plain = plain(word);
            if (!plain.isEmpty()) {
                written++;
                if (!found.contains(plain)) {
                    missed.add(word);
                }
            }
        }
    }

    /** As searching compares words: small, without accents and what is at their edges. */
    static String plain(String word) {
        String small = word.toLowerCase(Locale.ROOT).replace("ß", "ss");
        return Normalizer.normalize(small, Normalizer.Form.NFKD)
                .replaceAll("\\p{M}+", "")
                .replaceAll("^\\P{Alnum}+|\\P{Alnum}+$", "");
    }

    public int pictures() {
        return pictures;
    }

    /** Words that are written. */
    public int written() {
        return written;
    }

    /** Words of those that were read. */
    public int found() {
        return written - missed.size();
    }

    /** Different words that were read in each picture, whether they are there or not. */
    public double readEach() {
        return read / (double) Math.max(1, pictures);
    }

    public List<String> missed() {
        return List.copyOf(missed);
    }

    /** Seconds of one thread and picture, without decoding. */
    public double seconds() {
        return nanos / 1e9 / Math.max(1, pictures);
    }
}
