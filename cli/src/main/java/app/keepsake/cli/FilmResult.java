package app.keepsake.cli;

import app.keepsake.film.FilmReport;
import app.keepsake.film.FilmRequest;
import app.keepsake.operations.film.RenderedFilm;
import java.util.LinkedHashMap;
import java.util.Map;

/** What is told of a film that was rendered. */
final class FilmResult {
    private FilmResult() {}

    static int exitCode(RenderedFilm film) {
        if (!film.report().finished()) {
            return ExitCode.INTERRUPTED;
        }
        return film.report().problems().isEmpty() ? ExitCode.OK : ExitCode.PARTIAL;
    }

    static Map<String, Object> toJson(RenderedFilm film) {
        FilmRequest request = film.plan().request();
        FilmReport report = film.report();
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("file", film.file().toString());
        told.put("memory", film.memory());
        told.put("title", request.title());
        told.put("subtitle", request.subtitle());
        told.put("mood", request.mood().name());
        told.put("seed", request.seed());
        told.put("width", request.size().width());
        told.put("height", request.size().height());
        told.put("finished", report.finished());
        told.put("frames", report.frames());
        told.put("seconds", report.duration().toMillis() / 1000.0);
        told.put("renderSeconds", film.elapsed().toMillis() / 1000.0);
        told.put("timesRealTime", Math.round(film.timesRealTime() * 100) / 100.0);
        told.put("problems", report.problems());
        return told;
    }
}
