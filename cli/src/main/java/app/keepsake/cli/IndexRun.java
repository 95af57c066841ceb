package app.keepsake.cli;

import app.keepsake.catalog.Catalog;
import app.keepsake.operations.index.IndexFolders;
import app.keepsake.operations.index.IndexReport;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** An index run of a command. */
final class IndexRun {
    private IndexRun() {}

    /** With its progress on the terminal. */
    static IndexReport index(Catalog catalog, LibraryFolder home, List<Path> folders, Interruption interruption)
            throws IOException {
        return index(catalog, home, folders, interruption, () -> {});
    }

    /** @param paused what is done while a library is new, now and then */
    static IndexReport index(
            Catalog catalog, LibraryFolder home, List<Path> folders, Interruption interruption, Runnable paused)
            throws IOException {
        try (IndexBars bars = new IndexBars(paused)) {
            return new IndexFolders(catalog, home.root()).index(folders, interruption::requested, bars);
        }
    }

    static int exitCode(IndexReport report) {
        if (report.interrupted()) {
            return ExitCode.INTERRUPTED;
        }
        return report.problems().isEmpty()
                        && report.knownProblems() == 0
                        && report.silent().isEmpty()
                ? ExitCode.OK
                : ExitCode.PARTIAL;
    }
}
