package app.keepsake.language;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Cuts texts into the tokens of CLIP (Radford and others 2021): pairs of bytes are joined in the order in which a
 * vocabulary learnt them (byte-pair encoding), without case. Immutable, safe for use by several threads.
 */
public final class ClipTokens {
    private static final String BEGIN = "<|startoftext|>";
    private static final String END = "<|endoftext|>";
    private static final String LAST = "</w>";
    private static final int LONGEST_WORD = 200;
    private static final Pattern WORD = Pattern.compile(
            "'s|'t|'re|'ve|'m|'ll|'d|\\p{L}+|\\p{N}|[^\\s\\p{L}\\p{N}]+", Pattern.UNICODE_CHARACTER_CLASS);
    private static final String[] SIGNS = signs();

    private final Map<String, Integer> numbers;
    private final Map<String, Integer> ranks;
    private final int begin;
    private final int end;

    private ClipTokens(Map<String, Integer> numbers, Map<String, Integer> ranks) {
        this.numbers = numbers;
        this.ranks = ranks;
        this.begin = number(BEGIN);
        this.end = number(END);
    }

    private int number(String token) {
        Integer number = numbers.get(token);
        if (number == null) {
            throw new IllegalArgumentException("it has no token %s, as those of CLIP have".formatted(token));
        }
        return number;
    }

    /**
     * Of a file {@code tokenizer.json} of the library Hugging Face Tokenizers.
     *
     * @throws IllegalArgumentException saying why it is none of CLIP's form
     */
    public static ClipTokens read(byte[] json) {
        JsonNode root = parse(json);
        JsonNode model = root.path("model");
        String type = model.path("type").asString("");
        if (!type.isEmpty() && !type.equals("BPE")) {
            throw new IllegalArgumentException(
                    "it cuts words by %s, as SigLIP's do; only CLIP's byte pairs are known".formatted(type));
        }
        String mark = model.path("end_of_word_suffix").asString("");
        if (!mark.equals(LAST)) {
            throw new IllegalArgumentException("its tokens do not end words by </w>, as those of CLIP do");
        }
        Map<String, Integer> numbers = numbers(model.path("vocab"));
        root.path("added_tokens")
                .forEach(token -> numbers.put(
                        token.path("content").asString(""), token.path("id").asInt(0)));
        Map<String, Integer> ranks = new HashMap<>();
        for (JsonNode pair : model.path("merges")) {
            String merge = pair.isArray()
                    ? pair.path(0).asString("") + " " + pair.path(1).asString("")
                    : pair.asString("");
            ranks.putIfAbsent(merge, ranks.size());
        }
        return new ClipTokens(numbers, ranks);
    }

    /**
     * Of files {@code vocab.json} and {@code merges.txt}.
     *
     * @throws IllegalArgumentException saying why they are none of CLIP's form
     */
    public static ClipTokens read(byte[] vocabulary, byte[] merges) {
        Map<String, Integer> ranks = new HashMap<>();
        new String(merges, StandardCharsets.UTF_8)
                .lines()
                .filter(line -> !line.startsWith("#version") && !line.isBlank())
                .forEach(line -> ranks.putIfAbsent(line.strip(), ranks.size()));
        return new ClipTokens(numbers(parse(vocabulary)), ranks);
    }

    private static JsonNode parse(byte[] json) {
        try {
            return JsonMapper.shared().readTree(json);
        } catch (JacksonException e) {
            throw new IllegalArgumentException("it is no JSON", e);
        }
    }

    private static Map<String, Integer> numbers(JsonNode vocabulary) {
        Map<String, Integer> numbers = new HashMap<>();
        vocabulary
                .properties()
                .forEach(entry -> numbers.put(entry.getKey(), entry.getValue().asInt(0)));
        return numbers;
    }

    /** The largest number of a token. */
    int largest() {
        return numbers.values().stream().mapToInt(Integer::intValue).max().orElse(0);
    }

    /**
     * The numbers of a text's tokens between those of the beginning and the end, filled up with 0.
     *
     * @param length how many; what is beyond is left out
     */
    public int[] of(String text, int length) {
        List<Integer> all = new ArrayList<>(List.of(begin));
        String plain = Normalizer.normalize(text, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
        Matcher words = WORD.matcher(plain);
        while (all.size() < length && words.find()) {
            add(words.group(), all);
        }
        int[] tokens = new int[length];
        int count = Math.min(all.size(), length - 1);
        for (int i = 0; i < count; i++) {
            tokens[i] = all.get(i);
        }
        tokens[count] = end;
        return tokens;
    }

    private void add(String word, List<Integer> all) {
        List<String> parts = new ArrayList<>();
        for (byte each : word.getBytes(StandardCharsets.UTF_8)) {
            parts.add(SIGNS[each & 0xFF]);
        }
        if (parts.size() > LONGEST_WORD) {
            parts = new ArrayList<>(parts.subList(0, LONGEST_WORD));
        }
        parts.add(parts.removeLast() + LAST);
        int at = first(parts);
        while (at >= 0) {
            join(parts, parts.get(at), parts.get(at + 1));
            at = first(parts);
        }
        for (String part : parts) {
            Integer number = numbers.get(part);
            if (number != null) {
                all.add(number);
            }
        }
    }

    /** Where the pair is that was learnt first. */
    private int first(List<String> parts) {
        int best = -1;
        int least = Integer.MAX_VALUE;
        for (int i = 0; i + 1 < parts.size(); i++) {
            int rank = ranks.getOrDefault(parts.get(i) + " " + parts.get(i + 1), Integer.MAX_VALUE);
            if (rank < least) {
                least = rank;
                best = i;
            }
        }
        return best;
    }

    private static void join(List<String> parts, String left, String right) {
        for (int i = 0; i + 1 < parts.size(); i++) {
            if (parts.get(i).equals(left) && parts.get(i + 1).equals(right)) {
                parts.set(i, left + right);
                parts.remove(i + 1);
            }
        }
    }

    /** A sign that can be seen for each byte: itself where it has one, else one beyond. */
    private static String[] signs() {
        String[] signs = new String[256];
        int beyond = 256;
        for (int i = 0; i < signs.length; i++) {
            boolean visible = i >= '!' && i <= '~' || i >= 0xA1 && i <= 0xAC || i >= 0xAE;
            signs[i] = Character.toString(visible ? i : beyond++);
        }
        return signs;
    }
}
