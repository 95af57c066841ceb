package app.keepsake.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command line. */
@Command(
        name = "keepsake",
        description = "Finds the moments worth remembering in your photos and clips, and makes films of them."
                + " Everything stays on this machine.",
        subcommands = {
            CommandLine.HelpCommand.class,
        },
        mixinStandardHelpOptions = true,
        versionProvider = Main.Version.class,
        synopsisSubcommandLabel = "COMMAND",
        footer = {
            "",
            "Exit codes: 0 done, 1 failed, 2 wrong usage, 3 done but some files could not be read, 130 stopped."
        })
final class Main {
    private Main() {}

    public static void main(String[] args) {
        System.exit(commandLine().execute(args));
    }

    static CommandLine commandLine() {
        return new CommandLine(new Main())
                .setExecutionExceptionHandler((problem, command, parsed) -> {
                    command.getErr().println("keepsake: " + Messages.of(problem));
                    return ExitCode.FAILED;
                })
                .setCaseInsensitiveEnumValuesAllowed(true);
    }

    static final class Version implements CommandLine.IVersionProvider {
        @Override
        public String[] getVersion() {
            String version = Main.class.getPackage().getImplementationVersion();
            return new String[] {"keepsake " + (version == null ? "(unpackaged)" : version)};
        }
    }
}
