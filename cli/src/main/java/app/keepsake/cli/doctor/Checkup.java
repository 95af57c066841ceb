package app.keepsake.cli.doctor;

import app.keepsake.catalog.Catalog;
import app.keepsake.catalog.CatalogLocation;
import app.keepsake.operations.library.DurableFile;
import app.keepsake.operations.library.Settings;
import app.keepsake.server.ServiceNotes;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/** Looks at everything that a person who helps would ask about. What fails is a finding, and the rest goes on. */
public final class Checkup {
    private final Path library;
    private final String version;
    private final Clock clock;

    /**
     * @param library its folder
     * @param version of the program
     */
    public Checkup(Path library, String version, Clock clock) {
        this.library = library;
        this.version = version;
        this.clock = clock;
    }

    public List<Finding> findings() {
        List<Finding> findings = new ArrayList<>(Machine.look(library, version));
        findings.addAll(Parts.look(library));
        ServiceNotes notes = notes(findings);
        try {
            CatalogLocation location = CatalogLocation.of(library);
            try (Catalog catalog = Catalog.open(location, clock)) {
                findings.addAll(Holdings.look(catalog, location, notes));
                findings.addAll(Meaning.look(catalog, settings().encoder()));
                findings.addAll(new Day(catalog, notes, clock).look());
            }
        } catch (RuntimeException e) {
            findings.add(Finding.ill("database", "database.broken", String.valueOf(e.getMessage())));
        }
        return findings;
    }

    private Settings settings() {
        return new DurableFile<>(library.resolve("settings.json"), Settings.class, Settings.INITIAL).read();
    }

    private ServiceNotes notes(List<Finding> findings) {
        try {
            ServiceNotes notes = ServiceNotes.of(library);
            findings.addAll(setAside());
            return notes;
        } catch (IOException | RuntimeException e) {
            findings.add(Finding.ill("settings", "settings.broken", String.valueOf(e.getMessage())));
            return new ServiceNotes(List.of(), "", false, List.of());
        }
    }

    /** Small files that could not be read were moved aside, and what they said does not count. */
    private List<Finding> setAside() throws IOException {
        List<Finding> findings = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(library, "*.unreadable-*")) {
            for (Path file : files) {
                findings.add(Finding.ill(
                        "settings", "settings.aside", file.getFileName().toString()));
            }
        }
        return findings;
    }
}
