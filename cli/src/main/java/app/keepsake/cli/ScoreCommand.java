package app.keepsake.cli;

import app.keepsake.film.Length;
import app.keepsake.film.Mood;
import app.keepsake.film.Score;
import app.keepsake.media.Sound;
import app.keepsake.media.WaveWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "score",
        description = "Composes music alone, as a film of that mood and length would have it, as a WAV file.",
        mixinStandardHelpOptions = true)
final class ScoreCommand implements Callable<Integer> {
    @Option(
            names = "--mood",
            paramLabel = "M",
            required = true,
            description = "${COMPLETION-CANDIDATES}.",
            completionCandidates = FilmOptions.Moods.class)
    private String mood = "";

    @Option(
            names = "--seconds",
            paramLabel = "N",
            description = "About how long, 5 to 600 (default: ${DEFAULT-VALUE}).",
            defaultValue = "45")
    private String seconds = "45";

    @Option(
            names = "--seed",
            paramLabel = "N",
            description = "Another number makes another piece (default: ${DEFAULT-VALUE}).",
            defaultValue = "1")
    private long seed = 1;

    @Option(names = "-o", paramLabel = "FILE", required = true, description = "The WAV file to write.")
    private Path file = Path.of("");

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException {
        Mood wanted = Mood.named(mood);
        Length length = Length.parse(seconds);
        try (Interruption interruption = new Interruption()) {
            Sound sound = Score.of(wanted, length, seed, interruption::requested);
            if (interruption.requested()) {
                return ExitCode.INTERRUPTED;
            }
            WaveWriter.write(sound, file);
            spec.commandLine().getOut().printf("%s: %s, %.1f s%n", file, mood, sound.frames() / (double) Sound.RATE);
            spec.commandLine().getOut().flush();
            return ExitCode.OK;
        }
    }
}
