package app.keepsake.training;

import picocli.CommandLine.Command;

/** Measures what the app's networks can do, and what it reads of files. */
@Command(
        name = "eval",
        description = "Measures what the app's networks can do, and what it reads of files.",
        mixinStandardHelpOptions = true,
        subcommands = {
            EvalDetectorCommand.class,
            RealtimeCommand.class,
            EvalMundaneCommand.class,
            EvalPeopleCommand.class,
            EvalPetsCommand.class,
            EvalFilesCommand.class,
            EvalTextsCommand.class
        })
final class EvalCommand {}
