package app.keepsake.cli;

import app.keepsake.catalog.Catalog;
import app.keepsake.catalog.Doubts;
import app.keepsake.catalog.Person;
import app.keepsake.memories.Withdrawal;
import app.keepsake.operations.people.ChangePeople;
import app.keepsake.operations.people.ExportNames;
import app.keepsake.operations.people.SettleAtOnce;
import app.keepsake.operations.sidecars.SidecarExport;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
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
        Said apply(PeopleNames names, ChangePeople change) throws IOException;
    }

    /** What there is to tell of it. */
    private record Said(String words, Withdrawal.Effect effect) {}

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
            SettleAtOnce aftermath = new SettleAtOnce(catalog, Locale.getDefault());
            Said said = saying.apply(new PeopleNames(catalog), new ChangePeople(catalog, aftermath));
            out.println(said.words);
            sayWhatIsLeft(aftermath, out);
            ChoicesCommand.print(said.effect, out);
        }
        out.flush();
        return ExitCode.OK;
    }

    static void sayWhatIsLeft(SettleAtOnce aftermath, PrintWriter out) {
        if (aftermath.isLeftToIndexRun()) {
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
        return saying(where, (names, change) -> {
            Person who = names.person(person);
            List<Person> namesakes = names.namesakes(who, name.strip());
            String words = namesakes.isEmpty()
                    ? "#%d is %s.".formatted(who.id(), name.isBlank() ? "nameless" : name.strip())
                    : "#%d is %s, and so is #%d. If they are one: keepsake people merge \"#%d\" \"#%d\""
                            .formatted(
                                    who.id(),
                                    name.strip(),
                                    namesakes.getFirst().id(),
                                    namesakes.getFirst().id(),
                                    who.id());
            return new Said(words, change.name(who.id(), name));
        });
    }

    @Command(name = "merge", description = "Says that people are one: the first.", mixinStandardHelpOptions = true)
    int merge(
            @Mixin LibraryOption where,
            @Parameters(index = "0", paramLabel = "PERSON") String kept,
            @Parameters(index = "1..*", arity = "1..*", paramLabel = "PERSON") List<String> others)
            throws IOException {
        return saying(where, (names, change) -> {
            Person who = names.person(kept);
            List<Long> same = others.stream().map(names::person).map(Person::id).toList();
            return new Said(
                    "They are one: #%d.".formatted(who.id()),
                    change.merge(who.id(), same).effect());
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
        return saying(where, (names, change) -> {
            Person who = names.person(person);
            ChangePeople.Split split = change.split(who.id(), names.faces(who, faces));
            return new Said("The other person is #%d.".formatted(split.other().id()), split.effect());
        });
    }

    @Command(name = "not", description = "Says that faces are not this person.", mixinStandardHelpOptions = true)
    int not(
            @Mixin LibraryOption where,
            @Parameters(index = "0", paramLabel = "PERSON") String person,
            @Parameters(index = "1..*", arity = "1..*", paramLabel = "FACE") List<String> faces)
            throws IOException {
        return saying(where, (names, change) -> {
            Person who = names.person(person);
            return new Said(
                    "Noted: not #%d.".formatted(who.id()), change.correct(who.id(), names.faces(who, faces), false));
        });
    }

    @Command(name = "is", description = "Says that faces are this person.", mixinStandardHelpOptions = true)
    int is(
            @Mixin LibraryOption where,
            @Parameters(index = "0", paramLabel = "PERSON") String person,
            @Parameters(index = "1..*", arity = "1..*", paramLabel = "NUMBER", description = "From --json.")
                    List<Long> faces)
            throws IOException {
        return saying(where, (names, change) -> {
            Person who = names.person(person);
            return new Said("Noted: #%d.".formatted(who.id()), change.correct(who.id(), faces, true));
        });
    }

    @Command(
            name = "ask",
            description = {
                "Asks about pairs that may be one person, and animals that may be a pet. Without FACES, lists the questions; with two faces and an"
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
        return saying(where, (names, change) -> {
            String words = switch (said) {
                case SAME -> "Noted: one person.";
                case DIFFERENT -> "Noted: two people.";
                case UNSURE -> "Noted. These two are not asked about again.";
            };
            if (names.areOfPet(face, other)) {
                return new Said("Noted.", change.answerOfPet(face, other, said).effect());
            }
            return new Said(words, change.answer(face, other, said).effect());
        });
    }

    @Command(
            name = "pet",
            description = {
                "Says that the animal in a photo is your pet of that name, a new one or one that you named before.",
                "A few pictures are enough: then \"people ask\" asks about animals that look like it."
            },
            mixinStandardHelpOptions = true)
    int pet(
            @Mixin LibraryOption where,
            @Option(names = "--which", paramLabel = "N", description = "Of several animals, which one from the left.")
                    Integer which,
            @Parameters(index = "0", paramLabel = "PHOTO") Path photo,
            @Parameters(index = "1", paramLabel = "NAME") String name)
            throws IOException {
        if (name.isBlank()) {
            throw new CommandLine.ParameterException(spec.commandLine(), "Expected the name of a pet, found nothing.");
        }
        return saying(where, (names, change) -> {
            ChangePeople.Met met = change.meet(names.animal(photo, which), name);
            return new Said(
                    "That is %s, #%d."
                            .formatted(met.pet().name().orElse(""), met.pet().id()),
                    met.done().effect());
        });
    }

    @Command(
            name = "forget",
            description = "Forgets a pet: its name, and which pictures show it. Pictures stay.",
            mixinStandardHelpOptions = true)
    int forget(@Mixin LibraryOption where, @Parameters(paramLabel = "PET") String pet) throws IOException {
        return saying(where, (names, change) -> {
            Person who = names.person(pet);
            return new Said("Forgotten.", change.forget(who.id()).effect());
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
        return saying(where, (names, change) -> {
            Person who = names.person(person);
            return new Said(
                    "#%d is %s.".formatted(who.id(), hidden ? "hidden" : "shown"), change.hide(who.id(), hidden));
        });
    }

    @Command(name = "key", description = "Chooses the face that stands for a person.", mixinStandardHelpOptions = true)
    int key(
            @Mixin LibraryOption where,
            @Parameters(paramLabel = "PERSON") String person,
            @Parameters(paramLabel = "FACE") String face)
            throws IOException {
        return saying(where, (names, change) -> {
            Person who = names.person(person);
            long key = names.faces(who, List.of(face)).getFirst();
            return new Said("Face %d stands for #%d.".formatted(key, who.id()), change.keyFace(who.id(), key));
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
            SidecarExport report = new ExportNames(catalog).to(folders == null ? List.of() : folders);
            report.problems().forEach(spec.commandLine().getErr()::println);
            out.printf("%d sidecars written, %d were up to date.%n", report.written(), report.unchanged());
            out.flush();
            return report.problems().isEmpty() ? ExitCode.OK : ExitCode.PARTIAL;
        }
    }
}
