package app.keepsake.cli;

import app.keepsake.catalog.Catalog;
import app.keepsake.catalog.Film;
import app.keepsake.catalog.Memory;
import app.keepsake.film.Mood;
import app.keepsake.operations.film.MoodFit;
import app.keepsake.server.Errand;
import app.keepsake.server.Program;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The service's errands in this process, where the first of a thousand costs what the others do: the processes that the
 * service starts only carry lines to and fro. Films are {@link WrittenFilm}s.
 */
final class OneProcess implements Program, AutoCloseable {
    private static final String CARRY = """
        exec 3<>/dev/tcp/127.0.0.1/$0
        echo "$1" >&3
        cat <&0 >&3 &
        while IFS= read -r line <&3; do
            case $line in
            "exit "*) kill $! 2>/dev/null; exit ${line#exit } ;;
            *) printf '%s\\n' "$line" ;;
            esac
        done
        """;

    private final LibraryFolder library;
    private final Catalog catalog;
    private final ServerSocket door;

    OneProcess(LibraryFolder library, Catalog catalog) throws IOException {
        this.library = library;
        this.catalog = catalog;
        this.door = new ServerSocket(0, 100, InetAddress.getLoopbackAddress());
        Thread.ofPlatform().daemon().name("errands").start(this::letIn);
    }

    @Override
    public List<String> command(String language, Part part) {
        return List.of("bash", "-c", CARRY, Integer.toString(door.getLocalPort()), part.name());
    }

    private void letIn() {
        while (!door.isClosed()) {
            try {
                Socket visitor = door.accept();
                Thread.ofPlatform().daemon().name("errand").start(() -> serve(visitor));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket visitor) {
        try (visitor;
                BufferedReader in =
                        new BufferedReader(new InputStreamReader(visitor.getInputStream(), StandardCharsets.UTF_8));
                PrintWriter out = new PrintWriter(
                        new OutputStreamWriter(visitor.getOutputStream(), StandardCharsets.UTF_8), true)) {
            String part = in.readLine();
            String line = in.readLine();
            if (Part.PLAY.name().equals(part)) {
                for (; line != null; line = in.readLine()) {
                    play(JsonMapper.shared().readTree(line), out);
                }
            } else if (line != null) {
                out.println("exit " + run(Errand.of(line), out));
            }
        } catch (IOException gone) {
            // The service ended it.
        }
    }

    private int run(Errand errand, PrintWriter out) {
        CommandLine line = Main.commandLine().setOut(out).setErr(out);
        CommandSpec spec = line.getCommandSpec();
        LibraryOption option = new LibraryOption();
        new CommandLine(option).parseArgs("--library", library.root().toString());
        Callable<Integer> command = switch (errand) {
            case Errand.Memories memories -> MemoriesCommand.of(memories, option, spec);
            case Errand.Create create -> CreateCommand.of(create, option, spec);
            case Errand.OfAlbum album -> CreateCommand.of(album, option, spec);
            case Errand.OfSelection selection -> CreateCommand.of(selection, option, spec);
            case Errand.Texts texts -> TextsCommand.of(texts, option, spec);
            case Errand.Encode encode -> EncoderCommand.of(encode, option, spec);
            case Errand.UseEncoder encoder -> EncoderCommand.of(encoder, option);
            case Errand.DropEncoder encoder -> EncoderCommand.of(encoder, option);
            case Errand.Explain explain -> ExplainCommand.of(explain, option, spec);
            case Errand.Checkup checkup -> DoctorCommand.of(checkup, option, spec);
            case Errand.Film film -> () -> film(film);
            case Errand.AddSource source -> SourceErrands.add(source, option, spec);
            case Errand.TestSource source -> SourceErrands.test(source, option, spec);
            case Errand.RemoveSource source -> SourceErrands.remove(source, option, spec);
            case Errand.Backup _, Errand.Nightly _, Errand.Restore _ ->
                throw new IllegalStateException("No backup is asked for: " + errand);
            case Errand.LookAtTakeout takeout -> TakeoutCommand.look(takeout, option, spec);
            case Errand.KeepMusic music -> MusicErrand.keep(music, option, spec);
            case Errand.Index index -> throw new IllegalStateException("No folder is watched: " + index);
            case Errand.Send send -> throw new IllegalStateException("No place is set up: " + send);
        };
        try {
            return command.call();
        } catch (Exception e) {
            out.println("keepsake: " + Messages.of(e));
            return ExitCode.FAILED;
        }
    }

    private int film(Errand.Film film) throws IOException {
        Path file = Path.of(film.film());
        Optional<Film> made = WrittenFilm.make(
                catalog,
                film.memory(),
                FilmOptions.of(film.mood(), film.length()),
                file.resolveSibling(file.getFileName() + ".background"),
                file,
                growing -> {});
        return made.isPresent() ? ExitCode.OK : ExitCode.INTERRUPTED;
    }

    private void play(JsonNode asked, PrintWriter out) {
        long id = asked.path("id").asLong();
        if (asked.path("stop").asBoolean(false)) {
            print(out, id, "stopped");
            return;
        }
        LiveFilmRenderer.Request request = LiveFilmRenderer.Request.of(asked);
        try {
            Optional<Film> made = WrittenFilm.make(
                    catalog,
                    request.memory(),
                    FilmOptions.of(request.mood(), request.length()),
                    request.growing(),
                    request.film(),
                    growing -> out.println("{\"id\":%d,\"state\":\"playable\",\"chapters\":[]}".formatted(id)));
            print(out, id, made.isEmpty() ? "stopped" : "finished");
        } catch (IOException | RuntimeException e) {
            print(out, id, "failed");
        }
    }

    private static void print(PrintWriter out, long id, String state) {
        // The service looks for lines that begin so.
        out.println("{\"id\":%d,\"state\":\"%s\"}".formatted(id, state));
    }

    @Override
    public List<String> moods() {
        return Mood.names();
    }

    @Override
    public String moodFor(Memory memory) {
        return MoodFit.of(memory);
    }

    @Override
    public void close() throws IOException {
        door.close();
    }
}
