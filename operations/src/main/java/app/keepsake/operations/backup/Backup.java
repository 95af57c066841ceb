package app.keepsake.operations.backup;

import app.keepsake.catalog.Said;
import app.keepsake.share.SavedTargets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * All of a library that cannot be computed again, as one file holds it: a zip of JSON Lines, described in
 * docs/backup-format.md.
 *
 * @param made when
 * @param keepsake the version of the program that made it
 * @param secrets whether the places to send films to come with their passwords
 * @param settings of the service by their names; none when there are none, or they could not be read
 * @param places to send films to
 * @param leftOut what could not be read when it was made, a sentence each
 */
public record Backup(
        Instant made,
        String keepsake,
        boolean secrets,
        Said said,
        Map<String, Object> settings,
        List<SavedTargets.Saved> places,
        List<String> leftOut) {
    /** Larger files are refused. */
    public static final long MOST_BYTES = 256L << 20;

    public Backup {
        settings = Map.copyOf(settings);
        places = List.copyOf(places);
        leftOut = List.copyOf(leftOut);
    }

    /**
     * Reads a file that may come from anywhere. No name in it becomes a path, and what is too large is refused.
     *
     * @throws IOException when it is no backup, is damaged, or was made by a newer Keepsake, saying so
     */
    public static Backup read(Path file) throws IOException {
        return BackupZip.read(file);
    }

    /**
     * Writes it into a file that only its owner can read; it is there whole, or not at all. Another backup there is
     * replaced.
     *
     * @throws IOException when it cannot be written, or the file is something else, which is not replaced
     */
    public void write(Path file) throws IOException {
        if (Files.exists(file) && BackupZip.digests(file).isEmpty()) {
            throw new IOException(
                    "%s: expected a new file or a backup to replace, found something else. Name another file."
                            .formatted(file));
        }
        PrivateFile.write(file, out -> BackupZip.write(this, out));
    }

    /** Whether there is nothing in it that anybody would miss. */
    public boolean isEmpty() {
        return said.isNothing() && settings.isEmpty() && places.isEmpty();
    }

    /** Whether a file holds the same, whenever it was made. */
    public boolean isSameAs(Path file) {
        return BackupZip.digests(file).filter(BackupZip.digests(this)::equals).isPresent();
    }

    /** The folders of photos and clips that it watches, and that may lie elsewhere now. */
    public List<String> folders() {
        return settings.get("folders") instanceof List<?> list
                ? list.stream().map(String::valueOf).toList()
                : List.of();
    }

    /** The same, where files lie elsewhere. @param moved where an absolute path is now */
    public Backup moved(UnaryOperator<String> moved) {
        Map<String, Object> elsewhere = new LinkedHashMap<>(settings);
        elsewhere.computeIfPresent(
                "folders", (name, known) -> folders().stream().map(moved).toList());
        return new Backup(made, keepsake, secrets, said.moved(moved), elsewhere, places, leftOut);
    }

    /** How much of what it holds. */
    public Holdings holdings() {
        return new Holdings(
                said.people().size(),
                (int) said.people().stream()
                        .filter(one -> one.name().isPresent())
                        .count(),
                said.faces().size(),
                said.corrections().size(),
                said.choices().size(),
                said.edits().size(),
                said.requests().size(),
                said.showings().size(),
                said.unsure().size(),
                said.dates().size(),
                settings.size(),
                places.size());
    }

    /**
     * Numbers of things.
     *
     * @param named people with a name
     * @param faces by which people are found again
     * @param showings days on which memories were shown
     * @param unsure pairs of faces of which the user could not tell whether they are one person's
     * @param dates of pictures, as the user said them
     */
    public record Holdings(
            int people,
            int named,
            int faces,
            int corrections,
            int choices,
            int edits,
            int requests,
            int showings,
            int unsure,
            int dates,
            int settings,
            int places) {}
}
