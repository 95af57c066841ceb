package app.keepsake.operations.neighbours;

import app.keepsake.catalog.Catalog;
import app.keepsake.operations.choices.Aftermath;
import app.keepsake.operations.library.DurableFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Catalogs of digiKam that are read again after each index run, so that new names and favourites come over by themselves.
 * What came over once does not come again: what the user says here since then stands above it.
 */
public final class FollowNeighbours {
    private static final String FILE = "followed.json";

    private final DurableFile<All> file;

    /**
     * A catalog that is followed.
     *
     * @param taken marks of what came over, see {@link ImportNames#from(Neighbour, Set)}
     */
    public record Followed(String database, Set<String> taken) {
        public Followed {
            taken = new TreeSet<>(taken);
        }
    }

    /** All that are followed. */
    public record All(List<Followed> digikam) {
        public All {
            digikam = List.copyOf(digikam);
        }
    }

    /** @param root the library's folder */
    public FollowNeighbours(Path root) {
        this.file = new DurableFile<>(root.resolve(FILE), All.class, new All(List.of()));
    }

    /** The catalogs that are followed. */
    public List<Path> all() {
        return file.read().digikam().stream()
                .map(one -> Path.of(one.database()))
                .toList();
    }

    /** Follows a catalog of digiKam from now on; nothing is read yet. */
    public void follow(Path database) {
        String name = name(database);
        file.update(all -> all.digikam().stream().anyMatch(one -> one.database().equals(name))
                ? all
                : with(all, new Followed(name, Set.of())));
    }

    /** @return whether it was followed */
    public boolean leave(Path database) {
        boolean known = all().contains(Path.of(name(database)));
        file.update(all -> without(all, name(database)));
        return known;
    }

    /**
     * Takes over what is new in a catalog that is followed.
     *
     * @throws IOException when the file is not digiKam's catalog
     */
    public ImportNames.Report takeOver(Path database, Catalog catalog, Aftermath aftermath) throws IOException {
        String name = name(database);
        Neighbour neighbour = DigiKam.read(database);
        Set<String> taken = new TreeSet<>();
        file.read().digikam().stream()
                .filter(one -> one.database().equals(name))
                .forEach(one -> taken.addAll(one.taken()));
        ImportNames.Report report = new ImportNames(catalog, aftermath).from(neighbour, taken);
        file.update(all -> all.digikam().stream().anyMatch(one -> one.database().equals(name))
                ? with(without(all, name), new Followed(name, taken))
                : all);
        return report;
    }

    private static String name(Path database) {
        return database.toAbsolutePath().normalize().toString();
    }

    private static All with(All all, Followed one) {
        List<Followed> more = new ArrayList<>(all.digikam());
        more.add(one);
        return new All(more);
    }

    private static All without(All all, String name) {
        return new All(all.digikam().stream()
                .filter(one -> !one.database().equals(name))
                .toList());
    }
}
