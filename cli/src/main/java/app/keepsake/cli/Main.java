package app.keepsake.cli;

import app.keepsake.cli.log.Log;
import app.keepsake.cli.log.UntilTheEnd;
import java.io.FileNotFoundException;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The command line. */
@Command(
        name = "keepsake",
        description = "Finds the moments worth remembering in your photos and clips, and makes films of them."
                + " Everything stays on this machine.",
        subcommands = {
            DemoCommand.class,
            IndexCommand.class,
            SourcesCommand.class,
            TakeoutCommand.class,
            WorkCommand.class,
            PeopleCommand.class,
            AlbumsCommand.class,
            TextsCommand.class,
            EncoderCommand.class,
            MemoriesCommand.class,
            SearchCommand.class,
            CreateCommand.class,
            ExplainCommand.class,
            EditCommand.class,
            ImportCommand.class,
            ChoicesCommand.class,
            DatesCommand.class,
            ShowCommand.class,
            KeptOutCommand.class,
            MovieCommand.class,
            ScoreCommand.class,
            ShareCommand.class,
            BackupCommand.class,
            RestoreCommand.class,
            ServeCommand.class,
            DoctorCommand.class,
            ThumbnailsCommand.class,
            MeaningsCommand.class,
            EncodesCommand.class,
            ErrandCommand.class,
            PlayCommand.class,
            DetectCommand.class,
            InfoCommand.class,
            PlanCommand.class,
            CompletionCommand.class,
            CommandLine.HelpCommand.class,
        },
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        synopsisSubcommandLabel = "COMMAND",
        footer = {
            "",
            "Exit codes: 0 done, 1 failed, 2 wrong usage, 3 done but some files could not be read, 130 stopped."
        })
final class Main implements Runnable {
    /** The service and what it starts: they make files in the library alone. Others make files for users, as users do. */
    private static final Set<String> WRITE_INTO_THE_LIBRARY =
            Set.of("serve", "errand", "play", "thumbnails", "meanings");

    private static final String WHERE_TO_BEGIN = """
            Keepsake makes films of the moments worth remembering in your photos. Begin with one of these:

              @|bold keepsake demo|@               a film of a few sample photos, in three minutes
              @|bold keepsake serve --open|@       the web app, where you choose your folders
              @|bold keepsake index ~/Pictures|@   looks at your photos; then: keepsake memories

            All commands: @|bold keepsake --help|@. More of one: @|bold keepsake index --help|@.""";

    @Option(
            names = "--verbose",
            scope = ScopeType.INHERIT,
            description =
                    "Tells on the standard error output what happens inside, with the names of files. The variable"
                            + " KEEPSAKE_LOG=error|warn|info|debug tells less, or as much.")
    private boolean verbose;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    private Main() {}

    /** Without a command: where to begin. */
    @Override
    public void run() {
        spec.commandLine()
                .getOut()
                .println(spec.commandLine().getColorScheme().ansi().text(WHERE_TO_BEGIN));
        spec.commandLine().getOut().flush();
    }

    public static void main(String[] args) {
        UntilTheEnd.rule();
        // Numbers are for programs, too: in some languages' formats they have other digits, or commas for points.
        Locale.setDefault(Locale.Category.FORMAT, Locale.ROOT);
        openTerminal();
        Arrays.stream(args)
                .filter(word -> !word.startsWith("-"))
                .findFirst()
                .filter(WRITE_INTO_THE_LIBRARY::contains)
                .ifPresent(ignored -> OwnersOnly.fromNowOn());
        System.exit(commandLine().execute(args));
    }

    /** The launcher hides what the JVM itself has to say, and tells by a property where messages go instead. */
    private static void openTerminal() {
        String terminal = System.getProperty("keepsake.terminal");
        if (terminal != null) {
            try {
                System.setErr(new PrintStream(new FileOutputStream(terminal), true, StandardCharsets.UTF_8));
            } catch (FileNotFoundException e) {
                System.out.println("keepsake: " + Messages.of(e));
            }
        }
    }

    static CommandLine commandLine() {
        Main main = new Main();
        CommandLine line = new CommandLine(main)
                // A word that begins with @ is a word: no file is read for it.
                .setExpandAtFiles(false)
                .setExecutionStrategy(main::run)
                .setExecutionExceptionHandler((problem, command, parsed) -> {
                    printError(problem);
                    command.getErr().println("keepsake: " + Messages.of(problem));
                    return ExitCode.FAILED;
                })
                .setCaseInsensitiveEnumValuesAllowed(true);
        CommandGroups.arrange(line);
        CommandExamples.addTo(line);
        return line;
    }

    private int run(ParseResult parsed) {
        try {
            Log.begin(verbose, System.getenv());
        } catch (IllegalArgumentException e) {
            throw new ParameterException(parsed.commandSpec().commandLine(), Messages.of(e), e);
        }
        return new CommandLine.RunLast().execute(parsed);
    }

    private static void printError(Exception problem) {
        Logger log = LoggerFactory.getLogger(Main.class);
        if (problem instanceof RuntimeException) {
            log.error("The command failed", problem);
        } else {
            log.debug("The command failed", problem);
        }
    }
}
