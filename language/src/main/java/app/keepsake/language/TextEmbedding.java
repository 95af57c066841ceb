package app.keepsake.language;

import app.keepsake.engine.OnnxWeights;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/**
 * Embeds short English texts so that those of like meaning point the same way: all-MiniLM-L6-v2 (Reimers and Gurevych
 * 2019; Wang and others 2020), a transformer of six layers whose outputs are averaged over the word pieces. Immutable,
 * safe for use by several threads; takes some 60 MB.
 */
public final class TextEmbedding {
    private static final String WEIGHTS = "all-minilm-l6-v2-q.onnx";
    private static final String PIECES = "all-minilm-l6-v2-q-tokenizer.json";

    private final WordPieces pieces;
    private final Transformer transformer;

    private TextEmbedding(WordPieces pieces, Transformer transformer) {
        this.pieces = pieces;
        this.transformer = transformer;
    }

    /** Reads the model that comes with the program; takes some tenths of a second. */
    public static TextEmbedding open() {
        return new TextEmbedding(
                WordPieces.read(resource(PIECES)), Transformer.of(OnnxWeights.read(WEIGHTS, resource(WEIGHTS))));
    }

    private static byte[] resource(String name) {
        try (InputStream in = TextEmbedding.class.getClassLoader().getResourceAsStream(name)) {
            if (in == null) {
                throw new FileNotFoundException(name + ": expected it in the class path. Build the program again.");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A vector of length 1 with 384 numbers. What goes beyond 128 word pieces is left out. */
    public float[] of(String text) {
        return transformer.embed(pieces.of(text));
    }

    /** Whether a word is among the some 24,000 that the model knows as a whole, without regard to case. */
    public boolean knows(String word) {
        return pieces.knows(word);
    }

    /** The cosine of two vectors of length 1: 1 for the same meaning, about 0 for none in common. */
    public static double likeness(float[] a, float[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
