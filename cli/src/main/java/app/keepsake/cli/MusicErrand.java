package app.keepsake.cli;

import app.keepsake.operations.music.KeptMusic;
import app.keepsake.server.Errand;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Model.CommandSpec;

/** Listens to music for the service, and keeps it. */
final class MusicErrand {
    private MusicErrand() {}

    static Callable<Integer> keep(Errand.KeepMusic errand, LibraryOption library, CommandSpec spec) {
        return () -> {
            KeptMusic.Piece piece =
                    new KeptMusic(library.existing().root()).keep(Path.of(errand.file()), errand.name());
            Map<String, Object> told = new LinkedHashMap<>();
            told.put("id", piece.id());
            told.put("name", piece.name());
            told.put("ending", piece.ending());
            told.put("seconds", piece.seconds());
            told.put("beats", piece.beats());
            told.put("perMinute", piece.perMinute());
            OutputOptions output = OutputOptions.aProgram(library, spec);
            output.line(told);
            output.out().flush();
            return ExitCode.OK;
        };
    }
}
