package app.keepsake.cli.doctor;

import app.keepsake.catalog.Catalog;
import app.keepsake.catalog.CatalogLocation;
import app.keepsake.catalog.Problem;
import app.keepsake.operations.disk.DiskWatch;
import app.keepsake.server.ServiceNotes;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** What the catalog holds, the folders that it comes from, and the files that could not be read. */
final class Holdings {
    /** What tells one file from another in the reason why it cannot be read. */
    private static final Pattern PARTICULARS = Pattern.compile("\"[^\"]*\"|/\\S+|\\d[\\d.,]*");

    private static final int MOST_KINDS = 12;

    private Holdings() {}

    static List<Finding> look(Catalog catalog, CatalogLocation location, ServiceNotes notes) {
        List<Finding> findings = new ArrayList<>();
        findings.add(database(catalog, location));
        findings.addAll(folders(notes));
        findings.addAll(problems(catalog));
        return findings;
    }

    private static Finding database(Catalog catalog, CatalogLocation location) {
        Finding.Words kind = switch (location) {
            case CatalogLocation.InFile file -> Finding.Words.of("database.file", kilobytes(file.file()));
            case CatalogLocation.OnServer server -> Finding.Words.of("database.server");
        };
        return Finding.well(
                "database",
                "database",
                kind,
                catalog.assets().count(),
                catalog.memories().count(),
                catalog.people().all().size());
    }

    private static long kilobytes(Path file) {
        try {
            return Files.size(file) / 1000;
        } catch (IOException gone) {
            return 0;
        }
    }

    private static List<Finding> folders(ServiceNotes notes) {
        if (notes.folders().isEmpty()) {
            return List.of(Finding.note("folders", "folders.none"));
        }
        List<Path> folders = notes.folders().stream().map(Path::of).toList();
        try (DiskWatch disks = new DiskWatch(folders, lost -> {})) {
            return folders.stream().map(folder -> folder(folder, disks)).toList();
        }
    }

    static Finding folder(Path folder, DiskWatch disks) {
        try {
            return disks.ask(folder, () -> folder(folder));
        } catch (IOException noAnswer) {
            return Finding.ill("folders", "folder.silent", folder.toString());
        }
    }

    private static Finding folder(Path folder) {
        if (!Files.isDirectory(folder)) {
            return Finding.ill("folders", "folder.gone", folder.toString());
        }
        try (DirectoryStream<Path> inside = Files.newDirectoryStream(folder)) {
            boolean empty = !inside.iterator().hasNext();
            return empty
                    ? Finding.note("folders", "folder.empty", folder.toString())
                    : Finding.well("folders", "folder", folder.toString());
        } catch (IOException e) {
            return Finding.ill("folders", "folder.closed", folder.toString());
        }
    }

    private static List<Finding> problems(Catalog catalog) {
        Map<String, Integer> kinds = new TreeMap<>();
        for (Problem problem : catalog.files().problems()) {
            kinds.merge(PARTICULARS.matcher(problem.reason()).replaceAll("…"), 1, Integer::sum);
        }
        if (kinds.isEmpty()) {
            return List.of(Finding.well("problems", "problems.none"));
        }
        return kinds.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(MOST_KINDS)
                .map(kind -> Finding.note("problems", "problem", kind.getValue(), kind.getKey()))
                .toList();
    }
}
