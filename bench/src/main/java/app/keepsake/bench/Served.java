package app.keepsake.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A server in a process of its own, with what can be asked of it.
 *
 * @param port on this machine
 */
record Served(String name, Process process, int port, List<Viewer.Question> questions) implements AutoCloseable {
    private static final int RANGE = 256 * 1024;
    private static final Pattern PORT = Pattern.compile(".*:(\\d+)/?.*");

    /** The service, asked for its small pictures, and every fourth time for a part of a film. */
    static Served keepsake(Path library) throws IOException {
        Process process = start(library, "--no-background");
        int port = port(process);
        List<Viewer.Question> questions = new ArrayList<>();
        try (Viewer viewer = new Viewer(port)) {
            for (int asset = 1; asset <= 200; asset++) {
                Viewer.Question question =
                        Viewer.Question.get(port, "/api/assets/%d/thumbnail?size=grid".formatted(asset), "");
                if (viewer.ask(question) == 200) {
                    questions.add(question);
                }
            }
        }
        List<Path> films = films(library);
        if (questions.isEmpty() || films.isEmpty()) {
            process.destroy();
            throw new IOException(
                    "%s: expected pictures, and a film made in the web app, found %d pictures and %d films. Show a memory there first."
                            .formatted(library, questions.size(), films.size()));
        }
        int parts = Math.ceilDiv(questions.size(), 3 * films.size());
        for (Path film : films) {
            String[] name = film.getFileName().toString().split("\\.");
            String address = "/api/memories/%s/films/%s/%s".formatted(name[0], name[1], name[2]);
            long stride = Math.max(1, (Files.size(film) - RANGE) / parts);
            for (int part = 0; part < parts; part++) {
                long first = part * stride;
                questions.add(Viewer.Question.get(
                        port, address, "Range: bytes=%d-%d\r\n".formatted(first, first + RANGE - 1)));
            }
        }
        return new Served("keepsake", process, port, questions);
    }

    /** The service in a process of its own. */
    static Process start(Path library, String... options) throws IOException {
        List<String> command = new ArrayList<>(List.of(System.getProperty("keepsake.command"), "serve"));
        command.addAll(List.of(options));
        command.addAll(List.of("--port", "0", "--library", library.toString()));
        return new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    /** Where it listens, when it does. */
    static int port(Process service) throws IOException {
        BufferedReader out = service.inputReader();
        return Integer.parseInt(PORT.matcher(String.valueOf(out.readLine())).replaceFirst("$1"));
    }

    /** Those with a name by which the service sends them. */
    private static List<Path> films(Path library) throws IOException {
        try (Stream<Path> films = Files.list(library.resolve("films"))) {
            return films.filter(film -> film.getFileName().toString().matches("[^.]+\\.[a-z]+\\.[a-z]+\\.mp4"))
                    .toList();
        }
    }

    /** The JDK's own file server over the same small pictures; it knows no ranges. */
    static Served files(Path library) throws IOException, InterruptedException {
        Path folder = library.resolve("cache").resolve("thumbnails").toAbsolutePath();
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "jwebserver")
                                .toString(),
                        "-d",
                        folder.toString(),
                        "-p",
                        Integer.toString(port),
                        "-o",
                        "none")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        while (!listens(port)) {
            Thread.sleep(50);
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return new Served(
                    "jwebserver",
                    process,
                    port,
                    files.filter(file -> file.toString().endsWith("-400.webp"))
                            .map(file -> Viewer.Question.get(port, "/" + folder.relativize(file), ""))
                            .toList());
        }
    }

    private static boolean listens(int port) {
        try (Socket ignored = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return true;
        } catch (IOException notYet) {
            return false;
        }
    }

    @Override
    public void close() {
        process.destroy();
    }
}
