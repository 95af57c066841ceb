package app.keepsake.media;

import app.keepsake.media.internal.ffmpeg.WebpEncoder;
import java.nio.file.Path;

/** Writes small pictures as WebP. */
public final class WebpWriter {
    private WebpWriter() {}

    /**
     * Writes an image; the file appears only when it is complete.
     *
     * @param quality 0 to 1; 0.8 is as near to the picture as JPEG at 0.82
     */
    public static void write(RgbImage image, Path file, float quality) throws MediaException {
        byte[] bytes = WebpEncoder.encode(image, quality);
        CompleteFile.write(file, out -> out.write(bytes));
    }
}
