package app.keepsake.cli;

import app.keepsake.catalog.Catalog;
import app.keepsake.operations.index.IndexReport;
import app.keepsake.operations.people.SettleAtOnce;
import app.keepsake.operations.sources.LookIntoSources;
import app.keepsake.operations.sources.SavedSource;
import app.keepsake.operations.sources.SavedSources;
import app.keepsake.operations.sources.SyncReport;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Looks into the sources of a library, and tells how it went. One that cannot be read does not keep the others. */
final class SourceRun {
    private final Catalog catalog;
    private final LibraryFolder home;
    private final SavedSources sources;
    private final Interruption interruption;
    private final OutputOptions output;
    private final Runnable paused;
    private int code = ExitCode.OK;

    /** @param paused what is done while a library is new, now and then */
    SourceRun(Catalog catalog, LibraryFolder home, Interruption interruption, OutputOptions output, Runnable paused) {
        this.catalog = catalog;
        this.home = home;
        this.sources = new SavedSources(home.root());
        this.interruption = interruption;
        this.output = output;
        this.paused = paused;
    }

    /** Whether there are any. */
    static boolean isAny(LibraryFolder home) {
        return !new SavedSources(home.root()).all().isEmpty();
    }

    /** What may not be shown there is not shown here from this moment on. Problems are told of when they are looked into. */
    void facts() throws InterruptedException {
        for (SavedSource saved : sources.all()) {
            try {
                SyncReport ignored = looking().facts(saved, interruption::requested);
            } catch (IOException later) {
                continue;
            }
        }
    }

    void look(List<SavedSource> wanted) throws InterruptedException {
        for (SavedSource saved : wanted) {
            if (interruption.requested()) {
                code = ExitCode.INTERRUPTED;
                return;
            }
            try {
                tell(saved, looking().look(saved, this::index, interruption::requested));
            } catch (IOException e) {
                problem(saved, Messages.of(e));
            }
        }
    }

    void lookIntoAll() throws InterruptedException {
        look(sources.all());
    }

    private LookIntoSources looking() {
        return new LookIntoSources(
                catalog, sources, new SettleAtOnce(catalog, Locale.getDefault()), new LookIntoSources.Listener() {
                    @Override
                    public void read(SavedSource source, SyncReport report) {
                        if (!output.isToAProgram() && report.left() > 0) {
                            output.out()
                                    .printf("%s: %d pictures are still to be fetched.%n", source.name(), report.left());
                            output.out().flush();
                        }
                    }

                    @Override
                    public void looked(IndexReport report) {
                        code = Math.max(code, IndexRun.exitCode(report));
                        if (!output.isToAProgram()) {
                            report.problems().forEach(one -> output.err().println(one.file() + ": " + one.reason()));
                        }
                    }
                });
    }

    private IndexReport index(Path folder) throws IOException {
        return IndexRun.index(catalog, home, List.of(folder), interruption, paused);
    }

    private void tell(SavedSource saved, SyncReport report) {
        if (report.interrupted()) {
            code = ExitCode.INTERRUPTED;
        }
        if (output.isToAProgram()) {
            Map<String, Object> told = new LinkedHashMap<>();
            told.put("source", saved.name());
            told.put("known", report.known());
            told.put("changed", report.changed());
            told.put("gone", report.gone());
            told.put("fetched", report.fetched());
            told.put("left", report.left());
            told.put("interrupted", report.interrupted());
            output.line(told);
            return;
        }
        PrintWriter out = output.out();
        out.printf(
                "%s: %d photos and clips: %d new or changed, %d gone, %d fetched.%n",
                saved.name(), report.known(), report.changed(), report.gone(), report.fetched());
        if (report.tooLarge() > 0) {
            out.printf("%d clips are too large to be fetched, and are left out.%n", report.tooLarge());
        }
        if (report.unusable() > 0) {
            out.printf("%d are of kinds that are not read, or nothing sensible is told of them.%n", report.unusable());
        }
        out.flush();
    }

    private void problem(SavedSource saved, String words) {
        code = Math.max(code, ExitCode.PARTIAL);
        if (output.isToAProgram()) {
            output.line(Map.of("source", saved.name(), "problem", words));
        }
        output.err().println((output.isToAProgram() ? "keepsake: " : "") + saved.name() + ": " + words);
        output.err().flush();
    }

    /** The worst that happened. */
    int code() {
        return code;
    }
}
