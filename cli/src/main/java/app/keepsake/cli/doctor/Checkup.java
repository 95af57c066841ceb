package app.keepsake.cli.doctor;

import app.keepsake.catalog.Catalog;
import app.keepsake.catalog.CatalogLocation;
import app.keepsake.server.ServiceNotes;
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
        findings.addAll(Parts.look());
        ServiceNotes notes = notes(findings);
        try {
            CatalogLocation location = CatalogLocation.of(library);
            try (Catalog catalog = Catalog.open(location, clock)) {
                findings.addAll(Holdings.look(catalog, location, notes));
                findings.addAll(new Day(catalog, notes, clock).look());
            }
        } catch (RuntimeException e) {
            findings.add(Finding.ill("database", "The catalog cannot be opened: " + e.getMessage()));
        }
        return findings;
    }

    private ServiceNotes notes(List<Finding> findings) {
        try {
            return ServiceNotes.of(library);
        } catch (RuntimeException e) {
            findings.add(Finding.ill("settings", "The service's settings cannot be read: " + e.getMessage()));
            return new ServiceNotes(List.of(), "", false, List.of());
        }
    }
}
