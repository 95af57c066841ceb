package app.keepsake.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * Many viewers at once, each asking as soon as the answer has come: small pictures, and ranges of films. The same files
 * are asked of the JDK's own file server, {@code jwebserver}, in turns.
 */
@Command(
        name = "serve",
        description = "The service's answers to many viewers at once, against the JDK's jwebserver.",
        mixinStandardHelpOptions = true)
final class ServeBench implements Callable<Integer> {
    private static final int RANGE = 256 * 1024;
    private static final Pattern PORT = Pattern.compile(".*:(\\d+)/?.*");

    @Option(
            names = "--library",
            paramLabel = "DIR",
            required = true,
            description = "A library with pictures and a film; that of 'keepsake demo' will do.")
    private Path library = Path.of("");

    @Option(names = "--viewers", defaultValue = "200", description = "How many at once (${DEFAULT-VALUE}).")
    private int viewers;

    @Option(names = "--seconds", defaultValue = "5", description = "Of each turn (${DEFAULT-VALUE}).")
    private int seconds;

    @Option(names = "--turns", defaultValue = "3", description = "Of each server (${DEFAULT-VALUE}).")
    private int turns;

    @Spec
    private @Nullable CommandSpec spec;

    /** A server with what can be asked of it. */
    private record Peer(String name, Process process, List<HttpRequest> requests) {}

    /** Times in ms. */
    private record Turn(double[] times, int errors) {
        double at(double share) {
            return times[(int) Math.min(times.length - 1, Math.round(share * times.length))];
        }
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        Peer ours = keepsake();
        Peer peer = null;
        try {
            peer = fileServer();
            for (Peer one : List.of(ours, peer)) {
                ask(one, 1);
            }
            for (int turn = 0; turn < turns; turn++) {
                for (Peer one : List.of(ours, peer)) {
                    tell(one, ask(one, seconds));
                }
            }
            say("Resident memory of the service afterwards: %d MiB%n".formatted(residentKib(ours.process.pid()) >> 10));
        } finally {
            ours.process.destroy();
            if (peer != null) {
                peer.process.destroy();
            }
        }
        return 0;
    }

    private void tell(Peer peer, Turn turn) {
        say("%-10s %3d viewers: %6.0f answers a second, p50 %6.1f ms, p99 %6.1f ms, longest %6.1f ms, %d errors%n"
                .formatted(
                        peer.name,
                        viewers,
                        turn.times.length / (double) seconds,
                        turn.at(0.5),
                        turn.at(0.99),
                        turn.times[turn.times.length - 1],
                        turn.errors));
    }

    private Turn ask(Peer peer, int length) throws InterruptedException {
        ConcurrentLinkedQueue<Double> times = new ConcurrentLinkedQueue<>();
        AtomicInteger errors = new AtomicInteger();
        long end = System.nanoTime() + length * 1_000_000_000L;
        try (HttpClient client = HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .build();
                ExecutorService each = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int viewer = 0; viewer < viewers; viewer++) {
                Random random = new Random(viewer);
                each.execute(() -> {
                    while (System.nanoTime() < end) {
                        long begun = System.nanoTime();
                        HttpRequest request = peer.requests.get(random.nextInt(peer.requests.size()));
                        try {
                            int status = client.send(request, HttpResponse.BodyHandlers.discarding())
                                    .statusCode();
                            if (status != 200 && status != 206) {
                                errors.incrementAndGet();
                            }
                        } catch (IOException | InterruptedException e) {
                            errors.incrementAndGet();
                        }
                        times.add((System.nanoTime() - begun) / 1e6);
                    }
                });
            }
        }
        double[] sorted = times.stream().mapToDouble(time -> time).sorted().toArray();
        return new Turn(sorted, errors.get());
    }

    private Peer keepsake() throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("keepsake.root"), "keepsake").toString(),
                        "serve",
                        "--no-background",
                        "--port",
                        "0",
                        "--library",
                        library.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        BufferedReader out = process.inputReader();
        String port = PORT.matcher(String.valueOf(out.readLine())).replaceFirst("$1");
        List<HttpRequest> requests = new ArrayList<>();
        try (HttpClient client = HttpClient.newHttpClient()) {
            for (int asset = 1; asset <= 200; asset++) {
                HttpRequest request = get("http://localhost:%s/api/assets/%d/thumbnail?size=grid"
                                .formatted(port, asset))
                        .build();
                if (client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200) {
                    requests.add(request);
                }
            }
        }
        films().forEach(film -> {
            String[] name = film.getFileName().toString().split("\\.");
            if (name.length == 4) {
                String address =
                        "http://localhost:%s/api/memories/%s/films/%s/%s".formatted(port, name[0], name[1], name[2]);
                for (int part = 0; part < requests.size() / 4; part++) {
                    requests.add(get(address)
                            .header("Range", "bytes=%d-%d".formatted(part * 1000L, part * 1000L + RANGE - 1))
                            .build());
                }
            }
        });
        return new Peer("keepsake", process, requests);
    }

    private List<Path> films() throws IOException {
        try (Stream<Path> films = Files.list(library.resolve("films"))) {
            return films.filter(film -> film.toString().endsWith(".mp4")).toList();
        }
    }

    private Peer fileServer() throws IOException, InterruptedException {
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
            return new Peer(
                    "jwebserver",
                    process,
                    files.filter(file -> file.toString().endsWith("-400.webp"))
                            .map(file -> get("http://127.0.0.1:%d/%s".formatted(port, folder.relativize(file)))
                                    .build())
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

    private static HttpRequest.Builder get(String address) {
        return HttpRequest.newBuilder(URI.create(address)).GET();
    }

    private static long residentKib(long process) throws IOException {
        return Files.readAllLines(Path.of("/proc", Long.toString(process), "status")).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                .findFirst()
                .orElse(0);
    }

    private void say(String text) {
        PrintWriter out = spec.commandLine().getOut();
        out.print(text);
        out.flush();
    }
}
