package app.keepsake.film;

import app.keepsake.film.internal.file.OpenTimeline;
import app.keepsake.film.internal.file.ProjectFile;
import java.io.IOException;
import java.nio.file.Path;

/** Films as files to edit: projects, which are read back, and OpenTimelineIO for editing programs. Thread-safe. */
public final class FilmFile {
    private FilmFile() {}

    /**
     * Writes all that a film is as JSON that people can edit: order, times, transitions, cameras, words.
     *
     * @throws IOException when the file cannot be written
     */
    public static void writeProject(FilmPlan plan, Path file) throws IOException {
        ProjectFile.write(plan, file);
    }

    /**
     * Reads a project.
     *
     * @throws IOException when the file cannot be read, or what it says is no film; the message says where and why
     */
    public static FilmPlan readProject(Path file) throws IOException {
        return ProjectFile.read(file);
    }

    /**
     * Writes a film's edit as an OpenTimelineIO file. Cameras, moods and words are in its metadata.
     *
     * @throws IOException when the file cannot be written
     */
    public static void writeOpenTimeline(FilmPlan plan, Path file) throws IOException {
        OpenTimeline.write(plan, file);
    }
}
