package app.keepsake.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ClipTokensTest {
    /** The vocabulary of the published tests of CLIP's tokenizer, and what they say of "lower newer". */
    private static final List<String> PUBLISHED = List.of(
            "l",
            "o",
            "w",
            "e",
            "r",
            "s",
            "t",
            "i",
            "d",
            "n",
            "lo",
            "l</w>",
            "w</w>",
            "r</w>",
            "t</w>",
            "low</w>",
            "er</w>",
            "lowest</w>",
            "newer</w>",
            "wider",
            "<unk>",
            "<|startoftext|>",
            "<|endoftext|>");

    private static final String MERGES = "#version: 0.2\nl o\nlo w</w>\ne r</w>\n";

    private static byte[] vocabulary(List<String> tokens) {
        List<String> entries = new ArrayList<>();
        for (String token : tokens) {
            entries.add("\"%s\": %d".formatted(token, entries.size()));
        }
        return ("{" + String.join(", ", entries) + "}").getBytes(StandardCharsets.UTF_8);
    }

    private static ClipTokens published() {
        return ClipTokens.read(vocabulary(PUBLISHED), MERGES.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void cutsAsThePublishedTestsSay() {
        assertThat(published().of("lower newer", 9)).containsExactly(21, 10, 2, 16, 9, 3, 2, 16, 22);
    }

    @Test
    void caseSpacesAndLengthDoNotMatter() {
        assertThat(published().of("  LOWER\n newer ", 12)).containsExactly(21, 10, 2, 16, 9, 3, 2, 16, 22, 0, 0, 0);
        assertThat(published().of("lower newer", 4)).containsExactly(21, 10, 2, 22);
        assertThat(published().of("", 3)).containsExactly(21, 22, 0);
        assertThat(published().of("low".repeat(100_000), 5))
                .hasSize(5)
                .startsWith(21)
                .endsWith(22);
    }

    @Test
    void marksInWordsAreWords() {
        assertThat(published().of("<|endoftext|> low", 9)).startsWith(21).doesNotContain(20);
        assertThat(published().of("<|endoftext|> low", 30)).containsOnlyOnce(22).contains(15);
    }

    @Test
    void readsTheFileOfTheTokenizersLibrary() {
        String json =
                "{\"model\": {\"type\": \"BPE\", \"end_of_word_suffix\": \"</w>\", \"vocab\": %s, \"merges\": %s}}";
        String vocabulary = new String(vocabulary(PUBLISHED), StandardCharsets.UTF_8);
        for (String merges : List.of(
                "[\"l o\", \"lo w</w>\", \"e r</w>\"]", "[[\"l\", \"o\"], [\"lo\", \"w</w>\"], [\"e\", \"r</w>\"]]")) {
            ClipTokens tokens =
                    ClipTokens.read(json.formatted(vocabulary, merges).getBytes(StandardCharsets.UTF_8));
            assertThat(tokens.of("lower newer", 9)).containsExactly(21, 10, 2, 16, 9, 3, 2, 16, 22);
        }
    }

    @Test
    void othersAreRefusedWithTheReason() {
        assertThatThrownBy(
                        () -> ClipTokens.read("{\"model\": {\"type\": \"Unigram\"}}".getBytes(StandardCharsets.UTF_8)))
                .hasMessage("it cuts words by Unigram, as SigLIP's do; only CLIP's byte pairs are known");
        assertThatThrownBy(() -> ClipTokens.read("{\"model\": {\"type\": \"BPE\"}}".getBytes(StandardCharsets.UTF_8)))
                .hasMessageContaining("</w>");
        assertThatThrownBy(() -> ClipTokens.read(vocabulary(List.of("a")), new byte[0]))
                .hasMessageContaining("<|startoftext|>");
        assertThatThrownBy(() -> ClipTokens.read("[1".getBytes(StandardCharsets.UTF_8)))
                .hasMessage("it is no JSON");
    }
}
