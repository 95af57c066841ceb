package app.keepsake.operations.encoder;

import app.keepsake.engine.EngineOptions;
import app.keepsake.engine.ModelException;
import app.keepsake.language.ClipTokens;
import app.keepsake.language.TextEncoder;
import app.keepsake.operations.library.Settings;
import app.keepsake.vision.ImageEncoder;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The files of an encoder as exporters lay them out: Immich's {@code visual/model.onnx} and {@code textual/model.onnx},
 * Hugging Face's {@code onnx/vision_model.onnx} and {@code onnx/text_model.onnx}, or one {@code model.onnx} for both; with
 * a {@code tokenizer.json}, or {@code vocab.json} and {@code merges.txt}, and what is done to pictures before.
 */
public final class EncoderFolder {
    /** Raised when the same files give other vectors. */
    private static final String VERSION = "1 ";

    private static final long LARGEST_MODEL = 800L << 20;
    private static final long LARGEST_WORDS = 32L << 20;
    private static final List<String> IMAGE = List.of(
            "visual/model.onnx", "onnx/vision_model.onnx", "vision_model.onnx", "onnx/model.onnx", "model.onnx");
    private static final List<String> TEXT =
            List.of("textual/model.onnx", "onnx/text_model.onnx", "text_model.onnx", "onnx/model.onnx", "model.onnx");
    private static final List<String> TOKENIZER =
            List.of("tokenizer.json", "textual/tokenizer.json", "tokenizer/tokenizer.json");
    private static final List<String> VOCABULARY = List.of("vocab.json", "textual/vocab.json", "tokenizer/vocab.json");
    private static final List<String> MERGES = List.of("merges.txt", "textual/merges.txt", "tokenizer/merges.txt");
    private static final List<String> PIECES =
            List.of("spiece.model", "sentencepiece.bpe.model", "textual/spiece.model", "tokenizer/spiece.model");
    private static final List<String> PREPARATION = List.of(
            "preprocess_cfg.json",
            "visual/preprocess_cfg.json",
            "preprocessor_config.json",
            "visual/preprocessor_config.json");

    private final Path folder;

    public EncoderFolder(Path folder) {
        this.folder = folder;
    }

    /** @throws EncoderException when it is not the one that was set */
    static EncoderFolder unchanged(Settings.Encoder set) throws IOException {
        EncoderFolder files = new EncoderFolder(Path.of(set.folder()));
        if (!files.version().equals(set.version())) {
            throw new EncoderException(
                    "The encoder's files in %s have changed since they were set. Set the folder again."
                            .formatted(set.folder()));
        }
        return files;
    }

    private Optional<Path> find(List<String> names) {
        return names.stream().map(folder::resolve).filter(Files::isRegularFile).findFirst();
    }

    private Path needed(List<String> names, String what) throws EncoderException {
        return find(names)
                .orElseThrow(() -> new EncoderException("There is no %s in %s: expected %s, or %s."
                        .formatted(what, folder, names.get(0), names.get(1))));
    }

    private Path image() throws EncoderException {
        return needed(IMAGE, "image encoder");
    }

    private Path text() throws EncoderException {
        return needed(TEXT, "text encoder");
    }

    /**
     * What tells this encoder from others, and from itself when its files change.
     *
     * @throws EncoderException when one is missing or too large
     */
    public String version() throws IOException {
        MessageDigest digest = sha256();
        digest.update(VERSION.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        List<Path> files = new ArrayList<>(List.of(image(), text()));
        Stream.of(TOKENIZER, VOCABULARY, MERGES, PREPARATION)
                .flatMap(names -> find(names).stream())
                .forEach(files::add);
        for (Path file : files) {
            checkSize(file, LARGEST_MODEL);
            try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
                in.transferTo(java.io.OutputStream.nullOutputStream());
            }
        }
        return HexFormat.of().formatHex(digest.digest(), 0, 12);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Java has SHA-256.", e);
        }
    }

    /** @throws EncoderException saying why it cannot be run */
    public ImageEncoder openImage(EngineOptions options) throws IOException {
        Path file = image();
        ImageEncoder.Preparation preparation = preparation();
        return opened(file, () -> ImageEncoder.open(name(file), model(file), preparation, options));
    }

    /** @throws EncoderException saying why it cannot be run */
    public TextEncoder openText(EngineOptions options) throws IOException {
        ClipTokens tokens = tokens();
        Path file = text();
        return opened(file, () -> TextEncoder.open(name(file), model(file), tokens, options));
    }

    private String name(Path file) {
        return folder.relativize(file).toString();
    }

    /** Opens something. */
    private interface Opening<T> {
        T open() throws IOException;
    }

    private <T> T opened(Path file, Opening<T> opening) throws IOException {
        try {
            return opening.open();
        } catch (ModelException e) {
            throw new EncoderException("This encoder cannot be run: %s".formatted(e.getMessage()), e);
        } catch (OutOfMemoryError | InternalError e) {
            throw new EncoderException(
                    "This encoder cannot be run: %s needs more memory than there is, or changed while it was read."
                            .formatted(name(file)),
                    e);
        }
    }

    private void checkSize(Path file, long most) throws IOException {
        long size = Files.size(file);
        if (size > most) {
            throw new EncoderException("This encoder is too large: %s has %d MB, and at most %d are read."
                    .formatted(name(file), size >> 20, most >> 20));
        }
    }

    private ByteBuffer model(Path file) throws IOException {
        checkSize(file, LARGEST_MODEL);
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            return channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size());
        }
    }

    private byte[] small(Path file) throws IOException {
        checkSize(file, LARGEST_WORDS);
        return Files.readAllBytes(file);
    }

    private ClipTokens tokens() throws IOException {
        Optional<Path> whole = find(TOKENIZER);
        Optional<Path> vocabulary = find(VOCABULARY);
        Optional<Path> merges = find(MERGES);
        if (whole.isEmpty() && (vocabulary.isEmpty() || merges.isEmpty())) {
            throw new EncoderException(
                    find(PIECES).isPresent()
                            ? "The words of this encoder are cut by SentencePiece, as SigLIP's are; only encoders with CLIP's tokenizer can be used."
                            : "There is no tokenizer in %s: expected tokenizer.json, or vocab.json and merges.txt."
                                    .formatted(folder));
        }
        Path named = whole.orElseGet(vocabulary::orElseThrow);
        try {
            return whole.isPresent()
                    ? ClipTokens.read(small(whole.get()))
                    : ClipTokens.read(small(vocabulary.orElseThrow()), small(merges.orElseThrow()));
        } catch (IllegalArgumentException e) {
            throw new EncoderException(
                    "This encoder's tokenizer cannot be used, %s: %s.".formatted(name(named), e.getMessage()), e);
        }
    }

    private ImageEncoder.Preparation preparation() throws IOException {
        Optional<Path> file = find(PREPARATION);
        if (file.isEmpty()) {
            return ImageEncoder.Preparation.USUAL;
        }
        try {
            return PreparationFile.read(small(file.get()));
        } catch (IllegalArgumentException e) {
            throw new EncoderException(
                    "%s does not say how pictures are prepared: %s".formatted(name(file.get()), e.getMessage()), e);
        }
    }
}
