package app.keepsake.operations.people;

import app.keepsake.catalog.Catalog;
import app.keepsake.catalog.People.FaceInLibrary;
import app.keepsake.catalog.Person;
import app.keepsake.media.NamedRegion;
import app.keepsake.media.RegionWriter;
import app.keepsake.operations.sidecars.SidecarExport;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Writes the names of people into sidecars beside their photos. */
public final class ExportNames {
    private final Catalog catalog;

    public ExportNames(Catalog catalog) {
        this.catalog = catalog;
    }

    /**
     * Photos are not touched, and what is in a sidecar already stays.
     *
     * @param folders in which photos lie whose sidecars are written; empty for all
     */
    public SidecarExport to(List<Path> folders) {
        return SidecarExport.of(named(), folders, RegionWriter::write);
    }

    private Map<Path, List<NamedRegion>> named() {
        Map<Path, List<NamedRegion>> regions = new TreeMap<>();
        for (Person person : catalog.people().all()) {
            // Other programs would take a dog for a face.
            if (person.name().isEmpty() || person.pet()) {
                continue;
            }
            for (FaceInLibrary face : catalog.people().faces(person.id())) {
                var box = face.face().box();
                NamedRegion region = new NamedRegion(person.name().get(), box.x(), box.y(), box.width(), box.height());
                catalog.files().holding(face.assetId()).stream()
                        .filter(file -> !file.missing())
                        .forEach(file -> regions.computeIfAbsent(file.path(), path -> new ArrayList<>())
                                .add(region));
            }
        }
        return regions;
    }
}
