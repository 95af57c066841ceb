package app.keepsake.operations.sources;

import app.keepsake.film.ShownFile;
import app.keepsake.film.timeline.FilmShot;
import app.keepsake.media.MediaException;
import app.keepsake.media.MediaInfo;
import app.keepsake.media.MediaReader;
import app.keepsake.media.PhotoDecoder;
import app.keepsake.media.RgbImage;
import app.keepsake.media.VideoReader;
import app.keepsake.operations.sources.SourceFolder.Item;
import app.keepsake.sources.Greeting;
import app.keepsake.sources.Rendition;
import app.keepsake.sources.Source;
import app.keepsake.sources.SourceException;
import app.keepsake.sources.SourceException.Kind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds the originals of one source's previews, or fetches them. A source that is away, or whose key may not, is asked no
 * more. Not thread-safe.
 */
final class FetchOriginals implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(FetchOriginals.class);

    /** An original of another shape than its preview was edited there. */
    private static final double SAME_SHAPE = 0.02;

    private static final Duration SAME_LENGTH = Duration.ofMillis(200);

    /** Long enough to tell the shape within a fraction of {@link #SAME_SHAPE}. */
    private static final int LOOK = 640;

    private static final String FULL = "originals that films show just now fill the room that there is for them.";

    private final SavedSources sources;
    private final SavedSource saved;
    private final OriginalsFolder originals;
    private @Nullable Source source;
    private boolean refused;

    FetchOriginals(SavedSources sources, SavedSource saved, OriginalsFolder originals) {
        this.sources = sources;
        this.saved = saved;
        this.originals = originals;
    }

    /**
     * A file that shows the same with more pixels.
     *
     * @param stop whether nothing is to be fetched any more
     * @return empty for what is not this source's, and where there is none that can be used, which the log tells of
     */
    Optional<Path> of(ShownFile shown, BooleanSupplier stop) {
        Optional<Item> item = SourceFolder.itemOf(
                SourceFolder.pictures(sources.folder(saved)), shown.shot().file());
        try {
            return item.isEmpty() ? Optional.empty() : of(shown, item.get(), stop);
        } catch (IOException | UncheckedIOException e) {
            tell("what is known of it cannot be read");
            return Optional.empty();
        }
    }

    private Optional<Path> of(ShownFile shown, Item item, BooleanSupplier stop) throws IOException {
        SidecarText.Marks marks =
                SidecarText.marks(SourceFolder.sidecarOf(shown.shot().file(), item));
        boolean isWhole = marks.longSide() > 0 && marks.longSide() <= shown.longSide();
        if (marks.edited() || isWhole || originals.isLeft(item.stem())) {
            return Optional.empty();
        }
        Optional<Path> found = originals.find(item.stem());
        if (found.isEmpty() && !refused && !stop.getAsBoolean()) {
            found = fetched(shown, item, marks.clip());
        }
        return found.filter(original -> showsTheSame(shown, original));
    }

    private Optional<Path> fetched(ShownFile shown, Item item, boolean clip) throws IOException {
        long most = clip ? FetchPictures.MOST_CLIP : FetchPictures.MOST_PHOTO;
        long room = originals.room();
        if (room <= 0) {
            refuse(FULL);
            return Optional.empty();
        }
        Path incoming = originals.incoming(item.stem());
        try {
            String type = open().download(item.key(), Rendition.ORIGINAL, incoming, Math.min(most, room));
            Optional<String> ending = FetchPictures.ending(type);
            if (ending.isEmpty()) {
                leave(item, "its original is of a kind that is not shown");
                return Optional.empty();
            }
            Optional<Path> kept = originals.keep(incoming, item.stem(), ending.get());
            // What is hidden loses its preview first, and then what is here.
            if (!Files.exists(shown.shot().file())) {
                originals.remove(item.stem());
                return Optional.empty();
            }
            return kept;
        } catch (SourceException e) {
            without(item, e, room < most);
            return Optional.empty();
        } catch (IOException e) {
            refuse(e.getMessage());
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            refuse("it was stopped.");
            return Optional.empty();
        } finally {
            Files.deleteIfExists(incoming);
        }
    }

    private void without(Item item, SourceException e, boolean full) throws IOException {
        if (e.kind() == Kind.TOO_LARGE && full) {
            refuse(FULL);
        } else if (e.kind() == Kind.TOO_LARGE) {
            leave(item, "its original is too large");
        } else if (e.kind() == Kind.GONE) {
            tell("its original is not there");
        } else {
            refuse(e.getMessage());
        }
    }

    private void leave(Item item, String because) throws IOException {
        originals.leave(item.stem());
        tell(because);
    }

    private void tell(String because) {
        LOG.info("A film shows a preview of the source {}: {}.", saved.name(), because);
    }

    private void refuse(@Nullable String because) {
        refused = true;
        LOG.warn("A film shows previews of the source {} from here on: {}", saved.name(), because);
    }

    /** Greeted, which tells soon whether it is away. */
    private Source open() throws IOException, InterruptedException {
        Source opened = source;
        if (opened == null) {
            opened = sources.open(saved);
            source = opened;
            Greeting ignored = opened.greet();
        }
        return opened;
    }

    /** Whether it can be decoded, has more pixels, and is of the same shape and length as what was planned. */
    private boolean showsTheSame(ShownFile shown, Path original) {
        try {
            MediaInfo info = MediaReader.read(original);
            boolean same = Math.max(info.width(), info.height()) > shown.longSide()
                    && (shown.shot() instanceof FilmShot.Clip clip
                            ? isSameClip(clip, original, info)
                            : isSamePhoto(shown.shot(), original));
            if (!same) {
                tell("its original is not as its preview is, or not larger");
            }
            return same;
        } catch (MediaException e) {
            tell("its original cannot be decoded");
            return false;
        }
    }

    private static boolean isSamePhoto(FilmShot preview, Path original) throws MediaException {
        RgbImage looked = PhotoDecoder.create().decode(original, LOOK);
        return isSameShape(preview, looked.width(), looked.height());
    }

    private static boolean isSameClip(FilmShot preview, Path original, MediaInfo info) throws MediaException {
        Duration apart = info.duration()
                .minus(MediaReader.read(preview.file()).duration())
                .abs();
        if (apart.compareTo(SAME_LENGTH) > 0) {
            return false;
        }
        try (VideoReader reader = VideoReader.open(original, LOOK)) {
            return isSameShape(preview, reader.width(), reader.height())
                    && reader.nextFrame().isPresent();
        }
    }

    private static boolean isSameShape(FilmShot preview, int width, int height) {
        double wanted = (double) preview.width() / preview.height();
        return Math.abs((double) width / height / wanted - 1) <= SAME_SHAPE;
    }

    @Override
    public void close() {
        Source opened = source;
        if (opened != null) {
            opened.close();
        }
    }
}
