package app.keepsake.operations.index;

import app.keepsake.media.DecodingMemory;
import app.keepsake.media.Inset;
import app.keepsake.media.MediaException;
import app.keepsake.media.MediaInfo;
import app.keepsake.media.MediaReader;
import app.keepsake.media.PhotoDecoder;
import app.keepsake.media.RgbImage;
import app.keepsake.media.VideoReader;
import java.nio.file.Path;
import java.util.Optional;

/** Opens files in this process, which is fast, and for those that are as cameras write them. */
final class Here implements Opening {
    private final PhotoDecoder photos;

    /** @param memory for all pictures that are decoded at the same time */
    Here(DecodingMemory memory) {
        this.photos = PhotoDecoder.create(memory);
    }

    @Override
    public MediaInfo info(Path file) throws MediaException {
        return MediaReader.read(file);
    }

    @Override
    public RgbImage photo(Path file, int longSide) throws MediaException {
        return photos.decode(file, longSide);
    }

    @Override
    public VideoReader clip(Path file, Optional<Inset> inset, int longSide) throws MediaException {
        return VideoReader.open(file, inset, longSide);
    }
}
