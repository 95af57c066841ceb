package app.keepsake.cli;

import app.keepsake.catalog.Catalog;
import app.keepsake.catalog.Taken;
import app.keepsake.operations.dates.Which;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The words that say which pictures are meant. */
final class WhichOption {
    @Option(
            names = "--folder",
            paramLabel = "DIR",
            description = "Those in it and below it. May be given several times.")
    private List<Path> folders = List.of();

    @Option(
            names = "--camera",
            paramLabel = "TEXT",
            description = "Those of a camera or scanner with this in its name.")
    private @Nullable String camera;

    @Option(names = "--name", paramLabel = "PATTERN", description = "Those with such a file name, like IMG_1*.jpg.")
    private @Nullable String names;

    @Option(
            names = "--id",
            paramLabel = "N",
            description = "By number, as --json lists them. May be given several times.")
    private List<Long> ids = List.of();

    @Option(names = "--dated", paramLabel = "DATE", description = "Those that are dated so now, like 2010-01..2010-02.")
    private @Nullable String dated;

    /**
     * @param files single ones, besides
     * @throws IOException when one of them is not indexed
     */
    Which which(Catalog catalog, List<Path> files) throws IOException {
        Set<Long> assets = new HashSet<>(ids);
        for (Path file : files) {
            assets.add(ChoicesCommand.asset(file, catalog).id());
        }
        return new Which(
                folders,
                Optional.ofNullable(camera),
                Optional.ofNullable(names),
                assets,
                Optional.ofNullable(dated).map(Taken::parse));
    }
}
