package app.keepsake.cli;

import app.keepsake.catalog.AssetFacts;
import app.keepsake.catalog.AssetView;
import app.keepsake.catalog.Catalog;
import app.keepsake.catalog.Memory;
import app.keepsake.catalog.Quality;
import app.keepsake.film.Box;
import app.keepsake.film.Shot;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A memory's shots in the film's terms. Assets whose files are gone are left out; each day is a chapter. */
final class FilmShots {
    private FilmShots() {}

    static List<Shot> of(Memory memory, Catalog catalog) {
        List<Shot> shots = new ArrayList<>();
        int chapter = 0;
        @Nullable LocalDate day = null;
        for (app.keepsake.catalog.Shot told : memory.shots()) {
            AssetView view = catalog.assets().view(told.assetId()).orElse(null);
            Optional<Path> file = view == null ? Optional.empty() : there(view);
            if (view == null || file.isEmpty()) {
                continue;
            }
            @Nullable
            LocalDate taken = view.asset()
                    .facts()
                    .capturedAt()
                    .map(time -> time.toLocalDate())
                    .orElse(day);
            if (day != null && !day.equals(taken)) {
                chapter++;
            }
            day = taken;
            shots.add(shot(view, file.get(), chapter));
        }
        return shots;
    }

    private static Optional<Path> there(AssetView view) {
        return view.files().stream().filter(Files::isReadable).findFirst();
    }

    private static Shot shot(AssetView view, Path file, int chapter) {
        AssetFacts facts = view.asset().facts();
        List<Box> faces = view.faces().stream()
                .map(face -> face.box())
                .map(box -> new Box(box.x(), box.y(), box.width(), box.height()))
                .toList();
        if (!facts.clip()) {
            return new Shot.Photo(file, facts.width(), facts.height(), faces, Optional.empty(), chapter);
        }
        Quality.Span span =
                view.quality().flatMap(Quality::bestSpan).orElse(new Quality.Span(Duration.ZERO, facts.duration()));
        return new Shot.Clip(
                file,
                facts.width(),
                facts.height(),
                faces,
                Optional.empty(),
                chapter,
                span.start(),
                span.end().minus(span.start()),
                facts.hasAudio() ? Shot.ClipSound.AMBIENT : Shot.ClipSound.NONE);
    }
}
