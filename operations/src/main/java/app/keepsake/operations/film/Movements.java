package app.keepsake.operations.film;

import app.keepsake.catalog.AssetView;
import app.keepsake.catalog.Catalog;
import app.keepsake.catalog.Edit;
import app.keepsake.catalog.Movement;
import app.keepsake.catalog.Precision;
import app.keepsake.catalog.Quality;
import app.keepsake.catalog.Taken;
import app.keepsake.film.Mood.CutStyle;
import app.keepsake.film.timeline.FrameBox;
import app.keepsake.media.Inset;
import app.keepsake.media.MediaReader;
import app.keepsake.memories.MayShow;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Which photos move in a film: those whose movement is worth showing, and long enough for the mood, unless the user said
 * otherwise; and of a live photo, whose clip is an asset of its own, only where that may be shown too.
 */
final class Movements {
    /** Photos taken so shortly after each other are one scene. */
    private static final Duration ONE_SCENE = Duration.ofSeconds(4);

    /** What is left of a movement where another showed its beginning already; less is nothing to look at. */
    private static final Duration LEAST_MORE = Duration.ofMillis(600);

    /** A movement stands for its photo if it lasts at least this share of the mood's usual shot. */
    private static final double LEAST_OF_SHOT = 0.5;

    private final Catalog catalog;
    private final MayShow mayShow;
    private final Edit edit;
    private final Duration least;

    /**
     * @param edit says of which photos the user decided
     * @param cuts the mood's
     */
    Movements(Catalog catalog, Locale locale, Edit edit, CutStyle cuts) {
        this.catalog = catalog;
        this.mayShow = new MayShow(catalog, locale);
        this.edit = edit;
        this.least = Duration.ofMillis(Math.round(1000 * LEAST_OF_SHOT * (cuts.calm() + cuts.lively()) / 2));
    }

    /**
     * A photo's movement as a film shows it.
     *
     * @param file the clip's, or the photo's own
     * @param asset the clip's number, if it is an asset of its own
     * @param span what is worth showing
     * @param taken when the photo was
     */
    record Moving(
            Path file,
            Optional<Inset> inset,
            OptionalLong asset,
            Movement movement,
            Quality.Span span,
            Optional<LocalDateTime> taken) {
        /** Whether another photo's movement shows the same scene a moment later. */
        boolean isBefore(Moving other) {
            return movement.width() == other.movement.width()
                    && movement.height() == other.movement.height()
                    && taken.isPresent()
                    && other.taken.isPresent()
                    && !other.taken.get().isBefore(taken.get())
                    && Duration.between(taken.get(), other.taken.get()).compareTo(ONE_SCENE) <= 0;
        }

        /** This without what the one before shows already; empty where nothing worth looking at is left. */
        Optional<Moving> after(Moving before) {
            Duration apart = Duration.between(
                    before.taken.orElseThrow().minus(before.movement.still()),
                    taken.orElseThrow().minus(movement.still()));
            Duration seen = before.span.end().minus(apart);
            Duration start = seen.compareTo(span.start()) > 0 ? seen : span.start();
            return span.end().minus(start).compareTo(LEAST_MORE) < 0
                    ? Optional.empty()
                    : Optional.of(new Moving(file, inset, asset, movement, new Quality.Span(start, span.end()), taken));
        }

        /** A place on the photo as a place on the movement, which may be wider or taller around the same middle. */
        FrameBox box(FrameBox onPhoto, double photoAspect) {
            double ratio = photoAspect * movement.height() / movement.width();
            double w = Math.max(1, ratio);
            double h = Math.max(1, 1 / ratio);
            return new FrameBox(
                            0.5 + w * (onPhoto.x() - 0.5),
                            0.5 + h * (onPhoto.y() - 0.5),
                            w * onPhoto.width(),
                            h * onPhoto.height())
                    .intersection(FrameBox.WHOLE);
        }
    }

    /** @param file the photo's that is there */
    Optional<Moving> of(AssetView photo, Path file) {
        Optional<Movement> movement = photo.asset().facts().movement();
        Optional<Quality.Span> span = photo.quality().flatMap(Quality::bestSpan);
        if (photo.asset().facts().clip() || movement.isEmpty() || span.isEmpty()) {
            return Optional.empty();
        }
        Duration length = span.get().end().minus(span.get().start());
        if (!edit.moves().getOrDefault(photo.asset().id(), length.compareTo(least) >= 0)) {
            return Optional.empty();
        }
        // A file's time is often that of its copying: many have the same.
        Optional<LocalDateTime> taken = photo.asset()
                .facts()
                .knownTaken()
                .filter(when -> when.precision() == Precision.SECOND)
                .map(Taken::at);
        if (movement.get().isInside()) {
            Inset inset = new Inset(movement.get().offset(), movement.get().bytes());
            return Optional.of(
                    new Moving(file, Optional.of(inset), OptionalLong.empty(), movement.get(), span.get(), taken));
        }
        return MediaReader.clipBeside(file)
                .filter(Files::isReadable)
                .flatMap(clip -> shown(photo, clip)
                        .map(asset -> new Moving(
                                clip, Optional.empty(), OptionalLong.of(asset), movement.get(), span.get(), taken)));
    }

    /** The number of the clip in a file, if it is the photo's and may be shown. */
    private Optional<Long> shown(AssetView photo, Path clip) {
        return photo.asset()
                .facts()
                .livePhotoId()
                .flatMap(id -> catalog.assets().clipsOf(id).stream()
                        .filter(one -> one.files().contains(clip))
                        .findFirst())
                .map(one -> one.asset().id())
                .filter(asset -> mayShow.against(List.of(asset)).isEmpty());
    }
}
