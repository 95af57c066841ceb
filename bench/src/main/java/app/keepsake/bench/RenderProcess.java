package app.keepsake.bench;

import app.keepsake.film.CancelSignal;
import app.keepsake.film.FilmFile;
import app.keepsake.film.FilmPlan;
import app.keepsake.film.FilmRenderer;
import app.keepsake.film.ProgressListener;
import java.io.IOException;
import java.nio.file.Path;

/** Renders a project in a process of its own, with the app's options, and tells its largest resident size in bytes. */
final class RenderProcess {
    private RenderProcess() {}

    public static void main(String[] arguments) throws IOException {
        FilmPlan plan = FilmFile.readProject(Path.of(arguments[0]));
        new FilmRenderer().render(plan, Path.of(arguments[1]), ProgressListener.NONE, CancelSignal.NEVER);
        System.out.println(ArenaMemory.peakRss("self"));
    }

    /** Bytes. */
    static long peak(FilmPlan plan, Path folder) throws IOException, InterruptedException {
        Path project = folder.resolve("project.json");
        FilmFile.writeProject(plan, project);
        return Long.parseLong(Processes.lastLine(Processes.java(
                RenderProcess.class,
                project.toString(),
                folder.resolve("process.mp4").toString())));
    }
}
