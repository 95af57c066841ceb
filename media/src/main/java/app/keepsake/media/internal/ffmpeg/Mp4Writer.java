package app.keepsake.media.internal.ffmpeg;

import static org.bytedeco.ffmpeg.global.avformat.AVIO_FLAG_WRITE;
import static org.bytedeco.ffmpeg.global.avformat.av_write_trailer;
import static org.bytedeco.ffmpeg.global.avformat.avformat_alloc_output_context2;
import static org.bytedeco.ffmpeg.global.avformat.avformat_free_context;
import static org.bytedeco.ffmpeg.global.avformat.avformat_write_header;
import static org.bytedeco.ffmpeg.global.avformat.avio_closep;
import static org.bytedeco.ffmpeg.global.avformat.avio_open;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_free;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_set;

import app.keepsake.media.MediaException;
import app.keepsake.media.MovieFormat;
import app.keepsake.media.MovieWriter;
import app.keepsake.media.RgbImage;
import app.keepsake.media.Sound;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.Objects;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVIOContext;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.jspecify.annotations.Nullable;

/** Writes to a hidden neighbour of the wanted file and moves that into place when all is written. */
public final class Mp4Writer implements MovieWriter {
    private static final String REMEDY = "Check that the disk has room and that the folder may be written to.";

    private final Path file;
    private final Path part;
    private final MovieFormat format;
    private final AVFormatContext muxer = new AVFormatContext(null);
    private final @Nullable H264Track picture;
    private final @Nullable AacTrack sound;
    private final EncodingThread encoding = new EncodingThread();
    private boolean open = true;

    private Mp4Writer(Path file, MovieFormat format) throws MediaException {
        FFmpeg.load();
        this.file = file;
        this.format = format;
        Path name = file.toAbsolutePath().getFileName();
        if (name == null) {
            throw new MediaException(file, "a file name", "a folder", "Name the movie's file.");
        }
        this.part = file.toAbsolutePath().resolveSibling("." + name + ".part");
        H264Track madePicture = null;
        AacTrack madeSound = null;
        try {
            check(avformat_alloc_output_context2(muxer, null, "mp4", "file:" + part), "an MP4 writer");
            madePicture = new H264Track(file, muxer, format, encoding);
            madeSound = new AacTrack(file, muxer);
            this.picture = madePicture;
            this.sound = madeSound;
            begin();
        } catch (MediaException | RuntimeException | Error e) {
            release(madePicture, madeSound);
            throw e;
        }
    }

    /** Starts a movie; an existing file of the name stays until {@link #finish()}. */
    public static Mp4Writer create(Path file, MovieFormat format) throws MediaException {
        return new Mp4Writer(file, format);
    }

    private void begin() throws MediaException {
        AVIOContext io = new AVIOContext(null);
        check(avio_open(io, "file:" + part, AVIO_FLAG_WRITE), "a file that can be written");
        muxer.pb(io);
        AVDictionary options = new AVDictionary(null);
        try {
            // Players on the web start before the whole file is there if the index comes first.
            av_dict_set(options, "movflags", "+faststart", 0);
            check(avformat_write_header(muxer, options), "a movie header");
        } finally {
            av_dict_free(options);
        }
    }

    @Override
    public void frame(RgbImage image) throws MediaException {
        ensureOpen();
        if (image.width() != format.width() || image.height() != format.height()) {
            throw new IllegalArgumentException("A frame must be %d x %d, found %d x %d."
                    .formatted(format.width(), format.height(), image.width(), image.height()));
        }
        picture.frame(image);
    }

    @Override
    public void sound(float[] samples, int offset, int length) throws MediaException {
        ensureOpen();
        if (length % 2 != 0) {
            throw new IllegalArgumentException("Stereo samples come in pairs, found %d values.".formatted(length));
        }
        Objects.checkFromIndexSize(offset, length, samples.length);
        float[] copy = Arrays.copyOfRange(samples, offset, offset + length);
        encoding.submit(() -> sound.append(copy));
    }

    @Override
    public void finish() throws MediaException {
        ensureOpen();
        picture.finish();
        double end = picture.frames() * (double) format.perSeconds() / format.framesPerSecond() * Sound.RATE;
        encoding.submit(() -> sound.finish(end));
        encoding.finish();
        check(av_write_trailer(muxer), "a complete movie");
        release(picture, sound);
        try {
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new MediaException(file, "a file that can be replaced", "the error \"" + e + "\"", REMEDY);
        }
    }

    private void ensureOpen() {
        if (!open) {
            throw new IllegalStateException("The movie " + file + " is finished or closed.");
        }
    }

    private void check(int answer, String expected) throws MediaException {
        FFmpeg.check(answer, file, expected, REMEDY);
    }

    private void release(@Nullable H264Track pictureTrack, @Nullable AacTrack soundTrack) {
        open = false;
        encoding.close();
        if (pictureTrack != null) {
            pictureTrack.close();
        }
        if (soundTrack != null) {
            soundTrack.close();
        }
        if (!muxer.isNull()) {
            if (muxer.pb() != null) {
                avio_closep(muxer.pb());
                muxer.pb(null);
            }
            avformat_free_context(muxer);
            muxer.setNull();
        }
    }

    @Override
    public void close() {
        if (open) {
            release(picture, sound);
        }
        try {
            Files.deleteIfExists(part);
        } catch (IOException e) {
            part.toFile().deleteOnExit();
        }
    }
}
