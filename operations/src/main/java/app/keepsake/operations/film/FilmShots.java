package app.keepsake.operations.film;

import app.keepsake.catalog.AssetFacts;
import app.keepsake.catalog.AssetView;
import app.keepsake.catalog.Catalog;
import app.keepsake.catalog.Memory;
import app.keepsake.catalog.Place;
import app.keepsake.catalog.Quality;
import app.keepsake.catalog.Shot;
import app.keepsake.catalog.ShotEdit;
import app.keepsake.catalog.Taken;
import app.keepsake.film.timeline.FilmShot;
import app.keepsake.film.timeline.FrameBox;
import app.keepsake.film.timeline.Seen;
import app.keepsake.film.timeline.Stop;
import app.keepsake.operations.film.Movements.Moving;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
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
 * @param assets numbers of the memory's assets, one for each shot
 * @param stands how long each shot stands, in parts of what the film would have it
 * @param clips numbers of the assets that are shown besides the memory's: the clips of its live photos
 */
record FilmShots(
        List<FilmShot> shots, List<Long> assets, List<Double> stands, List<String> chapters, List<Long> clips) {
    private static final double SHORTER = 0.55;
    private static final double LONGER = 1.7;

    static FilmShots of(Memory memory, Catalog catalog, Locale locale, Movements movements, SeenPhotos photos) {
        FilmDates dates = FilmDates.of(memory, locale);
        Map<Long, AssetView> views = views(memory, catalog);
        Map<Path, Seen> seen = photos.look(photos(views.values()), catalog);
        List<FilmShot> shots = new ArrayList<>();
        List<Long> assets = new ArrayList<>();
        List<Double> stands = new ArrayList<>();
        List<String> chapters = new ArrayList<>();
        @Nullable Taken day = null;
        String said = "";
        List<Long> clips = new ArrayList<>();
        Optional<Moving> before = Optional.empty();
        for (Shot told : memory.shots()) {
            AssetView view = views.get(told.assetId());
            Optional<Path> file = view == null ? Optional.empty() : there(view);
            if (view == null || file.isEmpty()) {
                continue;
            }
            AssetFacts facts = view.asset().facts();
            @Nullable Taken taken = facts.knownTaken().orElse(day);
            boolean turns = day != null && taken != null && !isSameTime(day, taken);
            day = taken;
            String where = caption(facts.place().map(Place::name).orElse(""), taken, dates);
            if (turns || chapters.isEmpty()) {
                chapters.add(where.isBlank() ? memory.title() : where);
            }
            Optional<String> caption = turns && !where.equals(said) ? Optional.of(where) : Optional.empty();
            said = turns || said.isEmpty() ? where : said;
            ShotEdit edited = memory.edit().details().getOrDefault(told.assetId(), ShotEdit.NONE);
            Optional<String> words = edited.caption().or(() -> caption).filter(text -> !text.isBlank());
            Optional<Moving> moving = movements.of(view, file.get());
            Optional<Moving> last = turns ? Optional.empty() : before;
            Optional<Moving> same = moving.flatMap(one -> last.filter(earlier -> earlier.isBefore(one)));
            // Of one scene nothing is shown twice.
            moving = moving.flatMap(one -> same.isPresent() ? one.after(same.get()) : Optional.of(one));
            before = moving;
            moving.ifPresent(one -> one.asset().ifPresent(clips::add));
            int chapter = chapters.size() - 1;
            assets.add(told.assetId());
            stands.add(stands(edited.hold()));
            boolean goesOn = same.isPresent();
            shots.add(moving.map(one -> moving(view, file.get(), one, chapter, words, goesOn, seen))
                    .orElseGet(() -> shot(view, file.get(), chapter, words, seen)));
        }
        return new FilmShots(shots, assets, stands, chapters, clips);
    }

    private static double stands(ShotEdit.Hold hold) {
        return switch (hold) {
            case SHORTER -> SHORTER;
            case USUAL -> 1;
            case LONGER -> LONGER;
        };
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

    private static Map<Long, AssetView> views(Memory memory, Catalog catalog) {
        Map<Long, AssetView> views = new LinkedHashMap<>();
        for (Shot told : memory.shots()) {
            catalog.assets().view(told.assetId()).ifPresent(view -> views.put(told.assetId(), view));
        }
        return views;
    }

    private static Map<Path, AssetView> photos(Collection<AssetView> views) {
        Map<Path, AssetView> photos = new LinkedHashMap<>();
        for (AssetView view : views) {
            if (!view.asset().facts().clip()) {
                there(view).ifPresent(file -> photos.put(file, view));
            }
        }
        return photos;
    }

    private static Optional<Path> there(AssetView view) {
        return view.files().stream().filter(Files::isReadable).findFirst();
    }

    /** A photo that moves. */
    private static FilmShot moving(
            AssetView view,
            Path photo,
            Moving moving,
            int chapter,
            Optional<String> caption,
            boolean goesOn,
            Map<Path, Seen> seen) {
        AssetFacts facts = view.asset().facts();
        FilmShot.Photo still = photo(view, photo, chapter, caption, seen);
        double aspect = facts.height() == 0 ? 1 : (double) facts.width() / facts.height();
        return new FilmShot.Clip(
                moving.file(),
                moving.movement().width(),
                moving.movement().height(),
                SeenPhotos.faces(view).stream()
                        .map(face -> moving.box(face, aspect))
                        .toList(),
                caption,
                chapter,
                moving.span().start(),
                moving.span().end().minus(moving.span().start()),
                moving.movement().hasAudio() ? FilmShot.ClipSound.AMBIENT : FilmShot.ClipSound.NONE,
                moving.inset(),
                Optional.of(new FilmShot.Still(still, moving.movement().still(), goesOn)));
    }

    private static FilmShot.Photo photo(
            AssetView view, Path file, int chapter, Optional<String> caption, Map<Path, Seen> seen) {
        AssetFacts facts = view.asset().facts();
        return new FilmShot.Photo(
                file,
                facts.width(),
                facts.height(),
                SeenPhotos.faces(view),
                caption,
                chapter,
                Optional.ofNullable(seen.get(file)));
    }

    private static FilmShot shot(
            AssetView view, Path file, int chapter, Optional<String> caption, Map<Path, Seen> seen) {
        AssetFacts facts = view.asset().facts();
        List<FrameBox> faces = SeenPhotos.faces(view);
        if (!facts.clip()) {
            return photo(view, file, chapter, caption, seen);
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
