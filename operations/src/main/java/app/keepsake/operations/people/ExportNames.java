package app.keepsake.operations.people;

import app.keepsake.catalog.Catalog;
import app.keepsake.catalog.People.FaceInLibrary;
import app.keepsake.catalog.Person;
import app.keepsake.media.MediaException;
import app.keepsake.media.NamedRegion;
import app.keepsake.media.RegionWriter;
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

    /** @param problems one message a file */
    public record Report(int written, int unchanged, List<String> problems) {
        public Report {
            problems = List.copyOf(problems);
        }
    }

    /**
     * Photos are not touched, and what is in a sidecar already stays.
     *
     * @param folders in which photos lie whose sidecars are written; empty for all
     */
    public Report to(List<Path> folders) {
        List<Path> within = folders.stream()
                .map(folder -> folder.toAbsolutePath().normalize())
                .toList();
        int written = 0;
        int unchanged = 0;
        List<String> problems = new ArrayList<>();
        for (Map.Entry<Path, List<NamedRegion>> photo : named().entrySet()) {
            if (!within.isEmpty() && within.stream().noneMatch(photo.getKey()::startsWith)) {
                continue;
            }
            try {
                if (RegionWriter.write(photo.getKey(), photo.getValue())) {
                    written++;
                } else {
                    unchanged++;
                }
            } catch (MediaException e) {
                problems.add(e.getMessage());
            }
        }
        return new Report(written, unchanged, problems);
    }

    private Map<Path, List<NamedRegion>> named() {
        Map<Path, List<NamedRegion>> regions = new TreeMap<>();
        for (Person person : catalog.people().all()) {
            if (person.name().isEmpty()) {
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
