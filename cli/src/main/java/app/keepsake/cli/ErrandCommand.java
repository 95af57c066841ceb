package app.keepsake.cli;

import app.keepsake.server.Errand;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/**
 * Does one errand of the service. It is one line of JSON on the standard input, see {@link Errand}, and its results are
 * those of the command it names, with {@code --json}. The end of the input, which comes when the service is gone, stops
 * it as a signal would.
 */
@Command(
        name = "errand",
        hidden = true,
        description = "Does what the service asks for: reads one line of JSON, and tells the result as JSON.",
        mixinStandardHelpOptions = true)
final class ErrandCommand implements Callable<Integer> {
    @Mixin
    private LibraryOption library = new LibraryOption();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws Exception {
        BufferedReader input = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        String line = input.readLine();
        if (line == null) {
            throw new IOException("Expected an errand as a line of JSON on the standard input, found its end.");
        }
        Errand errand = Errand.of(line);
        Thread.ofPlatform().daemon().name("end of input").start(() -> endWith(input));
        return command(errand).call();
    }

    private Callable<Integer> command(Errand errand) {
        return switch (errand) {
            case Errand.Index index -> IndexCommand.of(index, library, spec);
            case Errand.Memories memories -> MemoriesCommand.of(memories, library, spec);
            case Errand.Texts texts -> TextsCommand.of(texts, library, spec);
            case Errand.Encode encode -> EncoderCommand.of(encode, library, spec);
            case Errand.UseEncoder encoder -> EncoderCommand.of(encoder, library);
            case Errand.DropEncoder encoder -> EncoderCommand.of(encoder, library);
            case Errand.Create create -> CreateCommand.of(create, library, spec);
            case Errand.OfAlbum album -> CreateCommand.of(album, library, spec);
            case Errand.OfSelection selection -> CreateCommand.of(selection, library, spec);
            case Errand.Checkup checkup -> DoctorCommand.of(checkup, library, spec);
            case Errand.Explain explain -> ExplainCommand.of(explain, library, spec);
            case Errand.Film film -> MovieCommand.of(film, library, spec);
            case Errand.Send send -> SendCommand.of(send, library, spec);
            case Errand.Backup backup -> BackupCommand.of(backup, library, spec);
            case Errand.Nightly nightly -> BackupCommand.nightly(library, spec);
            case Errand.Restore restore -> RestoreCommand.of(restore, library, spec);
            case Errand.AddSource source -> SourceErrands.add(source, library, spec);
            case Errand.TestSource source -> SourceErrands.test(source, library, spec);
            case Errand.RemoveSource source -> SourceErrands.remove(source, library, spec);
            case Errand.LookAtTakeout takeout -> TakeoutCommand.look(takeout, library, spec);
            case Errand.KeepMusic music -> MusicErrand.keep(music, library, spec);
        };
    }

    private static void endWith(BufferedReader input) {
        try {
            String line = input.readLine();
            while (line != null) {
                line = input.readLine();
            }
        } catch (IOException e) {
            // Nobody is there any more, as at the end.
        }
        System.exit(ExitCode.INTERRUPTED);
    }
}
