package app.keepsake.media;

import app.keepsake.media.internal.photo.StillDecoder;
import java.nio.file.Path;

/** Decodes still pictures. Implementations are thread-safe. */
public interface PhotoDecoder {
    /** The decoder for all formats of still pictures that {@link MediaType} names. */
    static PhotoDecoder create() {
        return create(DecodingMemory.unlimited());
    }

    /** The same for several threads that decode within so much memory. */
    static PhotoDecoder create(DecodingMemory memory) {
        return new StillDecoder(memory);
    }

    /**
     * Decodes a photo upright, in sRGB, at reduced scale inside the decoder where the format allows.
     *
     * @param file a JPEG, PNG, WebP, HEIF, TIFF (first page), GIF (first frame), BMP or RAW file (the largest JPEG in it)
     * @param longSide the wanted length of the longer side in pixels; a smaller original keeps its size, a larger one
     *     is reduced to exactly this
     * @throws MediaException when the file is damaged, has more than 200 million pixels, or is of another kind
     */
    RgbImage decode(Path file, int longSide) throws MediaException;
}
