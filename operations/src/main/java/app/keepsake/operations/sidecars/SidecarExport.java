package app.keepsake.operations.sidecars;

import app.keepsake.media.MediaException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What came of writing into the sidecars of pictures.
 *
 * @param written how many are other files now
 * @param unchanged how many told it already
 * @param problems one message a file
 */
public record SidecarExport(int written, int unchanged, List<String> problems) {
    public SidecarExport {
        problems = List.copyOf(problems);
    }

    /** Writes into the sidecar of one picture. */
    public interface Writing<T> {
        /** @return false when it told so already */
        boolean write(Path file, T what) throws MediaException;
    }

    /**
     * Writes; what cannot be written is a problem, and the rest goes on.
     *
     * @param told of each picture, by file
     * @param folders in which pictures lie whose sidecars are written; empty for all
     */
    public static <T> SidecarExport of(Map<Path, T> told, List<Path> folders, Writing<T> writing) {
        List<Path> within = folders.stream()
                .map(folder -> folder.toAbsolutePath().normalize())
                .toList();
        int written = 0;
        int unchanged = 0;
        List<String> problems = new ArrayList<>();
        for (Map.Entry<Path, T> one : told.entrySet()) {
            if (!within.isEmpty() && within.stream().noneMatch(one.getKey()::startsWith)) {
                continue;
            }
            try {
                if (writing.write(one.getKey(), one.getValue())) {
                    written++;
                } else {
                    unchanged++;
                }
            } catch (MediaException e) {
                problems.add(e.getMessage());
            }
        }
        return new SidecarExport(written, unchanged, problems);
    }
}
