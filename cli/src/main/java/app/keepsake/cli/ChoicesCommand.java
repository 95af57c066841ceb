package app.keepsake.cli;

import app.keepsake.catalog.Asset;
import app.keepsake.catalog.Catalog;
import app.keepsake.catalog.Choice;
import app.keepsake.catalog.ChoiceFile;
import app.keepsake.catalog.ContentHash;
import app.keepsake.catalog.Film;
import app.keepsake.catalog.Subject;
import app.keepsake.catalog.SubjectText;
import app.keepsake.memories.Suggestion;
import app.keepsake.memories.Withdrawal;
import app.keepsake.operations.choices.ChangeChoices;
import app.keepsake.operations.choices.ChoosePictures;
import app.keepsake.operations.memories.SuggestChoices;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "choices",
        description = "What memories may show, and what not. A choice takes effect at once, also on films made before.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        footer = {
            "",
            "A SUBJECT is person:NAME, pair:NAME+NAME, place:NAME, dates:2020-01-01..2020-01-31, holiday:CHRISTMAS,",
            "kind:trip, tag:food, folder:PATH or photo:PATH. A person without a name goes by a number: person:#12."
        })
final class ChoicesCommand {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    /** Something to do with an open catalog. */
    private interface Work {
        void on(Catalog catalog, PrintWriter out) throws IOException;
    }

    private int with(LibraryOption library, Work work) throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        try (Catalog catalog = library.openCatalog()) {
            work.on(catalog, out);
        }
        out.flush();
        return ExitCode.OK;
    }

    @Command(name = "list", description = "Lists the choices in force.", mixinStandardHelpOptions = true)
    int list(
            @Mixin LibraryOption library,
            @Option(names = "--json", description = "One JSON object a line, for programs.") boolean json)
            throws IOException {
        return with(library, (catalog, out) -> {
            SubjectText subjects = new SubjectText(catalog.people().all());
            List<Choice> choices = catalog.choices().all();
            for (Choice choice : choices) {
                String subject = subjects.write(choice.subject());
                if (json) {
                    out.println(Json.line(toJson(choice, subject)));
                } else {
                    out.printf("%4d  %-9s %s  %s%n", choice.id(), name(choice.stance()), subject, choice.note());
                }
            }
            if (choices.isEmpty() && !json) {
                out.println("No choices: memories may show everything that is not hidden or kept out by itself.");
            }
        });
    }

    private static Map<String, Object> toJson(Choice choice, String subject) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("id", choice.id());
        told.put("stance", name(choice.stance()));
        told.put("subject", subject);
        told.put("note", choice.note());
        told.put("at", choice.at().toString());
        return told;
    }

    private static String name(Choice.Stance stance) {
        return stance.name().toLowerCase(Locale.ROOT);
    }

    @Command(name = "add", description = "Makes a choice.", mixinStandardHelpOptions = true)
    int add(
            @Mixin LibraryOption library,
            @Parameters(paramLabel = "less|never|favourite|allow|hide", description = "What is wanted.") String stance,
            @Parameters(paramLabel = "SUBJECT", description = "Of what, for example person:Anna.") String subject,
            @Option(names = "--note", paramLabel = "TEXT", description = "Your own words.", defaultValue = "")
                    String note)
            throws IOException {
        return with(library, (catalog, out) -> {
            ChangeChoices.Made made =
                    changing(catalog).add(Choice.Stance.parse(stance), subject(subject, catalog), note);
            long id = made.choices().getFirst().id();
            out.printf("Choice %d is in force. \"keepsake choices remove %d\" takes it back.%n", id, id);
            print(made.effect(), out);
        });
    }

    @Command(
            name = "keep",
            description = "Brings photos and clips back that are kept out of memories, whatever they seem to be.",
            mixinStandardHelpOptions = true)
    int keep(
            @Mixin LibraryOption library,
            @Parameters(arity = "1..*", paramLabel = "FILE", description = "As \"keepsake kept-out\" lists them.")
                    List<Path> files)
            throws IOException {
        return with(library, (catalog, out) -> {
            List<ChoiceFile.Entry> entries = new ArrayList<>();
            for (Path file : files) {
                entries.add(new ChoiceFile.Entry(Choice.Stance.ALLOW, new Subject.OfAsset(photo(file, catalog)), ""));
            }
            ChangeChoices.Made made = changing(catalog).addAll(entries);
            for (int i = 0; i < made.choices().size(); i++) {
                out.printf(
                        "%s may be shown. \"keepsake choices remove %d\" takes it back.%n",
                        files.get(i), made.choices().get(i).id());
            }
            print(made.effect(), out);
        });
    }

    @Command(
            name = "hide",
            description =
                    "Hides photos and clips: they are shown nowhere, neither on the timeline nor in searches, with"
                            + " people, in memories, films or links. Nothing is deleted.",
            mixinStandardHelpOptions = true)
    int hide(
            @Mixin LibraryOption library,
            @Parameters(arity = "1..*", paramLabel = "FILE", description = "A photo or clip that was indexed.")
                    List<Path> files)
            throws IOException {
        return hide(library, files, true);
    }

    @Command(
            name = "unhide",
            description = "Shows photos and clips again that were hidden.",
            mixinStandardHelpOptions = true)
    int unhide(
            @Mixin LibraryOption library,
            @Parameters(arity = "1..*", paramLabel = "FILE", description = "As \"choices hidden\" lists them.")
                    List<Path> files)
            throws IOException {
        return hide(library, files, false);
    }

    private int hide(LibraryOption library, List<Path> files, boolean wanted) throws IOException {
        return with(library, (catalog, out) -> {
            Map<ContentHash, Asset> assets = new LinkedHashMap<>();
            for (Path file : files) {
                Asset asset = asset(file, catalog);
                assets.put(asset.hash(), asset);
            }
            ChoosePictures choosing = new ChoosePictures(catalog, () -> {
                Withdrawal.Effect effect = Withdrawal.apply(catalog, Locale.getDefault());
                print(effect, out);
                return effect;
            });
            int changed =
                    choosing.choose(Choice.Stance.HIDE, assets.values(), wanted).size();
            out.printf(wanted ? "%d hidden.%n" : "%d shown again.%n", changed);
            if (wanted) {
                out.println("\"keepsake choices unhide FILE\" shows one again.");
            }
        });
    }

    @Command(
            name = "hidden",
            description = "Lists the photos and clips that were hidden one by one, the last first.",
            mixinStandardHelpOptions = true)
    int hidden(@Mixin LibraryOption library) throws IOException {
        return with(library, (catalog, out) -> {
            for (Choice choice : catalog.choices().all().reversed()) {
                if (choice.stance() == Choice.Stance.HIDE
                        && choice.subject() instanceof Subject.OfAsset(ContentHash hash)) {
                    out.println(place(hash, catalog));
                }
            }
        });
    }

    /** Where a file of that content is, or its hash where none is known. */
    private static String place(ContentHash hash, Catalog catalog) {
        return catalog.assets().find(hash).stream()
                .flatMap(asset -> catalog.files().holding(asset.id()).stream())
                .findFirst()
                .map(file -> file.path().toString())
                .orElse("photo:" + hash);
    }

    /** Photos and folders go by their paths. */
    private static Subject subject(String text, Catalog catalog) throws IOException {
        String lower = text.toLowerCase(Locale.ROOT);
        String value = text.substring(text.indexOf(':') + 1);
        if (lower.startsWith("folder:")) {
            return new Subject.OfFolder(
                    Path.of(value).toAbsolutePath().normalize().toString());
        }
        if (lower.startsWith("photo:") && !value.matches("[0-9a-f]{64}")) {
            return new Subject.OfAsset(photo(Path.of(value), catalog));
        }
        return new SubjectText(catalog.people().all()).read(text);
    }

    private static ContentHash photo(Path file, Catalog catalog) throws IOException {
        return asset(file, catalog).hash();
    }

    /** What a file holds that was indexed. */
    static Asset asset(Path file, Catalog catalog) throws IOException {
        OptionalLong asset =
                catalog.files().known(file).map(state -> state.assetId()).orElse(OptionalLong.empty());
        if (asset.isEmpty()) {
            throw new IOException(
                    "%s: expected an indexed photo or clip, found none of that path. Index its folder first."
                            .formatted(file));
        }
        return catalog.assets().find(asset.getAsLong()).orElseThrow();
    }

    private static ChangeChoices changing(Catalog catalog) {
        return new ChangeChoices(catalog, () -> Withdrawal.apply(catalog, Locale.getDefault()));
    }

    /** What what was decided did to what was made before. */
    static void print(Withdrawal.Effect effect, PrintWriter out) {
        for (Film film : effect.films()) {
            out.println(film.withdrawnBecause()
                    .map(because -> "Withdrawn: %s (%s)".formatted(film.path(), because))
                    .orElse("Back: " + film.path()));
        }
        effect.memories().forEach(memory -> out.println("Not told any more as it was: " + memory.id()));
    }

    @Command(name = "remove", description = "Takes a choice back.", mixinStandardHelpOptions = true)
    int remove(
            @Mixin LibraryOption library,
            @Parameters(paramLabel = "NUMBER", description = "As \"choices list\" shows it.") long id)
            throws IOException {
        return with(library, (catalog, out) -> {
            Withdrawal.Effect effect = changing(catalog)
                    .remove(id)
                    .orElseThrow(() -> new IOException(
                            "Expected the number of a choice in force, found %d. \"keepsake choices list\" shows them."
                                    .formatted(id)));
            out.println("Choice " + id + " is taken back.");
            print(effect, out);
        });
    }

    @Command(
            name = "export",
            description = "Writes all choices to a file that people can read.",
            mixinStandardHelpOptions = true)
    int export(
            @Mixin LibraryOption library,
            @Parameters(arity = "0..1", paramLabel = "FILE", description = "Default: the terminal.") @Nullable
                    Path file)
            throws IOException {
        return with(library, (catalog, out) -> {
            String text =
                    ChoiceFile.write(catalog.choices().all(), catalog.people().all());
            if (file == null) {
                out.print(text);
            } else {
                Files.writeString(file, text);
            }
        });
    }

    @Command(
            name = "import",
            description = "Makes all choices of an exported file, besides those in force. All of it or nothing.",
            mixinStandardHelpOptions = true)
    int bring(
            @Mixin LibraryOption library,
            @Parameters(paramLabel = "FILE", description = "As \"choices export\" writes it.") Path file)
            throws IOException {
        return with(library, (catalog, out) -> {
            List<ChoiceFile.Entry> entries = read(file, catalog);
            ChangeChoices.Made made = changing(catalog).addAll(entries);
            out.println(made.choices().size() + " choices are in force.");
            print(made.effect(), out);
        });
    }

    private static List<ChoiceFile.Entry> read(Path file, Catalog catalog) throws IOException {
        try {
            return ChoiceFile.read(Files.readString(file), catalog.people().all());
        } catch (IllegalArgumentException e) {
            throw new IOException(file + ": " + e.getMessage(), e);
        }
    }

    @Command(
            name = "suggest",
            description = "Tells what you may want to decide: people who stopped appearing, days of something sad.",
            mixinStandardHelpOptions = true)
    int suggest(@Mixin LibraryOption library) throws IOException {
        return with(library, (catalog, out) -> {
            SubjectText subjects = new SubjectText(catalog.people().all());
            List<Suggestion> suggestions = new SuggestChoices(catalog, Locale.getDefault()).on(LocalDate.now());
            for (Suggestion one : suggestions) {
                out.println(one.reason());
                out.printf("  keepsake choices add %s \"%s\"%n", name(one.stance()), subjects.write(one.subject()));
            }
            if (suggestions.isEmpty()) {
                out.println("Nothing to decide.");
            }
        });
    }
}
