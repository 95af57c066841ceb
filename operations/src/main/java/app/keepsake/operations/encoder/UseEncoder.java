package app.keepsake.operations.encoder;

import app.keepsake.catalog.Catalog;
import app.keepsake.engine.EngineOptions;
import app.keepsake.engine.ModelException;
import app.keepsake.language.TextEncoder;
import app.keepsake.media.RgbImage;
import app.keepsake.operations.library.DurableFile;
import app.keepsake.operations.library.Settings;
import app.keepsake.vision.ImageEncoder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Tries an encoder and sets it, or takes it away with all that it said. */
public final class UseEncoder {
    private static final int SIDE = 64;

    private final Catalog catalog;
    private final DurableFile<Settings> settings;

    public UseEncoder(Catalog catalog, DurableFile<Settings> settings) {
        this.catalog = catalog;
        this.settings = settings;
    }

    /**
     * Sets the encoder in a folder, when it can be used. What another said of photos goes as this one sees them.
     *
     * @throws EncoderException saying why it cannot be used; then nothing is changed
     */
    public Settings.Encoder set(Path folder) throws IOException {
        Settings.Encoder tried = tried(folder);
        settings.update(now -> now.withEncoder(Optional.of(tried)));
        return tried;
    }

    /** Takes it away. */
    public void off() {
        settings.update(now -> now.withEncoder(Optional.empty()));
        catalog.encodings().clear();
    }

    /**
     * Opens both sides, and lets each say something.
     *
     * @throws EncoderException saying why it cannot be used
     */
    public static Settings.Encoder tried(Path folder) throws IOException {
        Path whole = folder.toAbsolutePath().normalize();
        if (!Files.isDirectory(whole)) {
            throw new EncoderException("There is no folder %s on this machine.".formatted(whole));
        }
        EncoderFolder files = new EncoderFolder(whole);
        String version = files.version();
        int numbers = ofText(files);
        int others = ofImage(files);
        if (numbers != others) {
            throw new EncoderException(
                    "These two do not belong together: the image encoder gives %d numbers, the text encoder %d."
                            .formatted(others, numbers));
        }
        return new Settings.Encoder(whole.toString(), version);
    }

    private static int ofText(EncoderFolder files) throws IOException {
        try (TextEncoder texts = files.openText(options())) {
            return texts.of("a photo").length;
        } catch (ModelException e) {
            throw new EncoderException("The text encoder cannot be run: " + e.getMessage(), e);
        }
    }

    private static int ofImage(EncoderFolder files) throws IOException {
        try (ImageEncoder images = files.openImage(options())) {
            return images.of(RgbImage.black(SIDE, SIDE)).length;
        } catch (ModelException e) {
            throw new EncoderException("The image encoder cannot be run: " + e.getMessage(), e);
        }
    }

    private static EngineOptions options() {
        return EngineOptions.defaults().withThreads(1);
    }
}
