package app.keepsake.cli;

import app.keepsake.operations.library.TargetFile;
import app.keepsake.share.Preset;
import app.keepsake.share.SavedTargets.Saved;
import app.keepsake.share.TargetKind;
import app.keepsake.share.YouTubeLogin;
import java.io.Console;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "share",
        description = "Sends films to places that you set up: WebDAV, Nextcloud, S3, SFTP, rclone, Mastodon, Pixelfed,"
                + " YouTube. An upload that was cut goes on where it was, where the protocol can.",
        subcommands = SendCommand.class,
        synopsisSubcommandLabel = "COMMAND",
        mixinStandardHelpOptions = true)
final class ShareCommand {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }

    @Command(name = "list", description = "Lists the places that are set up.", mixinStandardHelpOptions = true)
    int list(@Mixin LibraryOption library) throws IOException {
        TargetFile.in(library.existing().root())
                .all()
                .forEach(saved -> out().println(saved.name() + ": " + saved.kind()));
        out().flush();
        return ExitCode.OK;
    }

    @Command(
            name = "kinds",
            description = "Lists the kinds of places, and what each needs to be told.",
            mixinStandardHelpOptions = true)
    int kinds() {
        for (TargetKind kind : TargetKind.values()) {
            out().println(kind.word());
            for (TargetKind.Field field : kind.fields()) {
                out().printf(
                                "  %-14s %s%s%n",
                                field.name(),
                                field.required() ? "needed" : "optional",
                                field.example().isEmpty() ? "" : ", such as " + field.example());
            }
        }
        out().flush();
        return ExitCode.OK;
    }

    @Command(name = "presets", description = "Lists what films can be made for.", mixinStandardHelpOptions = true)
    int presets() {
        for (Preset preset : Preset.all()) {
            out().printf(
                            "%-7s %5s, %s, %s, at most %d MB%n",
                            preset.name(),
                            preset.aspect(),
                            preset.size(),
                            preset.length().matches("\\d+") ? preset.length() + " s" : preset.length(),
                            preset.megabytes());
        }
        out().flush();
        return ExitCode.OK;
    }

    @Command(
            name = "add",
            description = {
                "Sets up a place. What is needed and not given is asked for; secrets are not shown. For YouTube,"
                        + " Google's page is named where you give leave."
            },
            mixinStandardHelpOptions = true)
    int add(
            @Mixin LibraryOption library,
            @Parameters(index = "0", paramLabel = "NAME", description = "What you call it.") String name,
            @Parameters(index = "1", paramLabel = "KIND", description = "See 'keepsake share kinds'.") String kind,
            @Parameters(
                            index = "2..*",
                            paramLabel = "KEY=VALUE",
                            arity = "0..*",
                            description = "What it needs to be told.")
                    Map<String, String> given)
            throws IOException, InterruptedException {
        Map<String, String> values = new LinkedHashMap<>(given == null ? Map.of() : given);
        TargetKind wanted = TargetKind.named(kind);
        for (TargetKind.Field field : wanted.fields()) {
            boolean leave = wanted == TargetKind.YOUTUBE && field.name().equals("refresh-token");
            if (!values.containsKey(field.name()) && leave) {
                values.put(field.name(), youTubeLeave(values));
            } else if (!values.containsKey(field.name()) && (field.required() || field.secret())) {
                values.put(field.name(), asked(field));
            }
        }
        TargetFile.in(library.named().root()).add(new Saved(name, kind, values));
        out().printf("Set up. Send a memory there: keepsake share send MEMORY --to \"%s\"%n", name);
        out().flush();
        return ExitCode.OK;
    }

    private String youTubeLeave(Map<String, String> values) throws IOException, InterruptedException {
        try (YouTubeLogin login =
                new YouTubeLogin(values.getOrDefault("client-id", ""), values.getOrDefault("client-secret", ""))) {
            return login.refreshToken((page, code) -> {
                out().printf("Open %s on any device, and type %s there.%n", page, code);
                out().flush();
            });
        }
    }

    private static String asked(TargetKind.Field field) throws IOException {
        Console console = System.console();
        if (console == null || !console.isTerminal()) {
            if (field.required()) {
                throw new IOException(
                        "Expected %s=VALUE, found none, and there is no terminal to ask at.".formatted(field.name()));
            }
            return "";
        }
        if (field.secret()) {
            return Typed.secret(field.name(), console.readPassword("%s: ", field.name()));
        }
        return Typed.line(field.name(), console.readLine("%s: ", field.name()));
    }

    @Command(name = "remove", description = "Forgets a place.", mixinStandardHelpOptions = true)
    int remove(@Mixin LibraryOption library, @Parameters(paramLabel = "NAME") String name) throws IOException {
        if (!TargetFile.in(library.existing().root()).remove(name)) {
            throw new IOException("%s: expected a place that is set up, found none. 'keepsake share list' shows them."
                    .formatted(name));
        }
        return ExitCode.OK;
    }
}
