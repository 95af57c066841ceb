package app.keepsake.cli;

import app.keepsake.catalog.Catalog;
import app.keepsake.operations.neighbours.DigiKam;
import app.keepsake.operations.neighbours.FollowNeighbours;
import app.keepsake.operations.neighbours.Immich;
import app.keepsake.operations.neighbours.ImportNames;
import app.keepsake.operations.neighbours.Neighbour;
import app.keepsake.operations.neighbours.PhotoPrism;
import app.keepsake.operations.people.SettleAtOnce;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "import",
        description = "Takes over what other programs know of pictures that are indexed here: names of people, and"
                + " favourites. Nothing of theirs is written to. Google Takeout needs no import: its files are read by"
                + " 'keepsake index'.",
        synopsisSubcommandLabel = "PROGRAM",
        mixinStandardHelpOptions = true)
final class ImportCommand {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Command(
            name = "digikam",
            description = "People and pictures with five stars, from digiKam's catalog.",
            mixinStandardHelpOptions = true)
    int digikam(
            @Mixin LibraryOption library,
            @Parameters(paramLabel = "digikam4.db") Path database,
            @Option(names = "--follow", description = "From now on each index run takes over what is new there.")
                    boolean follow,
            @Option(names = "--leave", description = "Index runs take over nothing more of it; what came over stays.")
                    boolean leave)
            throws IOException {
        FollowNeighbours following = new FollowNeighbours(library.existing().root());
        if (leave) {
            spec.commandLine()
                    .getOut()
                    .println(following.leave(database) ? "Left alone from now on." : "Was not followed.");
            spec.commandLine().getOut().flush();
            return ExitCode.OK;
        }
        if (!follow) {
            return take(library, DigiKam.read(database));
        }
        following.follow(database);
        try (Catalog catalog = library.openCatalog()) {
            SettleAtOnce aftermath = new SettleAtOnce(catalog, Locale.getDefault());
            return tell("digiKam", following.takeOver(database, catalog, aftermath), aftermath);
        }
    }

    @Command(
            name = "photoprism",
            description = "Favourites, from PhotoPrism's folder of sidecar files.",
            mixinStandardHelpOptions = true)
    int photoprism(@Mixin LibraryOption library, @Parameters(paramLabel = "FOLDER") Path sidecars) throws IOException {
        return take(library, PhotoPrism.read(sidecars));
    }

    @Command(
            name = "immich",
            description = "People and favourites, from an Immich server's API.",
            mixinStandardHelpOptions = true)
    int immich(
            @Mixin LibraryOption library,
            @Parameters(paramLabel = "URL", description = "Such as http://nas:2283") URI server,
            @Option(
                            names = "--key",
                            paramLabel = "KEY",
                            description = "An API key that may read people, faces and assets"
                                    + " (default: the environment's IMMICH_API_KEY).")
                    @Nullable
                    String key)
            throws IOException, InterruptedException {
        String given = key != null ? key : System.getenv("IMMICH_API_KEY");
        if (given == null) {
            throw new IOException(
                    "Expected an API key by --key or in IMMICH_API_KEY, found none. Immich makes one in your account's settings.");
        }
        try (Immich immich = new Immich(server, given)) {
            return take(library, immich.read());
        }
    }

    private int take(LibraryOption library, Neighbour neighbour) throws IOException {
        try (Catalog catalog = library.openCatalog()) {
            SettleAtOnce aftermath = new SettleAtOnce(catalog, Locale.getDefault());
            return tell(neighbour.program(), new ImportNames(catalog, aftermath).from(neighbour), aftermath);
        }
    }

    private int tell(String program, ImportNames.Report report, SettleAtOnce aftermath) {
        PrintWriter out = spec.commandLine().getOut();
        PeopleCommand.sayWhatIsLeft(aftermath, out);
        out.printf(
                "%s: %d faces named, %d people new, %d favourites new, %d not known here.%n",
                program, report.faces(), report.people(), report.favourites(), report.unknown());
        out.flush();
        return ExitCode.OK;
    }
}
