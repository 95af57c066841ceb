package app.keepsake.operations.encoder;

import app.keepsake.engine.EngineOptions;
import app.keepsake.engine.ModelException;
import app.keepsake.language.TextEncoder;
import app.keepsake.memories.TextVectors;
import app.keepsake.operations.library.Settings;
import java.io.IOException;
import java.util.Optional;

/** Directions of words by the owner's encoder, found out at once. Safe for use by several threads. */
public final class EncodedTexts implements TextVectors, AutoCloseable {
    private final TextEncoder encoder;

    /** @throws EncoderException saying why it cannot be used any more */
    public EncodedTexts(Settings.Encoder set) throws IOException {
        encoder = EncoderFolder.unchanged(set).openText(EngineOptions.defaults());
    }

    @Override
    public Optional<float[]> of(String words) {
        try {
            return Optional.of(encoder.of(words));
        } catch (ModelException nothing) {
            return Optional.of(new float[0]);
        }
    }

    @Override
    public void close() {
        encoder.close();
    }
}
