package app.keepsake.cli;

import app.keepsake.operations.encoder.EncodedTexts;
import app.keepsake.operations.library.DurableFile;
import app.keepsake.operations.library.Settings;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@Command(
        name = "encodes",
        hidden = true,
        description =
                "Tells the service directions of words by the owner's encoder: reads words as lines of JSON, answers each"
                        + " by numbers.",
        mixinStandardHelpOptions = true)
final class EncodesCommand implements Callable<Integer> {
    private static final float[] NONE = {};

    @Mixin
    private LibraryOption library = new LibraryOption();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    private @Nullable EncodedTexts texts;
    private Optional<Settings.Encoder> opened = Optional.empty();

    @Override
    public Integer call() throws IOException {
        DurableFile<Settings> settings = EncoderCommand.settings(library.existing());
        Questions.of(System.in)
                .answer(
                        spec.commandLine().getOut(),
                        question -> Map.of(
                                "ok",
                                true,
                                "vector",
                                direction(
                                        settings.read().encoder(),
                                        question.path("words").asString(""))));
        close();
        return ExitCode.OK;
    }

    /** The encoder is asked for each time: another may have been set. */
    private float[] direction(Optional<Settings.Encoder> set, String words) throws IOException {
        EncodedTexts open = texts;
        if (open == null || !opened.equals(set)) {
            close();
            if (set.isEmpty()) {
                return NONE;
            }
            open = new EncodedTexts(set.get());
            texts = open;
            opened = set;
        }
        return open.of(words).orElse(NONE);
    }

    private void close() {
        if (texts != null) {
            texts.close();
            texts = null;
        }
    }
}
