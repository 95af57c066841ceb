package app.keepsake.memories.internal.words;

import app.keepsake.language.TextEmbedding;
import app.keepsake.memories.Item;
import java.util.ArrayList;
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
     * Tags that a phrase means, the most alike first; none when nothing is meant for sure, or when one of its words has
     * no part in the meaning, as a name that nobody knows.
     */
    public List<String> tagsLike(String phrase) {
        List<Alike> alike = alike(phrase);
        return alike.isEmpty() || !eachWordMatters(phrase, alike.getFirst())
                ? List.of()
                : alike.stream().map(Alike::tag).toList();
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

    /** Whether each word brings a phrase nearer to what it is taken for. */
    private static boolean eachWordMatters(String phrase, Alike meant) {
        List<String> words = List.of(phrase.split(" "));
        float[] tag = Model.embed(meant.tag);
        for (int i = 0; i < words.size() && words.size() > 1; i++) {
            List<String> others = new ArrayList<>(words);
            others.remove(i);
            if (TextEmbedding.likeness(Model.EMBEDDING.of(String.join(" ", others)), tag) >= meant.likeness) {
                return false;
            }
        }
        return true;
    }
}
