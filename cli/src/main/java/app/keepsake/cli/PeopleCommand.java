package app.keepsake.cli;

import app.keepsake.catalog.AlreadyIndexingException;
import app.keepsake.catalog.Catalog;
import app.keepsake.catalog.Doubts;
import app.keepsake.catalog.Indexing;
import app.keepsake.catalog.Person;
import app.keepsake.operations.index.PeopleGrouping;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "people",
        description = "Who is in the pictures. Without a COMMAND, lists people; what you say of them is kept for good.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "[COMMAND]",
        footer = {
            "",
            "A PERSON is a name or a number with #, such as #12. A FACE is a number from --json, or a photo, which means"
                    + " that person's face in it."
        })
final class PeopleCommand implements Callable<Integer> {
    @Mixin
    private LibraryOption library = new LibraryOption();

    @Option(names = "--json", description = "One JSON object a person and line, with files and boxes, for programs.")
    private boolean json;

    @Option(
            names = "--all",
            description = "Also those who are hidden, and those without a name in fewer than 3 photos.")
    private boolean all;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    /** Something that the user says about people. */
    private interface Saying {
        String apply(Catalog catalog, PeopleNames names) throws IOException;
    }

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        try (Catalog catalog = library.openCatalog()) {
            new PeopleListing(catalog, out).list(all, json);
        }
        out.flush();
        return ExitCode.OK;
    }

    private int saying(LibraryOption where, Saying saying) throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        try (Catalog catalog = where.openCatalog()) {
            out.println(saying.apply(catalog, new PeopleNames(catalog)));
            regroup(catalog, out);
            ChoicesCommand.takeEffect(catalog, out);
        }
        out.flush();
        return ExitCode.OK;
    }

    /** What was said may tell who other faces are. */
    static void regroup(Catalog catalog, PrintWriter out) {
        try (Indexing indexing = catalog.beginIndexing()) {
            PeopleGrouping.bringUpToDate(catalog, indexing, () -> false);
        } catch (AlreadyIndexingException e) {
            out.println("An index run is at work; it will take this into account.");
        }
    }

    @Command(
            name = "name",
            description = "Names a person. An empty name takes it away.",
            mixinStandardHelpOptions = true)
    int name(
            @Mixin LibraryOption where,
            @Parameters(paramLabel = "PERSON") String person,
            @Parameters(paramLabel = "NAME") String name)
            throws IOException {
        return saying(where, (catalog, names) -> {
            Person who = names.person(person);
            List<Person> namesakes = catalog.people().named(name.strip()).stream()
                    .filter(other -> other.id() != who.id())
                    .toList();
            catalog.people().name(who.id(), name);
            return namesakes.isEmpty()
                    ? "#%d is %s.".formatted(who.id(), name.isBlank() ? "nameless" : name.strip())
                    : "#%d is %s, and so is #%d. If they are one: keepsake people merge \"#%d\" \"#%d\""
                            .formatted(
                                    who.id(),
                                    name.strip(),
                                    namesakes.getFirst().id(),
                                    namesakes.getFirst().id(),
                                    who.id());
        });
    }

    @Command(name = "merge", description = "Says that people are one: the first.", mixinStandardHelpOptions = true)
    int merge(
            @Mixin LibraryOption where,
            @Parameters(index = "0", paramLabel = "PERSON") String kept,
            @Parameters(index = "1..*", arity = "1..*", paramLabel = "PERSON") List<String> others)
            throws IOException {
        return saying(where, (catalog, names) -> {
            Person who = names.person(kept);
            List<Person> same = others.stream().map(names::person).toList();
            same.forEach(other -> catalog.people().merge(who.id(), other.id()));
            return "They are one: #%d.".formatted(who.id());
        });
    }

    @Command(
            name = "split",
            description = "Says that some of a person's faces are another person's.",
            mixinStandardHelpOptions = true)
    int split(
            @Mixin LibraryOption where,
            @Parameters(index = "0", paramLabel = "PERSON") String person,
            @Parameters(index = "1..*", arity = "1..*", paramLabel = "FACE") List<String> faces)
            throws IOException {
        return saying(where, (catalog, names) -> {
            Person who = names.person(person);
            Person other = catalog.people().split(who.id(), names.faces(who, faces));
            return "The other person is #%d.".formatted(other.id());
        });
    }

    @Command(name = "not", description = "Says that faces are not this person.", mixinStandardHelpOptions = true)
    int not(
            @Mixin LibraryOption where,
            @Parameters(index = "0", paramLabel = "PERSON") String person,
            @Parameters(index = "1..*", arity = "1..*", paramLabel = "FACE") List<String> faces)
            throws IOException {
        return saying(where, (catalog, names) -> {
            Person who = names.person(person);
            catalog.people().correct(who.id(), names.faces(who, faces), false);
            return "Noted: not #%d.".formatted(who.id());
        });
    }

    @Command(name = "is", description = "Says that faces are this person.", mixinStandardHelpOptions = true)
    int is(
            @Mixin LibraryOption where,
            @Parameters(index = "0", paramLabel = "PERSON") String person,
            @Parameters(index = "1..*", arity = "1..*", paramLabel = "NUMBER", description = "From --json.")
                    List<Long> faces)
            throws IOException {
        return saying(where, (catalog, names) -> {
            Person who = names.person(person);
            catalog.people().correct(who.id(), faces, true);
            return "Noted: #%d.".formatted(who.id());
        });
    }

    @Command(
            name = "ask",
            description = {
                "Asks about pairs that may be one person. Without FACES, lists the questions; with two faces and an"
                        + " ANSWER, takes it.",
                "Who is one person becomes one, who is not never does, and what nobody can tell is not asked again."
            },
            mixinStandardHelpOptions = true)
    int ask(
            @Mixin LibraryOption where,
            @Option(names = "--json", description = "One JSON object a question and line, for programs.") boolean json,
            @Parameters(index = "0", arity = "0..1", paramLabel = "FACE", description = "A number from a question.")
                    Long face,
            @Parameters(index = "1", arity = "0..1", paramLabel = "FACE", description = "The other number.") Long other,
            @Parameters(index = "2", arity = "0..1", paramLabel = "ANSWER", description = "yes, no or unsure.")
                    String answer)
            throws IOException {
        if (face == null) {
            PrintWriter out = spec.commandLine().getOut();
            try (Catalog catalog = where.openCatalog()) {
                new PeopleQuestions(catalog, out).list(json);
            }
            out.flush();
            return ExitCode.OK;
        }
        if (other == null || answer == null) {
            throw new CommandLine.ParameterException(
                    spec.commandLine(), "Expected two faces and an answer, such as: keepsake people ask 12 88 yes");
        }
        Doubts.Answer said = PeopleQuestions.answer(spec.commandLine(), answer);
        return saying(where, (catalog, names) -> {
            catalog.doubts().answer(face, other, said);
            return switch (said) {
                case SAME -> "Noted: one person.";
                case DIFFERENT -> "Noted: two people.";
                case UNSURE -> "Noted. These two are not asked about again.";
            };
        });
    }

    @Command(
            name = "hide",
            description =
                    "Shows no picture with a person any more: not in memories, films and links, nor on the timeline"
                            + " and the map. Films made before are withdrawn.",
            mixinStandardHelpOptions = true)
    int hide(@Mixin LibraryOption where, @Parameters(paramLabel = "PERSON") String person) throws IOException {
        return setHidden(where, person, true);
    }

    @Command(name = "show", description = "Takes \"hide\" back.", mixinStandardHelpOptions = true)
    int show(@Mixin LibraryOption where, @Parameters(paramLabel = "PERSON") String person) throws IOException {
        return setHidden(where, person, false);
    }

    private int setHidden(LibraryOption where, String person, boolean hidden) throws IOException {
        return saying(where, (catalog, names) -> {
            Person who = names.person(person);
            catalog.people().hide(who.id(), hidden);
            return "#%d is %s.".formatted(who.id(), hidden ? "hidden" : "shown");
        });
    }

    @Command(name = "key", description = "Chooses the face that stands for a person.", mixinStandardHelpOptions = true)
    int key(
            @Mixin LibraryOption where,
            @Parameters(paramLabel = "PERSON") String person,
            @Parameters(paramLabel = "FACE") String face)
            throws IOException {
        return saying(where, (catalog, names) -> {
            Person who = names.person(person);
            long key = names.faces(who, List.of(face)).getFirst();
            catalog.people().keyFace(who.id(), key);
            return "Face %d stands for #%d.".formatted(key, who.id());
        });
    }

    @Command(
            name = "export-xmp",
            description = "Writes the names into XMP sidecars beside the photos, for other programs. Photos are not"
                    + " touched, and what is in a sidecar already stays.",
            mixinStandardHelpOptions = true)
    int exportXmp(
            @Mixin LibraryOption where,
            @Parameters(arity = "0..*", paramLabel = "FOLDER", description = "Only photos in these folders.")
                    List<Path> folders)
            throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        try (Catalog catalog = where.openCatalog()) {
            NameExport.Report report = NameExport.run(catalog, folders == null ? List.of() : folders);
            report.problems().forEach(spec.commandLine().getErr()::println);
            out.printf("%d sidecars written, %d were up to date.%n", report.written(), report.unchanged());
            out.flush();
            return report.problems().isEmpty() ? ExitCode.OK : ExitCode.PARTIAL;
        }
    }
}
