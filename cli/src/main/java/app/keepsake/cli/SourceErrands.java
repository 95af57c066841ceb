package app.keepsake.cli;

import app.keepsake.catalog.Catalog;
import app.keepsake.operations.sources.RemoveSource;
import app.keepsake.operations.sources.SavedSources;
import app.keepsake.operations.sources.SetUpSource;
import app.keepsake.server.Errand;
import app.keepsake.sources.Greeting;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Model.CommandSpec;

/** What the service asks for about sources. They tell how the other side answered, and never a key. */
final class SourceErrands {
    private SourceErrands() {}

    static Callable<Integer> add(Errand.AddSource errand, LibraryOption library, CommandSpec spec) {
        return () -> tell(
                new SetUpSource(new SavedSources(library.open().root())).add(errand.source()),
                OutputOptions.aProgram(library, spec));
    }

    static Callable<Integer> test(Errand.TestSource errand, LibraryOption library, CommandSpec spec) {
        return () -> {
            SavedSources sources = new SavedSources(library.existing().root());
            return tell(
                    new SetUpSource(sources).test(SourcesCommand.find(sources, errand.name())),
                    OutputOptions.aProgram(library, spec));
        };
    }

    static Callable<Integer> remove(Errand.RemoveSource errand, LibraryOption library, CommandSpec spec) {
        return () -> {
            try (Catalog catalog = library.openCatalog()) {
                boolean ignored = new RemoveSource(
                                catalog, new SavedSources(library.existing().root()))
                        .remove(errand.name());
            }
            return ExitCode.OK;
        };
    }

    private static int tell(Greeting greeting, OutputOptions output) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("program", greeting.program());
        told.put("account", greeting.account());
        told.put("missing", greeting.missing());
        told.put("missingToWrite", greeting.missingToWrite());
        output.line(told);
        output.out().flush();
        return ExitCode.OK;
    }
}
