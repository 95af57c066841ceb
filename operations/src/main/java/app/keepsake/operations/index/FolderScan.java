package app.keepsake.operations.index;

import app.keepsake.operations.disk.DiskWatch;
import app.keepsake.operations.disk.NoAnswer;
import app.keepsake.operations.library.MediaNames;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.FileVisitor;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The photos and clips below a folder, by path.
 *
 * <p>Left out are folders and files whose name begins with a dot, folders that hold a file {@code .nomedia}, folders
 * behind links (they could lead in circles or out of what the owner chose), and files without the name of a photo or
 * clip, which are counted. What a file really is tells its content, later.
 *
 * @param files photos and clips
 * @param unreadable folders and files that could not be looked at, with the reason
 * @param unnamed folders and files whose names cannot be told, with the reason: nothing could open them by these
 * @param passedOver how many files there are of each other ending, which is in small letters and may be empty
 */
record FolderScan(
        List<ScannedFile> files,
        Map<Path, String> unreadable,
        Map<Path, String> unnamed,
        Map<String, Integer> passedOver) {
    private static final Set<String> STILL_EXTENSIONS = Set.of("jpg", "jpeg", "heic", "heif");

    /** Of the clips of live photos. */
    private static final Set<String> CLIP_EXTENSIONS = Set.of("mov", "mp4", "mp", "mv");

    private static final Set<String> SIDECAR_EXTENSIONS = Set.of("xmp", "json");

    /**
     * @param folder where to look
     * @param leftOut folder that is not looked into: Keepsake's own
     * @throws NoAnswer when its disk does not answer
     * @throws IOException when the folder itself is none or cannot be read
     */
    static FolderScan of(Path folder, Path leftOut, DiskWatch disks) throws IOException {
        Walk walk = new Walk(folder, leftOut);
        return disks.ask(() -> walk.at, () -> of(folder, walk));
    }

    private static FolderScan of(Path folder, Walk walk) throws IOException {
        if (!Files.isDirectory(folder)) {
            throw new IOException("%s: expected a folder of photos and clips, found %s. Name an existing folder."
                    .formatted(folder, Files.exists(folder) ? "a file" : "nothing"));
        }
        Files.walkFileTree(folder, walk);
        walk.files.sort(Comparator.comparing(ScannedFile::path));
        return new FolderScan(walk.files, walk.unreadable, walk.unnamed, walk.passedOver);
    }

    private static final class Walk implements FileVisitor<Path> {
        private final Path leftOut;
        private final List<ScannedFile> files = new ArrayList<>();
        private final Map<Path, String> unreadable = new HashMap<>();
        private final Map<Path, String> unnamed = new HashMap<>();
        private final Map<String, Integer> passedOver = new TreeMap<>();
        /** Newest modification of the sidecars of the folder that is being visited, by the name they begin with. */
        private final Map<Path, NavigableMap<String, Long>> sidecars = new HashMap<>();

        private final Map<Path, List<Candidate>> candidates = new HashMap<>();

        /** Where a disk is asked at present. */
        private volatile Path at;

        Walk(Path folder, Path leftOut) {
            this.at = folder;
            this.leftOut = leftOut;
        }

        private record Candidate(Path file, BasicFileAttributes attributes, long seenMillis) {}

        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            at = folder;
            boolean dotted = isDotted(folder) && !candidates.isEmpty();
            if (dotted
                    || folder.equals(leftOut)
                    || Files.exists(folder.resolve(".nomedia"), LinkOption.NOFOLLOW_LINKS)) {
                return FileVisitResult.SKIP_SUBTREE;
            }
            if (FileNames.isLost(folder)) {
                unnamed.put(folder, FileNames.reason(folder));
                return FileVisitResult.SKIP_SUBTREE;
            }
            candidates.put(folder, new ArrayList<>());
            sidecars.put(folder, new TreeMap<>());
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            if (isDotted(file)) {
                return FileVisitResult.CONTINUE;
            }
            String extension = extension(file);
            if (SIDECAR_EXTENSIONS.contains(extension)) {
                Objects.requireNonNull(sidecars.get(file.getParent()))
                        .put(
                                file.getFileName().toString(),
                                attributes.lastModifiedTime().toMillis());
            } else if (!MediaNames.isPhotoOrClip(file.getFileName().toString())) {
                passedOver.merge(extension, 1, Integer::sum);
            } else if (FileNames.isLost(file)) {
                unnamed.put(file, FileNames.reason(file));
            } else {
                consider(file, attributes);
            }
            return FileVisitResult.CONTINUE;
        }

        private void consider(Path file, BasicFileAttributes attributes) {
            // A link may lead to another disk.
            at = attributes.isSymbolicLink() ? file : at;
            try {
                BasicFileAttributes real = attributes.isSymbolicLink()
                        ? Files.readAttributes(file, BasicFileAttributes.class)
                        : attributes;
                if (real.isRegularFile()) {
                    Objects.requireNonNull(candidates.get(file.getParent()))
                            .add(new Candidate(file, real, System.currentTimeMillis()));
                } else if (!real.isDirectory()) {
                    unreadable.put(
                            file,
                            "expected a photo or clip, found a special file (a pipe, socket or device)."
                                    + " Keep such files out of photo folders.");
                }
            } catch (IOException e) {
                unreadable.put(file, "expected a photo or clip, found a link to nothing. Mend or remove the link.");
            }
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException problem) {
            unreadable.put(
                    file,
                    "expected a readable file or folder, found %s. Check its permissions."
                            .formatted(problem.getClass().getSimpleName()));
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException problem) {
            NavigableMap<String, Long> beside = sidecars.remove(folder);
            List<Candidate> found = candidates.remove(folder);
            at = folder;
            if (found != null && beside != null) {
                Map<String, Long> stills = newestByStem(found, STILL_EXTENSIONS);
                Map<String, Long> clips = newestByStem(found, CLIP_EXTENSIONS);
                found.forEach(candidate -> files.add(stamped(candidate, beside, stills, clips)));
            }
            return FileVisitResult.CONTINUE;
        }

        /**
         * Modification times by stem: a live photo's clip takes its date from its still, and its still moves by its clip, so
         * that either is read anew when the other comes or changes.
         */
        private static Map<String, Long> newestByStem(List<Candidate> found, Set<String> extensions) {
            return found.stream()
                    .filter(candidate -> extensions.contains(extension(candidate.file())))
                    .collect(Collectors.toMap(
                            candidate -> stem(candidate.file()),
                            candidate ->
                                    candidate.attributes().lastModifiedTime().toMillis(),
                            Math::max));
        }

        /** Of {@code a.HEIC}: {@code a.MP4} and {@code a.HEIC.MP4}; of Google's {@code a.MP}: {@code a.MP.jpg}; and the other way. */
        private static long newest(Path half, Map<String, Long> others) {
            String name = half.getFileName().toString();
            String stem = stem(half);
            return Stream.of(stem, name, withoutEnding(stem))
                    .mapToLong(key -> others.getOrDefault(key, 0L))
                    .max()
                    .orElse(0);
        }

        private static String stem(Path file) {
            return withoutEnding(file.getFileName().toString());
        }

        private static String withoutEnding(String name) {
            return name.substring(0, Math.max(0, name.lastIndexOf('.')));
        }

        private static ScannedFile stamped(
                Candidate candidate,
                NavigableMap<String, Long> sidecars,
                Map<String, Long> stills,
                Map<String, Long> clips) {
            boolean still = STILL_EXTENSIONS.contains(extension(candidate.file()));
            return new ScannedFile(
                    candidate.file(),
                    candidate.attributes().size(),
                    candidate.attributes().lastModifiedTime().toMillis(),
                    Math.max(
                            newest(candidate.file(), still ? clips : stills),
                            SidecarNames.newest(candidate.file(), sidecars)),
                    candidate.seenMillis());
        }

        private static boolean isDotted(Path path) {
            return path.getFileName() != null && path.getFileName().toString().startsWith(".");
        }

        private static String extension(Path file) {
            return MediaNames.ending(file.getFileName().toString());
        }
    }
}
