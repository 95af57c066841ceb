package app.keepsake.memories.internal.words;

import app.keepsake.language.TextEmbedding;
import app.keepsake.memories.Item;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Finds what words mean that are nobody's name: those of a library's tags that mean about the same. */
public final class FreeWords {
    /** From this likeness on a tag is meant: above it lay all right answers to the words that it was chosen by. */
    private static final double ALIKE = 0.5;
    /** Tags this much less like the phrase than the most alike are meant as well. */
    private static final double NEARLY_AS_ALIKE = 0.08;

    private final List<String> tags;

    public FreeWords(Collection<String> tags) {
        this.tags = tags.stream().sorted().toList();
    }

    /** Read when first needed, which most commands never do. */
    private static final class Model {
        static final TextEmbedding EMBEDDING = TextEmbedding.open();
        static final Map<String, float[]> KNOWN = new ConcurrentHashMap<>();

        static float[] embed(String text) {
            return KNOWN.computeIfAbsent(text, EMBEDDING::of);
        }
    }

    private record Alike(String tag, double likeness) {}

    /**
     * Tags that a phrase means, the most alike first; none when nothing is meant for sure. In a phrase of several words
     * each must be a word, so that a name that nobody knows is not swallowed by its neighbours.
     */
    public List<String> tagsLike(String phrase) {
        List<String> words = List.of(phrase.split(" "));
        return words.size() == 1 || knowsAllOf(phrase)
                ? alike(phrase).stream().map(Alike::tag).toList()
                : List.of();
    }

    /** Whether each word of a phrase is one that the model knows as a whole. */
    public boolean knowsAllOf(String phrase) {
        return List.of(phrase.split(" ")).stream().allMatch(Model.EMBEDDING::knows);
    }

    private List<Alike> alike(String phrase) {
        float[] meaning = Model.EMBEDDING.of(phrase);
        List<Alike> all = tags.parallelStream()
                .map(tag -> new Alike(tag, TextEmbedding.likeness(meaning, Model.embed(tag))))
                .filter(one -> one.likeness >= ALIKE)
                .sorted((a, b) -> Double.compare(b.likeness, a.likeness))
                .toList();
        List<Alike> nearest = all.stream()
                .filter(one -> one.likeness >= all.getFirst().likeness - NEARLY_AS_ALIKE)
                .toList();
        // "Hiking" is nearest to "outdoors" and "backpack", but rather asks for mountains.
        List<Alike> telling =
                nearest.stream().filter(one -> !Item.isUnremarkable(one.tag)).toList();
        return telling.isEmpty() ? nearest : telling;
    }
}
