package app.keepsake.cli;

import app.keepsake.catalog.Catalog;
import app.keepsake.catalog.Chapter;
import app.keepsake.catalog.Film;
import app.keepsake.catalog.Memory;
import app.keepsake.media.MediaException;
import app.keepsake.media.MovieFormat;
import app.keepsake.media.MovieWriter;
import app.keepsake.media.RgbImage;
import app.keepsake.memories.Withdrawal;
import app.keepsake.operations.OneDay;
import app.keepsake.server.Program;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * A library with one memory, whose films are made when a test says so: a real film of 12 seconds, of which 5 can be played
 * at first. All else is done by real commands.
 */
final class StagedFilms implements Program {
    static final String MEMORY = "day";
    static final int SECONDS = 12;
    static final int FIRST_SECONDS = 5;

    private static final int RATE = 10;
    private static final MovieFormat FORMAT = new MovieFormat(320, 180, RATE);
    private static final byte[] FRAGMENT = "moof".getBytes(StandardCharsets.US_ASCII);

    /** Begins films and ends them as files say that lie in its folder. */
    private static final String PLAY = """
        while read -r line; do
            id=$(echo "$line" | sed 's/.*"id":\\([0-9]*\\).*/\\1/')
            growing=$(echo "$line" | sed 's/.*"growing":"\\([^"]*\\)".*/\\1/')
            mood=$(echo "$line" | sed 's/.*"mood":"\\([^"]*\\)".*/\\1/')
            case $line in
            *'"stop":true'*) : >"$0/stop.$id"; echo "{\\"id\\":$id,\\"state\\":\\"stopped\\"}" ;;
            *)
                echo "$mood" >>"$0/asked"
                (
                    wait() { while [ ! -e "$0/$1.$mood" ]; do [ -e "$0/stop.$id" ] || [ ! -d "$0" ] && exit; sleep 0.05; done; }
                    wait begin
                    cat "$0/first" >"$growing"
                    echo "{\\"id\\":$id,\\"state\\":\\"playable\\",\\"chapters\\":[{\\"name\\":\\"Morning\\",\\"start\\":0,\\"end\\":7000},{\\"name\\":\\"Evening\\",\\"start\\":7000,\\"end\\":12000}]}"
                    wait go
                    cat "$0/rest" >>"$growing"
                    wait end
                    echo "{\\"id\\":$id,\\"state\\":\\"finished\\"}"
                ) &
                ;;
            esac
        done
        """;

    private final Path library;
    private final Path stage;
    private final Program real;

    /** @param folder where nothing is */
    StagedFilms(Path folder) throws IOException {
        library = Files.createDirectory(folder.resolve("library"));
        stage = Files.createDirectory(folder.resolve("stage"));
        real = new OwnProcess(LibraryFolder.at(library));
        OneDay.write(library, 3, 3);
        Files.writeString(
                library.resolve("settings.json"),
                "{\"folders\":[],\"language\":\"en\",\"background\":false,\"thumbnailMegabytes\":500,\"cores\":null}");
        write(MovieWriter.growing(stage.resolve("growing.mp4"), FORMAT));
        write(MovieWriter.create(stage.resolve("complete.mp4"), FORMAT));
        byte[] film = Files.readAllBytes(stage.resolve("growing.mp4"));
        int first = fragment(film, FIRST_SECONDS);
        Files.write(stage.resolve("first"), Arrays.copyOf(film, first));
        Files.write(stage.resolve("rest"), Arrays.copyOfRange(film, first, film.length));
    }

    private static void write(MovieWriter writer) throws MediaException {
        try (writer) {
            // Browsers begin only after some hundred thousand bytes: pictures are noise, which takes many.
            Random random = new Random(1);
            for (int i = 0; i < SECONDS * RATE; i++) {
                byte[] pixels = new byte[3 * FORMAT.width() * FORMAT.height()];
                random.nextBytes(pixels);
                writer.frame(new RgbImage(FORMAT.width(), FORMAT.height(), pixels));
                writer.sound(new float[2 * 4800], 0, 2 * 4800);
                if (i % RATE == RATE - 1) {
                    writer.flush();
                }
            }
            writer.finish();
        }
    }

    /** Where a fragment begins, by its number from 0. */
    private static int fragment(byte[] film, int number) {
        int found = -1;
        for (int i = 4; i < film.length - 4; i++) {
            if (Arrays.equals(film, i, i + 4, FRAGMENT, 0, 4) && ++found == number) {
                return i - 4;
            }
        }
        throw new IllegalStateException("expected more than %d fragments, found %d".formatted(number, found + 1));
    }

    Path library() {
        return library;
    }

    /** The moods that films were asked for, in order. */
    List<String> asked() throws IOException {
        Path asked = stage.resolve("asked");
        return Files.exists(asked) ? Files.readAllLines(asked) : List.of();
    }

    /** The first seconds of films of a mood can be played. */
    void begin(String mood) throws IOException {
        say("begin", mood);
    }

    /** All of them can. */
    void goOn(String mood) throws IOException {
        say("go", mood);
    }

    /** A film is complete. */
    void complete(String mood) throws IOException {
        Path film = Files.copy(
                stage.resolve("complete.mp4"),
                Files.createDirectories(library.resolve("films")).resolve(MEMORY + "." + mood + ".medium.mp4"));
        try (Catalog catalog = Catalog.open(library.resolve("catalog.db"))) {
            Memory memory = catalog.memories().find(MEMORY).orElseThrow();
            Film ignored = Withdrawal.rendered(
                    catalog,
                    film,
                    memory,
                    List.of(
                            new Chapter("Morning", Duration.ZERO, Duration.ofSeconds(7)),
                            new Chapter("Evening", Duration.ofSeconds(7), Duration.ofSeconds(SECONDS))),
                    Locale.ENGLISH);
        }
        say("end", mood);
    }

    private void say(String what, String mood) throws IOException {
        Path ignored = Files.writeString(stage.resolve(what + "." + mood), "");
    }

    @Override
    public List<String> command(String language, Part part) {
        return part == Part.PLAY ? List.of("sh", "-c", PLAY, stage.toString()) : real.command(language, part);
    }

    @Override
    public List<String> moods() {
        return real.moods();
    }

    @Override
    public String moodFor(Memory memory) {
        return "dreamy";
    }
}
