package app.keepsake.media.internal.ffmpeg;

import static org.bytedeco.ffmpeg.global.avcodec.AV_PKT_FLAG_KEY;
import static org.bytedeco.ffmpeg.global.avcodec.av_new_packet;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_rescale_ts;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_parameters_from_context;
import static org.bytedeco.ffmpeg.global.avformat.AVIO_FLAG_WRITE;
import static org.bytedeco.ffmpeg.global.avformat.av_interleaved_write_frame;
import static org.bytedeco.ffmpeg.global.avformat.av_write_frame;
import static org.bytedeco.ffmpeg.global.avformat.av_write_trailer;
import static org.bytedeco.ffmpeg.global.avformat.avformat_alloc_output_context2;
import static org.bytedeco.ffmpeg.global.avformat.avformat_free_context;
import static org.bytedeco.ffmpeg.global.avformat.avformat_new_stream;
import static org.bytedeco.ffmpeg.global.avformat.avformat_write_header;
import static org.bytedeco.ffmpeg.global.avformat.avio_closep;
import static org.bytedeco.ffmpeg.global.avformat.avio_flush;
import static org.bytedeco.ffmpeg.global.avformat.avio_open;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_free;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_set;

import app.keepsake.media.CodedPictures;
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
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVIOContext;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVRational;
import org.jspecify.annotations.Nullable;

/**
 * Writes to a hidden neighbour of the wanted file and moves that into place when all is written; a growing movie is
 * written under its own name.
 */
public final class Mp4Writer implements MovieWriter {
    private static final String REMEDY = "Check that the disk has room and that the folder may be written to.";

    private final Path file;
    private final Path part;
    private final MovieFormat format;
    private final boolean growing;
    private final AVFormatContext muxer = new AVFormatContext(null);
    private final Owned owned = new Owned();
    private final AVPacket packet;
    private final AVRational frameTime;
    private final AVStream picture;
    private final @Nullable AacTrack sound;
    private @Nullable H264Encoder encoder;
    private int inRun;
    private long frames;
    private boolean open = true;
    private boolean finished;

    private Mp4Writer(Path file, MovieFormat format, boolean growing) throws MediaException {
        FFmpeg.load();
        this.file = file;
        this.format = format;
        this.growing = growing;
        this.frameTime = new AVRational().num(format.perSeconds()).den(format.framesPerSecond());
        Path name = file.toAbsolutePath().getFileName();
        if (name == null) {
            throw new MediaException(file, "a file name", "a folder", "Name the movie's file.");
        }
        this.part = growing ? file.toAbsolutePath() : file.toAbsolutePath().resolveSibling("." + name + ".part");
        AacTrack made = null;
        try {
            this.packet = owned.packet();
            check(avformat_alloc_output_context2(muxer, null, "mp4", "file:" + part), "an MP4 writer");
            this.picture = FFmpeg.allocated(avformat_new_stream(muxer, null));
            picture.time_base(frameTime);
            H264Encoder first = new H264Encoder(format);
            this.encoder = first;
            check(avcodec_parameters_from_context(picture.codecpar(), first.context()), "stream parameters");
            made = new AacTrack(file, muxer);
            this.sound = made;
            begin();
        } catch (MediaException | RuntimeException | Error e) {
            release(made);
            throw e;
        }
    }

    /** Starts a movie; an existing file of the name stays until {@link #finish()}, unless the movie grows. */
    public static Mp4Writer create(Path file, MovieFormat format, boolean growing) throws MediaException {
        return new Mp4Writer(file, format, growing);
    }

    private void begin() throws MediaException {
        AVIOContext io = new AVIOContext(null);
        check(avio_open(io, "file:" + part, AVIO_FLAG_WRITE), "a file that can be written");
        muxer.pb(io);
        AVDictionary options = new AVDictionary(null);
        try {
            // Players on the web start before the whole file is there if the index comes first.
            String flags = growing ? "+delay_moov+default_base_moof+frag_custom" : "+faststart";
            av_dict_set(options, "movflags", flags, 0);
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
        H264Encoder current = encoder;
        if (current == null) {
            current = new H264Encoder(format);
            encoder = current;
        }
        current.frame(image);
        inRun++;
        if (inRun >= H264Encoder.KEY_SECONDS * format.framesPerSecond() / format.perSeconds()) {
            endRun();
        }
    }

    /** What was encoded frame by frame so far becomes a run of its own. */
    private void endRun() throws MediaException {
        H264Encoder current = encoder;
        encoder = null;
        if (current != null) {
            try (current) {
                if (inRun > 0) {
                    write(current.finish());
                }
            }
        }
        inRun = 0;
    }

    @Override
    public void pictures(CodedPictures run) throws MediaException {
        ensureOpen();
        endRun();
        write(run);
    }

    private void write(CodedPictures run) throws MediaException {
        for (int i = 0; i < run.frames(); i++) {
            byte[] bytes = run.packets().get(i);
            check(av_new_packet(packet, bytes.length), "memory for a frame");
            packet.data().put(bytes, 0, bytes.length);
            packet.pts(frames).dts(frames).duration(1).stream_index(picture.index());
            packet.flags(i == 0 ? AV_PKT_FLAG_KEY : 0);
            av_packet_rescale_ts(packet, frameTime, picture.time_base());
            check(av_interleaved_write_frame(muxer, packet), "a disk with room");
            frames++;
        }
    }

    @Override
    public void sound(float[] samples, int offset, int length) throws MediaException {
        ensureOpen();
        if (length % 2 != 0) {
            throw new IllegalArgumentException("Stereo samples come in pairs, found %d values.".formatted(length));
        }
        Objects.checkFromIndexSize(offset, length, samples.length);
        Objects.requireNonNull(sound).append(Arrays.copyOfRange(samples, offset, offset + length));
    }

    @Override
    public void flush() throws MediaException {
        ensureOpen();
        if (growing) {
            check(av_interleaved_write_frame(muxer, null), "a disk with room");
            check(av_write_frame(muxer, null), "a disk with room");
            avio_flush(muxer.pb());
        }
    }

    @Override
    public void finish() throws MediaException {
        ensureOpen();
        endRun();
        Objects.requireNonNull(sound)
                .finish(frames * (double) format.perSeconds() / format.framesPerSecond() * Sound.RATE);
        check(av_write_trailer(muxer), "a complete movie");
        release(sound);
        finished = true;
        if (growing) {
            return;
        }
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

    private void release(@Nullable AacTrack soundTrack) {
        open = false;
        H264Encoder current = encoder;
        encoder = null;
        if (current != null) {
            current.close();
        }
        if (soundTrack != null) {
            soundTrack.close();
        }
        owned.close();
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
            release(sound);
        }
        if (finished && growing) {
            return;
        }
        try {
            Files.deleteIfExists(part);
        } catch (IOException e) {
            part.toFile().deleteOnExit();
        }
    }
}
