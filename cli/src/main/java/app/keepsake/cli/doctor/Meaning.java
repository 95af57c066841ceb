package app.keepsake.cli.doctor;

import app.keepsake.catalog.Catalog;
import app.keepsake.operations.encoder.UseEncoder;
import app.keepsake.operations.library.Settings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Whether the owner's encoder can be run, and how much it has seen. Where there is none, nothing is missing. */
final class Meaning {
    private Meaning() {}

    static List<Finding> look(Catalog catalog, Optional<Settings.Encoder> set) {
        if (set.isEmpty()) {
            return List.of();
        }
        Settings.Encoder encoder = set.get();
        try {
            Settings.Encoder now = UseEncoder.tried(Path.of(encoder.folder()));
            if (!now.version().equals(encoder.version())) {
                return List.of(Finding.ill("meaning", "meaning.changed", encoder.folder()));
            }
            return List.of(Finding.well(
                    "meaning",
                    "meaning",
                    catalog.encodings().count(encoder.version()),
                    catalog.encodings()
                            .countUnread(encoder.version(), catalog.assets().unseen())));
        } catch (IOException e) {
            return List.of(Finding.ill("meaning", "meaning.broken", String.valueOf(e.getMessage())));
        }
    }
}
