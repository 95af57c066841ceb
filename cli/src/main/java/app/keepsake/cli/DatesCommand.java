package app.keepsake.cli;

import app.keepsake.catalog.Catalog;
import app.keepsake.catalog.DateDoubt;
import app.keepsake.catalog.DateShift;
import app.keepsake.catalog.Taken;
import app.keepsake.memories.Withdrawal;
import app.keepsake.operations.dates.ChangeDates;
import app.keepsake.operations.dates.DoubtfulDates;
import app.keepsake.operations.dates.ExportDates;
import app.keepsake.operations.sidecars.SidecarExport;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "dates",
        description =
                "Lists pictures whose dates are not known or doubtful, in groups, and why; and takes what you say of"
                        + " them, which counts more than all that files tell. No photo is written to.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "A DATE is as exact as you know it: 1985, 1985-07, 1985-07-14, \"1985-07-14 15:30\", 1983..1986 or 1980s."
        })
final class DatesCommand implements Callable<Integer> {
    private static final String SINGLE = "Single photos and clips.";
    private static final Map<DateDoubt, String> WORDS = Map.of(
            DateDoubt.UNDATED, "without any date",
            DateDoubt.FILE_TIME, "only the file's own time is known",
            DateDoubt.UNSET_CLOCK, "the camera's clock seems not to have been set",
            DateDoubt.SCANNED, "scans: the date is that of scanning",
            DateDoubt.UPLOADED, "the date is that of uploading",
            DateDoubt.EDITED, "the date is that of the last edit",
            DateDoubt.CONFLICT, "what tells of the date contradicts itself",
            DateDoubt.ROUGH, "only the month or the year is known");

    @Option(names = "--json", description = "One JSON object a line, for programs.")
    private boolean json;

    @Option(
            names = "--write-xmp",
            description = "Writes the dates that you said into XMP files beside the photos, for other programs.")
    private boolean write;

    @Option(names = "--in", paramLabel = "DIR", description = "With --write-xmp: only beside photos in this folder.")
    private List<Path> within = List.of();

    @Mixin
    private LibraryOption library = new LibraryOption();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        try (Catalog catalog = library.openCatalog()) {
            int code = write ? write(catalog, out) : list(catalog, out);
            out.flush();
            return code;
        }
    }

    private int list(Catalog catalog, PrintWriter out) {
        List<DoubtfulDates.Group> groups = new DoubtfulDates(catalog).groups(view -> true);
        for (DoubtfulDates.Group group : groups) {
            if (json) {
                out.println(Json.line(toJson(group)));
            } else {
                out.printf(
                        "%d in %s%s: %s%s%n",
                        group.assets().size(),
                        group.folder(),
                        group.camera().isEmpty() ? "" : ", by " + group.camera(),
                        WORDS.get(group.doubt()),
                        group.first()
                                .map(taken -> " (now " + now(taken, group) + ")")
                                .orElse(""));
            }
        }
        if (groups.isEmpty() && !json) {
            out.println("Every picture is dated.");
        }
        if (!groups.isEmpty() && !json) {
            out.println("\"keepsake dates set DATE --folder DIR\" says when they were taken.");
        }
        return ExitCode.OK;
    }

    private static String now(Taken first, DoubtfulDates.Group group) {
        String last = group.last().orElse(first).toText();
        return first.toText().equals(last) ? last : first.toText() + " to " + last;
    }

    private static Map<String, Object> toJson(DoubtfulDates.Group group) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("doubt", group.doubt().name().toLowerCase(Locale.ROOT));
        told.put("folder", group.folder().toString());
        told.put("camera", group.camera());
        group.first().ifPresent(taken -> told.put("first", taken.toText()));
        group.last().ifPresent(taken -> told.put("last", taken.toText()));
        told.put("assets", group.assets());
        return told;
    }

    private int write(Catalog catalog, PrintWriter out) {
        SidecarExport report = new ExportDates(catalog).to(within);
        out.printf("%d XMP files written, %d held the date already.%n", report.written(), report.unchanged());
        report.problems().forEach(spec.commandLine().getErr()::println);
        return report.problems().isEmpty() ? ExitCode.OK : ExitCode.PARTIAL;
    }

    private static ChangeDates changing(Catalog catalog) {
        return new ChangeDates(catalog, () -> Withdrawal.apply(catalog, Locale.getDefault()));
    }

    private static String pictures(int count) {
        return count == 1 ? "1 picture" : count + " pictures";
    }

    private static List<Path> given(@Nullable List<Path> files) {
        return files == null ? List.of() : files;
    }

    /** Changes something of an open catalog. */
    private interface Change {
        ChangeDates.Changed of(ChangeDates dates, Catalog catalog) throws IOException;
    }

    private int change(LibraryOption where, Change change) throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        try (Catalog catalog = where.openCatalog()) {
            ChangeDates.Changed changed = change.of(changing(catalog), catalog);
            out.println(changed.saying()
                    .map(saying -> "Noted for %s. \"keepsake dates undo\" takes it back."
                            .formatted(pictures(saying.pictures())))
                    .orElse("There are no such pictures."));
            if (!changed.left().isEmpty()) {
                out.printf(
                        "%d as before, without a date that could be shifted so far.%n",
                        changed.left().size());
            }
            ChoicesCommand.print(changed.effect(), out);
        }
        out.flush();
        return ExitCode.OK;
    }

    @Command(name = "set", description = "Says when pictures were taken.", mixinStandardHelpOptions = true)
    int set(
            @Mixin LibraryOption where,
            @Parameters(index = "0", paramLabel = "DATE", description = "As exact as you know it.") String date,
            @Parameters(index = "1..*", paramLabel = "FILE", description = SINGLE) @Nullable List<Path> files,
            @Mixin WhichOption which)
            throws IOException {
        return change(where, (dates, catalog) -> dates.set(which.which(catalog, given(files)), Taken.parse(date)));
    }

    @Command(
            name = "shift",
            description = "Says by how much a camera's clock was wrong: what it dated was taken so much later.",
            mixinStandardHelpOptions = true)
    int shift(
            @Mixin LibraryOption where,
            @Option(
                            names = "--by",
                            required = true,
                            paramLabel = "SHIFT",
                            description = "Later by this, or earlier: +1h, -30m, +1d2h, -1y.")
                    String by,
            @Parameters(arity = "0..*", paramLabel = "FILE", description = SINGLE) @Nullable List<Path> files,
            @Mixin WhichOption which)
            throws IOException {
        return change(where, (dates, catalog) -> dates.shift(which.which(catalog, given(files)), DateShift.parse(by)));
    }

    @Command(name = "undo", description = "Takes back what was said last of dates.", mixinStandardHelpOptions = true)
    int undo(@Mixin LibraryOption where) throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        try (Catalog catalog = where.openCatalog()) {
            Optional<ChangeDates.TakenBack> back = changing(catalog).undo();
            out.println(back.map(one ->
                            "Taken back for %s.".formatted(pictures(one.saying().pictures())))
                    .orElse("Nothing was said of dates."));
            back.ifPresent(one -> ChoicesCommand.print(one.effect(), out));
        }
        out.flush();
        return ExitCode.OK;
    }
}
