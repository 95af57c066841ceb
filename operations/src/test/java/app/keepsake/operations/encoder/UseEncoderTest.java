package app.keepsake.operations.encoder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.keepsake.catalog.Catalog;
import app.keepsake.operations.library.DurableFile;
import app.keepsake.operations.library.Settings;
import app.keepsake.testbed.onnx.OnnxNodes;
import app.keepsake.testbed.onnx.RandomClip;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Encoders that can be used, and those that cannot. */
final class UseEncoderTest {
    @TempDir
    Path folder;

    private Catalog catalog;
    private DurableFile<Settings> settings;
    private Path encoder;

    @BeforeEach
    void open() throws IOException {
        catalog = Catalog.open(folder.resolve("catalog.db"));
        settings = new DurableFile<>(folder.resolve("settings.json"), Settings.class, Settings.INITIAL);
        encoder = folder.resolve("clip");
        new RandomClip(1).write(encoder, 16);
    }

    @AfterEach
    void close() {
        catalog.close();
    }

    private void use() throws IOException {
        new UseEncoder(catalog, settings).set(encoder);
    }

    private void isRefused(String... reasons) {
        assertThatThrownBy(this::use).isInstanceOf(EncoderException.class).hasMessageContainingAll(reasons);
        assertThat(settings.read().encoder()).isEmpty();
    }

    private void isRefused(Path file, byte[] bytes, String... reasons) throws IOException {
        Files.write(file, bytes);
        isRefused(reasons);
    }

    private Path visual() {
        return encoder.resolve("visual/model.onnx");
    }

    private Path textual() {
        return encoder.resolve("textual/model.onnx");
    }

    @Test
    void whatCanBeRunIsSetAndTakenAwayAgain() throws IOException {
        use();
        Settings.Encoder set = settings.read().encoder().orElseThrow();
        assertThat(set.folder()).isEqualTo(encoder.toString());
        new UseEncoder(catalog, settings).off();
        assertThat(settings.read().encoder()).isEmpty();
    }

    @Test
    void otherFilesAreAnotherVersion() throws IOException {
        use();
        Optional<Settings.Encoder> before = settings.read().encoder();
        use();
        assertThat(settings.read().encoder()).isEqualTo(before);
        Files.write(visual(), new RandomClip(3).visual(16));
        assertThatThrownBy(() -> new EncodePhotos(catalog, before.orElseThrow()).close())
                .hasMessageContaining("have changed");
        use();
        assertThat(settings.read().encoder()).isNotEqualTo(before);
    }

    @Test
    void foldersAreReadAsHuggingFaceLaysThemOut() throws IOException {
        Path other = Files.createDirectories(folder.resolve("other"));
        Files.createDirectories(other.resolve("onnx"));
        Files.move(visual(), other.resolve("onnx/vision_model.onnx"));
        Files.move(textual(), other.resolve("onnx/text_model.onnx"));
        Files.move(encoder.resolve("textual/tokenizer.json"), other.resolve("tokenizer.json"));
        Files.writeString(
                other.resolve("preprocessor_config.json"),
                "{\"crop_size\": {\"height\": 32, \"width\": 32}, \"image_mean\": [0.5, 0.5, 0.5], \"image_std\": [0.5, 0.5, 0.5]}");
        encoder = other;
        use();
        assertThat(settings.read().encoder()).isPresent();
    }

    @Test
    void whatIsMissingIsNamed() throws IOException {
        Files.delete(encoder.resolve("textual/tokenizer.json"));
        isRefused("There is no tokenizer", "tokenizer.json");
        Files.writeString(encoder.resolve("spiece.model"), "");
        isRefused("SentencePiece", "SigLIP");
        Files.delete(textual());
        isRefused("There is no text encoder", "textual/model.onnx");
        encoder = folder.resolve("nowhere");
        isRefused("There is no folder");
    }

    @Test
    void damagedAndForeignFilesAreRefused() throws IOException {
        byte[] whole = Files.readAllBytes(visual());
        isRefused(visual(), Arrays.copyOf(whole, whole.length / 2), "visual/model.onnx");
        isRefused(visual(), new byte[0], "visual/model.onnx", "no graph");
        isRefused(visual(), "A picture of a model".repeat(99).getBytes(), "visual/model.onnx");
        Random random = new Random(9);
        for (int i = 0; i < 60; i++) {
            byte[] damaged = whole.clone();
            for (int k = 0; k < 1 + i / 10; k++) {
                damaged[random.nextInt(i % 2 == 0 ? 400 : damaged.length)] = (byte) random.nextInt();
            }
            Files.write(visual(), damaged);
            try {
                use();
            } catch (EncoderException expected) {
                assertThat(expected).hasMessageContaining("encoder");
            }
        }
    }

    @Test
    void largeFilesAreNotRead() throws IOException {
        try (RandomAccessFile large = new RandomAccessFile(visual().toFile(), "rw")) {
            large.setLength(900L << 20);
        }
        isRefused("too large", "visual/model.onnx", "900 MB");
    }

    @Test
    void anOperationThatTheEngineDoesNotKnowIsNamed() throws IOException {
        OnnxNodes file = new OnnxNodes();
        file.input("image", 1, 3, 32, 32);
        file.addNamed("SpaceToDepth", List.of("image"), "embedding");
        file.output("embedding", 1, 16);
        isRefused(visual(), file.model(), "visual/model.onnx", "SpaceToDepth", "not known");
    }

    @Test
    void resultsAndInputsOfOtherShapesAreRefused() throws IOException {
        OnnxNodes file = new OnnxNodes();
        file.input("image", 1, 3, 32, 32);
        file.addNamed("Relu", List.of("image"), "embedding");
        file.output("embedding", 1, 3, 32, 32);
        isRefused(visual(), file.model(), "[1, 3, 32, 32]", "one row");
        isRefused(visual(), new RandomClip(1).textual(16), "no input for a picture");
        OnnxNodes large = new OnnxNodes();
        large.input("image", 1, 3, 32, 32);
        large.addNamed("Expand", List.of("image", large.integers(9000, 3, 320, 320)), "embedding");
        large.output("embedding", 9000, 3, 320, 320);
        isRefused(visual(), large.model(), "embedding", "visual/model.onnx");
    }

    @Test
    void twoThatDoNotBelongTogetherAreRefused() throws IOException {
        isRefused(textual(), new RandomClip(1).textual(24), "16 numbers", "24");
    }

    @Test
    void aTokenizerOfAnotherKindIsRefused() throws IOException {
        isRefused(
                encoder.resolve("textual/tokenizer.json"),
                "{\"model\": {\"type\": \"Unigram\"}}".getBytes(),
                "tokenizer.json",
                "Unigram");
    }
}
