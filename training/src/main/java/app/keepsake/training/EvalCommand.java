package app.keepsake.training;

import picocli.CommandLine.Command;

/** Measures what the app's networks can do. */
@Command(
        name = "eval",
        description = "Measures what the app's networks can do.",
        mixinStandardHelpOptions = true,
        subcommands = {
            EvalDetectorCommand.class,
            RealtimeCommand.class,
            EvalMundaneCommand.class,
            EvalPeopleCommand.class
        })
final class EvalCommand {}
