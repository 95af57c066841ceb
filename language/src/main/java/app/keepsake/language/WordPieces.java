package app.keepsake.language;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Cuts texts into the pieces that the model knows: WordPiece (Wu and others 2016), without case and accents. */
final class WordPieces {
    private static final int MOST = 128;
    private static final int LONGEST_WORD = 100;
    private static final Pattern ACCENTS = Pattern.compile("\\p{Mn}+");
    /** Words, and each sign by itself. */
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+|[^\\s\\p{L}\\p{N}]");

    private final Map<String, Integer> numbers;
    private final int begin;
    private final int end;
    private final int unknown;

    private WordPieces(Map<String, Integer> numbers) {
        this.numbers = numbers;
        this.begin = number("[CLS]");
        this.end = number("[SEP]");
        this.unknown = number("[UNK]");
    }

    /** @param json a file {@code tokenizer.json} of the library Hugging Face Tokenizers */
    static WordPieces read(byte[] json) {
        Map<String, Integer> numbers = new HashMap<>();
        JsonNode vocabulary = JsonMapper.shared().readTree(json).path("model").path("vocab");
        vocabulary
                .properties()
                .forEach(entry -> numbers.put(entry.getKey(), entry.getValue().intValue()));
        return new WordPieces(numbers);
    }

    private int number(String piece) {
        Integer number = numbers.get(piece);
        if (number == null) {
            throw new IllegalArgumentException("The list of word pieces should have " + piece + ", but has not.");
        }
        return number;
    }

    boolean knows(String word) {
        return numbers.containsKey(plain(word));
    }

    private static String plain(String text) {
        return ACCENTS.matcher(Normalizer.normalize(text.toLowerCase(Locale.ROOT), Normalizer.Form.NFD))
                .replaceAll("");
    }

    /** Numbers of the pieces, between that of the beginning and that of the end. */
    int[] of(String text) {
        String plain = plain(text);
        List<Integer> all = new ArrayList<>(List.of(begin));
        WORD.matcher(plain).results().forEach(word -> addPieces(word.group(), all));
        List<Integer> kept = all.subList(0, Math.min(all.size(), MOST - 1));
        kept.add(end);
        return kept.stream().mapToInt(Integer::intValue).toArray();
    }

    /** The longest pieces from the left; a word that cannot be cut so is unknown as a whole. */
    private void addPieces(String word, List<Integer> all) {
        List<Integer> pieces = new ArrayList<>();
        int from = 0;
        while (from < word.length() && word.length() <= LONGEST_WORD) {
            int to = word.length();
            String mark = from == 0 ? "" : "##";
            while (to > from && !numbers.containsKey(mark + word.substring(from, to))) {
                to--;
            }
            if (to == from) {
                break;
            }
            pieces.add(numbers.get(mark + word.substring(from, to)));
            from = to;
        }
        if (from == word.length()) {
            all.addAll(pieces);
        } else {
            all.add(unknown);
        }
    }
}
