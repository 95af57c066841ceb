package app.keepsake.operations.takeout;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Tells what is in exports, without unpacking them. */
public final class ListTakeout {
    private static final int DEEPEST = 12;

    private ListTakeout() {}

    /** Opens a file of an export. */
    private interface Opening {
        InputStream open() throws IOException;
    }

    /**
     * Looks at exports.
     *
     * @param sources ZIPs, and folders that hold ZIPs or what was in them
     * @return one report an export, and one for each folder with unpacked photos
     * @throws IOException when a folder cannot be looked at
     */
    public static List<TakeoutReport> of(List<Path> sources) throws IOException {
        List<Path> zips = new ArrayList<>();
        List<TakeoutReport> reports = new ArrayList<>();
        for (Path source : sources) {
            if (Files.isDirectory(source)) {
                try (Stream<Path> inside = Files.list(source)) {
                    inside.filter(UnpackTakeout::isPacked).sorted().forEach(zips::add);
                }
                TakeoutReport unpacked = unpacked(source);
                if (unpacked.photos() > 0) {
                    reports.add(unpacked);
                }
            } else {
                zips.add(source);
            }
        }
        for (Map.Entry<String, Set<Path>> export : ExportName.exports(zips).entrySet()) {
            reports.add(packed(export.getKey(), export.getValue()));
        }
        return reports;
    }

    private static TakeoutReport unpacked(Path folder) throws IOException {
        Map<String, Opening> files = new HashMap<>();
        try (Stream<Path> all = Files.walk(folder, DEEPEST)) {
            all.filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
                    .forEach(file -> files.put(
                            folder.relativize(file).toString().replace('\\', '/'), () -> Files.newInputStream(file)));
        }
        return report(folder.toString(), List.of(), List.of(), files, new ArrayList<>());
    }

    private static TakeoutReport packed(String name, Set<Path> zips) throws IOException {
        Map<String, Opening> files = new HashMap<>();
        try (OpenParts parts = new OpenParts()) {
            parts.open(zips);
            for (ZipPart part : parts.all()) {
                part.members().forEach(member -> files.putIfAbsent(member.path(), () -> part.open(member)));
            }
            List<Path> opened = parts.all().stream().map(ZipPart::file).toList();
            return report(name, opened, missing(zips), files, parts.problems());
        }
    }

    /** Numbers below the highest that are not there; which is the last, no part tells. */
    private static List<Integer> missing(Set<Path> zips) {
        Set<Integer> there = new TreeSet<>();
        zips.forEach(zip -> ExportName.of(zip).part().ifPresent(there::add));
        int last = there.stream().mapToInt(Integer::intValue).max().orElse(0);
        return IntStream.rangeClosed(1, last)
                .boxed()
                .filter(part -> !there.contains(part))
                .toList();
    }

    private static TakeoutReport report(
            String name, List<Path> parts, List<Integer> missing, Map<String, Opening> files, List<Problem> problems) {
        ExportFiles found = ExportFiles.of(files.keySet());
        List<TakeoutAlbum> albums = new ArrayList<>();
        List<String> orphans = new ArrayList<>();
        for (String other : found.others()) {
            try (InputStream in = Objects.requireNonNull(files.get(other)).open()) {
                String folder = other.substring(0, other.lastIndexOf('/') + 1);
                byte[] content = in.readNBytes(TakeoutAlbum.MOST_BYTES);
                TakeoutAlbum.of(folder, content).ifPresentOrElse(albums::add, () -> {
                    if (TakeoutAlbum.isSidecar(content)) {
                        orphans.add(other);
                    }
                });
            } catch (IOException damaged) {
                orphans.add(other);
            }
        }
        int photos = found.photos().size();
        int matched = photos - found.unmatched().size();
        return new TakeoutReport(name, parts, missing, photos, matched, found.unmatched(), orphans, albums, problems);
    }
}
