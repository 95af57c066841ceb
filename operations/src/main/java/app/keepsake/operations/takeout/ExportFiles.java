package app.keepsake.operations.takeout;

import app.keepsake.media.TakeoutSidecars;
import app.keepsake.operations.library.MediaNames;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Which files of an export belong together, by their names alone: sidecars may lie in other parts than their photos.
 *
 * @param folders that are looked into, each with a slash at its end
 * @param photos photos and clips, by path
 * @param unmatched of them, those without a sidecar
 * @param others JSON files that are no sidecar of any of them: those of albums, and such whose photo is not there
 */
record ExportFiles(Set<String> folders, List<String> photos, List<String> unmatched, List<String> others) {
    /** A folder of a year or an album: what other services of Google export lies in their own folders. */
    private static final Pattern BELOW_GOOGLES = Pattern.compile("(?:^|/)Google [^/]+/[^/]+/");

    /** In all languages, Google's own folder begins with this. */
    private static final String GOOGLE = "Google ";

    /** @param paths of all files of the export, separated by slashes */
    static ExportFiles of(Collection<String> paths) {
        Map<String, Set<String>> folders = folders(paths);
        List<String> photos = new ArrayList<>();
        List<String> unmatched = new ArrayList<>();
        List<String> others = new ArrayList<>();
        folders.forEach((folder, names) -> {
            Set<String> used = new HashSet<>();
            for (String name : names) {
                if (MediaNames.isPhotoOrClip(name)) {
                    photos.add(folder + name);
                    if (!use(name, names, used)) {
                        unmatched.add(folder + name);
                    }
                }
            }
            names.stream()
                    .filter(name -> isJson(name) && !used.contains(name))
                    .forEach(name -> others.add(folder + name));
        });
        return new ExportFiles(folders.keySet(), photos, unmatched, others);
    }

    private static boolean use(String photo, Set<String> names, Set<String> used) {
        for (String candidate : TakeoutSidecars.namesFor(photo)) {
            if (names.contains(candidate)) {
                used.add(candidate);
                return true;
            }
        }
        return false;
    }

    /**
     * Those with photos or clips, of Google Photos alone where it is among others. Of these, also those that have nothing
     * but JSON files here: their photos may be in parts that came before, or will come.
     */
    private static Map<String, Set<String>> folders(Collection<String> paths) {
        Map<String, Set<String>> folders = new TreeMap<>();
        for (String path : paths) {
            int name = path.lastIndexOf('/') + 1;
            folders.computeIfAbsent(path.substring(0, name), folder -> new TreeSet<>())
                    .add(path.substring(name));
        }
        folders.entrySet()
                .removeIf(folder -> folder.getValue().stream().noneMatch(MediaNames::isPhotoOrClip)
                        && !(BELOW_GOOGLES.matcher(folder.getKey()).find()
                                && folder.getValue().stream().anyMatch(ExportFiles::isJson)));
        if (folders.keySet().stream().anyMatch(ExportFiles::isGoogles)) {
            folders.keySet().removeIf(folder -> !isGoogles(folder));
        }
        return folders;
    }

    private static boolean isGoogles(String folder) {
        return folder.startsWith(GOOGLE) || folder.contains("/" + GOOGLE);
    }

    static boolean isJson(String name) {
        return name.toLowerCase(Locale.ROOT).endsWith(".json");
    }

    /** Whether a file is a photo or clip of the export, or may tell of one. */
    static boolean isWanted(String path, Set<String> folders) {
        int name = path.lastIndexOf('/') + 1;
        return folders.contains(path.substring(0, name))
                && (isJson(path) || MediaNames.isPhotoOrClip(path.substring(name)));
    }
}
