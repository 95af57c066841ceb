package app.keepsake.cli;

import app.keepsake.catalog.Catalog;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.Map;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What commands share that tell of a library: where it is, and whether a person or a program hears. */
final class OutputOptions {
    @Option(names = "--json", description = "JSON for programs, one object a line.")
    private boolean json;

    @Mixin
    private LibraryOption library = new LibraryOption();

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec = CommandSpec.create();

    /** That of a command which the service asks for. */
    static OutputOptions aProgram(LibraryOption library, CommandSpec spec) {
        OutputOptions output = new OutputOptions();
        output.json = true;
        output.library = library;
        output.spec = spec;
        return output;
    }

    LibraryFolder open() throws IOException {
        return library.open();
    }

    LibraryFolder existing() throws IOException {
        return library.existing();
    }

    LibraryFolder named() throws IOException {
        return library.named();
    }

    /** The library's catalog, for the caller to close. */
    Catalog openCatalog() throws IOException {
        return library.openCatalog();
    }

    boolean isToAProgram() {
        return json;
    }

    PrintWriter out() {
        return spec.commandLine().getOut();
    }

    PrintWriter err() {
        return spec.commandLine().getErr();
    }

    /** Tells a program. */
    void line(Map<String, Object> told) {
        out().println(Json.line(told));
    }
}
