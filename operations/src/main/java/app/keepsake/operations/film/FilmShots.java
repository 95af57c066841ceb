package app.keepsake.operations.film;

import app.keepsake.catalog.AssetFacts;
import app.keepsake.catalog.AssetView;
import app.keepsake.catalog.Catalog;
import app.keepsake.catalog.Memory;
import app.keepsake.catalog.Place;
import app.keepsake.catalog.Quality;
import app.keepsake.catalog.Shot;
import app.keepsake.catalog.Taken;
import app.keepsake.film.timeline.FilmShot;
import app.keepsake.film.timeline.FrameBox;
import app.keepsake.film.timeline.Stop;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A memory's shots in the film's terms. Assets whose files are gone are left out; each day is a chapter, and so is each
 * month or year of which no more is known, and its first shot says where and when it was.
 *
 * @param chapters their names, by number
 */
record FilmShots(List<FilmShot> shots, List<String> chapters) {
    static FilmShots of(Memory memory, Catalog catalog, Locale locale) {
        FilmDates dates = FilmDates.of(memory, locale);
        List<FilmShot> shots = new ArrayList<>();
        List<String> chapters = new ArrayList<>();
        @Nullable Taken day = null;
        String said = "";
        for (Shot told : memory.shots()) {
            AssetView view = catalog.assets().view(told.assetId()).orElse(null);
            Optional<Path> file = view == null ? Optional.empty() : there(view);
            if (view == null || file.isEmpty()) {
                continue;
            }
            AssetFacts facts = view.asset().facts();
            @Nullable Taken taken = facts.knownTaken().orElse(day);
            boolean turns = day != null && taken != null && !isSameTime(day, taken);
            day = taken;
            String words = caption(facts.place().map(Place::name).orElse(""), taken, dates);
            if (turns || chapters.isEmpty()) {
                chapters.add(words.isBlank() ? memory.title() : words);
            }
            Optional<String> caption = turns && !words.equals(said) ? Optional.of(words) : Optional.empty();
            said = turns || said.isEmpty() ? words : said;
            shots.add(shot(view, file.get(), chapters.size() - 1, caption.filter(text -> !text.isBlank())));
        }
        return new FilmShots(shots, chapters);
    }

    private static boolean isSameTime(Taken one, Taken other) {
        return one.firstDay().equals(other.firstDay()) && one.lastDay().equals(other.lastDay());
    }

    private static String caption(String place, @Nullable Taken taken, FilmDates dates) {
        String when = taken == null ? "" : dates.text(taken);
        return place.isBlank() || when.isBlank() ? place + when : place + " \u00b7 " + when;
    }

    /** Where a trip went, each place once, in the order of telling; empty for other kinds of memories. */
    static List<Stop> route(Memory memory, Catalog catalog) {
        if (!memory.kind().equals("trip")) {
            return List.of();
        }
        Map<String, Stop> stops = new LinkedHashMap<>();
        for (Shot told : memory.shots()) {
            Optional<AssetFacts> facts = catalog.assets()
                    .view(told.assetId())
                    .map(view -> view.asset().facts());
            facts.flatMap(AssetFacts::place)
                    .map(Place::name)
                    .filter(name -> !name.isBlank())
                    .ifPresent(name -> facts.get()
                            .location()
                            .ifPresent(at -> stops.putIfAbsent(name, new Stop(name, at.latitude(), at.longitude()))));
        }
        return List.copyOf(stops.values());
    }

    private static Optional<Path> there(AssetView view) {
        return view.files().stream().filter(Files::isReadable).findFirst();
    }

    private static FilmShot shot(AssetView view, Path file, int chapter, Optional<String> caption) {
        AssetFacts facts = view.asset().facts();
        List<FrameBox> faces = view.faces().stream()
                .map(face -> face.box())
                .map(box -> new FrameBox(box.x(), box.y(), box.width(), box.height()))
                .toList();
        if (!facts.clip()) {
            return new FilmShot.Photo(file, facts.width(), facts.height(), faces, caption, chapter);
        }
        Quality.Span span =
                view.quality().flatMap(Quality::bestSpan).orElse(new Quality.Span(Duration.ZERO, facts.duration()));
        return new FilmShot.Clip(
                file,
                facts.width(),
                facts.height(),
                faces,
                caption,
                chapter,
                span.start(),
                span.end().minus(span.start()),
                facts.hasAudio() ? FilmShot.ClipSound.AMBIENT : FilmShot.ClipSound.NONE);
    }
}
