package app.keepsake.cli;

import app.keepsake.cli.log.Log;
import app.keepsake.server.KeepsakeServer;
import app.keepsake.server.ServerOptions;
import java.io.Closeable;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "serve",
        description = "Serves the web app, watches folders, and makes memories and films when the machine is idle."
                + " Ctrl-C stops.",
        mixinStandardHelpOptions = true)
final class ServeCommand implements Callable<Integer> {
    private static final long PATIENCE_SECONDS = 8;

    /** As if the signal itself had ended it. */
    private static final int TERMINATED = 143;

    @Option(
            names = "--port",
            paramLabel = "N",
            description = "Where it listens (default: ${DEFAULT-VALUE}); 0 for any free port.",
            defaultValue = "" + ServerOptions.PORT)
    private int port = ServerOptions.PORT;

    @Option(
            names = "--host",
            paramLabel = "ADDRESS",
            description = "The address it listens on (default: ${DEFAULT-VALUE}, this machine alone). Another, such as"
                    + " 0.0.0.0, needs a password, which is set in the web app's settings or by --password-file.",
            defaultValue = "127.0.0.1")
    private String host = "127.0.0.1";

    @Option(
            names = "--trusted-proxy",
            paramLabel = "ADDRESS",
            split = ",",
            description = "The address or network, such as 192.168.1.4 or 172.16.0.0/12, of a reverse proxy that says"
                    + " in X-Forwarded-For for whom it asks. Requests through any other are refused. Needs a password.")
    private List<String> trustedProxies = new ArrayList<>();

    @Option(
            names = "--password-file",
            paramLabel = "FILE",
            description = "Its first line is the password to begin with, where none is set yet (default: what"
                    + " KEEPSAKE_PASSWORD_FILE names).",
            defaultValue = "${env:KEEPSAKE_PASSWORD_FILE}")
    private @Nullable Path passwordFile;

    @Option(names = "--no-background", description = "Does nothing by itself: only what a person asks for.")
    private boolean noBackground;

    @Option(names = "--open", description = "Opens the web app in the browser.")
    private boolean open;

    @Option(
            names = "--install-service",
            description =
                    "Writes a systemd user unit that starts this with the session, says how to enable it, and ends.")
    private boolean install;

    @Option(
            names = "--rehearse",
            hidden = true,
            description = "Starts over an empty library, shows itself the first page, and ends: from this the build"
                    + " makes the archive of classes with which the service starts faster.")
    private boolean rehearse;

    @Mixin
    private LibraryOption library = new LibraryOption();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException, InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        if (rehearse) {
            return Rehearsal.run();
        }
        LibraryFolder home = library.open();
        if (install) {
            return install(home, out);
        }
        if (passwordFile != null) {
            FirstPassword.set(home.root(), passwordFile);
        }
        ServerOptions options = new ServerOptions(home.root(), host, port, !noBackground, trustedProxies);
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch ended = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            asked.countDown();
            end(ended);
        }));
        Thread.setDefaultUncaughtExceptionHandler((thread, defect) -> LoggerFactory.getLogger(ServeCommand.class)
                .error("The thread {} ended by a defect", thread.getName(), defect));
        try (Closeable log = Log.keep(home.root().resolve("log"), System.getenv());
                KeepsakeServer server = KeepsakeServer.start(options, new OwnProcess(home))) {
            String address = "http://localhost:" + server.port() + "/";
            out.println("Keepsake is at " + address);
            out.flush();
            if (open) {
                boolean ignored = Browser.open(address);
            }
            asked.await();
        } finally {
            ended.countDown();
        }
        return ExitCode.OK;
    }

    /** Whatever may hold a thread of the service, a disk or a child: when it was told to end, it ends. */
    private static void end(CountDownLatch ended) {
        try {
            if (ended.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        Runtime.getRuntime().halt(TERMINATED);
    }

    private int install(LibraryFolder home, PrintWriter out) throws IOException {
        String command = System.getProperty("keepsake.command");
        if (command == null) {
            throw new IOException("Expected to be started by the script keepsake, which the service starts, too.");
        }
        List<String> words =
                new ArrayList<>(List.of(command, "serve", "--host", host, "--port", Integer.toString(port)));
        if (!trustedProxies.isEmpty()) {
            words.addAll(List.of("--trusted-proxy", String.join(",", trustedProxies)));
        }
        words.addAll(List.of("--library", home.root().toString()));
        Path unit = UserUnit.write(UserUnit.of(words, home.root()));
        out.printf("Wrote %s.%nEnable it: systemctl --user enable --now keepsake%n", unit);
        out.flush();
        return ExitCode.OK;
    }
}
