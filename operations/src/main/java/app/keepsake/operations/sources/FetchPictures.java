package app.keepsake.operations.sources;

import app.keepsake.media.MediaException;
import app.keepsake.media.MediaInfo;
import app.keepsake.media.MediaReader;
import app.keepsake.operations.sources.SourceFolder.Item;
import app.keepsake.sources.Rendition;
import app.keepsake.sources.Source;
import app.keepsake.sources.SourceAsset;
import app.keepsake.sources.SourceException;
import app.keepsake.sources.SourceException.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * Fetches what is looked at: of a photo the preview that its source made, where it is large enough, and of a clip what its
 * source plays. One at a time; what was fetched stays when it is stopped. Not thread-safe.
 */
final class FetchPictures {
    /** The sides of previews that are large enough for a film in full HD with a moving camera, nearly. */
    private static final int LARGE_ENOUGH = 1440;

    private static final double NEARLY = 0.95;
    static final long MOST_PHOTO = 100L << 20;
    static final long MOST_CLIP = 400L << 20;

    private static final Map<String, String> ENDINGS = Map.ofEntries(
            Map.entry("image/jpeg", "jpg"),
            Map.entry("image/webp", "webp"),
            Map.entry("image/png", "png"),
            Map.entry("image/heic", "heic"),
            Map.entry("image/heif", "heif"),
            Map.entry("image/avif", "avif"),
            Map.entry("image/tiff", "tif"),
            Map.entry("image/gif", "gif"),
            Map.entry("video/mp4", "mp4"),
            Map.entry("video/quicktime", "mov"),
            Map.entry("video/webm", "webm"),
            Map.entry("video/x-matroska", "mkv"));

    private final Source source;
    private final SourceFolder folder;
    private boolean originals = true;
    private int tooLarge;
    private int unusable;

    FetchPictures(Source source, SourceFolder folder) {
        this.source = source;
        this.folder = folder;
    }

    /** The ending of a media type that can be looked at. */
    static Optional<String> ending(String type) {
        return Optional.ofNullable(ENDINGS.get(type));
    }

    /**
     * @param most how many
     * @param stop asked before each
     */
    SyncReport fetch(int most, BooleanSupplier stop) throws IOException, InterruptedException {
        int fetched = 0;
        int tried = 0;
        for (Item item : folder.withoutPicture()) {
            if (tried++ >= most || stop.getAsBoolean()) {
                break;
            }
            fetched += fetch(item) ? 1 : 0;
        }
        int left = folder.withoutPicture().size();
        return new SyncReport(folder.size(), 0, 0, fetched, left, tooLarge, unusable, stop.getAsBoolean());
    }

    private boolean fetch(Item item) throws IOException, InterruptedException {
        SidecarText.Marks marks = SidecarText.marks(folder.sidecar(item));
        if (marks.faces()) {
            Optional<SourceAsset> asset = source.asset(item.key());
            if (asset.isEmpty()) {
                return false;
            }
            boolean shared = item.place().equals(SourceFolder.SHARED);
            boolean ignored = folder.put(asset.get().showing(source.faces(item.key())), shared);
        }
        // The asset may have changed meanwhile, so that its picture is another one.
        Item now = folder.find(item.key()).orElse(item);
        Path incoming = folder.incoming(now);
        try {
            String type = marks.clip()
                    ? source.download(now.key(), Rendition.PLAYBACK, incoming, MOST_CLIP)
                    : photo(now, incoming, marks.longSide());
            String ending = ENDINGS.get(type);
            if (ending == null) {
                unusable++;
                folder.leave(now);
                return false;
            }
            Item ignored = folder.fetched(now, incoming, ending);
            return true;
        } catch (SourceException e) {
            if (e.kind() == Kind.TOO_LARGE) {
                tooLarge++;
                folder.leave(now);
            } else if (e.kind() != Kind.GONE) {
                throw e;
            }
            return false;
        } finally {
            Files.deleteIfExists(incoming);
        }
    }

    private String photo(Item item, Path incoming, int longSide) throws IOException, InterruptedException {
        String type = source.download(item.key(), Rendition.PREVIEW, incoming, MOST_PHOTO);
        if (!originals || isLargeEnough(incoming, longSide)) {
            return type;
        }
        Path preview = incoming.resolveSibling("." + incoming.getFileName() + ".small.part");
        try {
            Files.move(incoming, preview);
            String original = source.download(item.key(), Rendition.ORIGINAL, incoming, MOST_PHOTO);
            if (ENDINGS.containsKey(original)) {
                return original;
            }
        } catch (SourceException e) {
            if (e.kind() == Kind.PERMISSION) {
                // The smaller picture is better than none.
                originals = false;
            } else if (e.kind() != Kind.TOO_LARGE && e.kind() != Kind.GONE) {
                Files.deleteIfExists(preview);
                throw e;
            }
        }
        Files.deleteIfExists(incoming);
        Files.move(preview, incoming);
        return type;
    }

    private static boolean isLargeEnough(Path preview, int longSide) {
        try {
            MediaInfo info = MediaReader.read(preview);
            return Math.max(info.width(), info.height()) >= NEARLY * Math.min(LARGE_ENOUGH, longSide);
        } catch (MediaException damaged) {
            // The index run tells of it.
            return true;
        }
    }
}
