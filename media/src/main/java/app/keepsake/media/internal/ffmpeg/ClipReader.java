package app.keepsake.media.internal.ffmpeg;

import static org.bytedeco.ffmpeg.global.avcodec.av_packet_unref;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_flush_buffers;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_free_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_receive_frame;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_send_packet;
import static org.bytedeco.ffmpeg.global.avformat.AVSEEK_FLAG_BACKWARD;
import static org.bytedeco.ffmpeg.global.avformat.AVSEEK_FLAG_BYTE;
import static org.bytedeco.ffmpeg.global.avformat.av_read_frame;
import static org.bytedeco.ffmpeg.global.avformat.av_seek_frame;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_EAGAIN;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_EOF;
import static org.bytedeco.ffmpeg.global.avutil.AVMEDIA_TYPE_VIDEO;
import static org.bytedeco.ffmpeg.global.avutil.AV_NOPTS_VALUE;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;

import app.keepsake.media.Inset;
import app.keepsake.media.MediaException;
import app.keepsake.media.RgbImage;
import app.keepsake.media.VideoFrame;
import app.keepsake.media.VideoReader;
import app.keepsake.media.internal.Orientation;
import app.keepsake.media.internal.Sizes;
import app.keepsake.media.internal.SourceFile;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVFrame;

/** Decodes a clip's main picture track, two threads deep, and scales each frame in the library. */
public final class ClipReader implements VideoReader {
    private static final int THREADS = Math.min(4, Runtime.getRuntime().availableProcessors());
    /** So many unreadable packets in a row mean that nothing is left to decode. */
    private static final int PATIENCE = 200;
    /** Seconds in which a broadcast or a tape has a key frame. */
    private static final double LEAD = 1.5;

    private final Path file;
    private final Demuxer demuxer;
    private final AVStream stream;
    private final AVCodecContext decoder;
    private final AVFrame frame;
    private final PictureScaler scaler;
    private final Orientation orientation;
    private final Sizes size;
    private final double tick;
    /** Whether the container says where key frames are. */
    private final boolean indexed;

    private final long start;
    private double skipUntil = Double.NEGATIVE_INFINITY;
    private boolean drained;
    private boolean mayRewind;
    private boolean open = true;

    private ClipReader(Demuxer demuxer, AVStream stream, AVCodecContext decoder, int longSide) {
        this.file = demuxer.file;
        this.demuxer = demuxer;
        this.stream = stream;
        this.decoder = decoder;
        this.orientation = Demuxer.orientation(stream);
        Sizes stored = displaySize(stream).within(longSide);
        this.size = stored.swapped(orientation.swapsSides());
        this.scaler = new PictureScaler(file, stored, THREADS);
        this.indexed = !demuxer.isStream();
        this.tick = Demuxer.seconds(stream.time_base());
        this.start = stream.start_time() == AV_NOPTS_VALUE ? 0 : stream.start_time();
        // The last, since nobody frees it when what comes after it fails.
        this.frame = FFmpeg.allocated(av_frame_alloc());
    }

    /** Opens a clip; frames come with a longer side of at most {@code longSide} pixels. */
    public static ClipReader open(Path path, int longSide) throws MediaException {
        SourceFile source = SourceFile.of(path);
        if (!source.type().isVideo()) {
            throw new MediaException(path, "a clip", "a " + source.type() + " picture", "Use it as a photo.");
        }
        return open(path, Optional.empty(), longSide);
    }

    /** The same of a clip that is a part of a file; empty for a file that is a clip. */
    public static ClipReader open(Path path, Optional<Inset> inset, int longSide) throws MediaException {
        Demuxer demuxer = Demuxer.open(path, inset);
        try {
            demuxer.probe();
            int index = demuxer.bestStream(AVMEDIA_TYPE_VIDEO);
            if (index < 0) {
                throw new MediaException(path, "a picture track", "none", "Leave it out: it has only sound or data.");
            }
            AVStream stream = demuxer.context.streams(index);
            checkSize(path, stream);
            return reader(demuxer, stream, longSide);
        } catch (MediaException | RuntimeException | Error e) {
            demuxer.close();
            throw e;
        }
    }

    private static ClipReader reader(Demuxer demuxer, AVStream stream, int longSide) throws MediaException {
        AVCodecContext decoder = demuxer.decoder(stream, THREADS);
        try {
            return new ClipReader(demuxer, stream, decoder, longSide);
        } catch (RuntimeException | Error e) {
            avcodec_free_context(decoder);
            throw e;
        }
    }

    static void checkSize(Path path, AVStream stream) throws MediaException {
        long width = stream.codecpar().width();
        long height = stream.codecpar().height();
        if (width < 1 || height < 1 || width * height > FFmpeg.MAX_PIXELS) {
            throw new MediaException(
                    path,
                    "frames of 1 to %d pixels".formatted(FFmpeg.MAX_PIXELS),
                    "%d x %d".formatted(width, height),
                    "Leave it out, or convert it to a usual size.");
        }
    }

    /** Stored pixels need not be square; the wider measure is kept for the picture. */
    static Sizes displaySize(AVStream stream) {
        int width = stream.codecpar().width();
        int height = stream.codecpar().height();
        double aspect = Demuxer.seconds(stream.sample_aspect_ratio());
        if (aspect > 1 && aspect < 16) {
            return new Sizes((int) Math.round(width * aspect), height);
        }
        if (aspect > 1.0 / 16 && aspect < 1) {
            return new Sizes(width, (int) Math.round(height / aspect));
        }
        return new Sizes(width, height);
    }

    @Override
    public int width() {
        return size.width();
    }

    @Override
    public int height() {
        return size.height();
    }

    @Override
    public void seek(Duration time) throws MediaException {
        ensureOpen();
        double seconds = time.toNanos() / 1e9;
        double from = indexed ? seconds : seconds - LEAD;
        long target = start + Math.round(from / tick);
        int answer = indexed || from > 0
                ? av_seek_frame(demuxer.context, stream.index(), target, AVSEEK_FLAG_BACKWARD)
                : av_seek_frame(demuxer.context, -1, 0, AVSEEK_FLAG_BYTE);
        FFmpeg.check(answer, file, "a clip that can be read from " + time, Demuxer.REMEDY);
        startOver(seconds);
        mayRewind = !indexed && from > 0;
    }

    private void startOver(double seconds) {
        avcodec_flush_buffers(decoder);
        skipUntil = seconds;
        drained = false;
    }

    /** Goes to the start, where no key frame came behind the place that was sought. */
    private boolean rewound() {
        boolean again = mayRewind && av_seek_frame(demuxer.context, -1, 0, AVSEEK_FLAG_BYTE) >= 0;
        mayRewind = false;
        if (again) {
            startOver(skipUntil);
        }
        return again;
    }

    @Override
    public Optional<VideoFrame> nextFrame() throws MediaException {
        ensureOpen();
        while (decodeOne() || rewound() && decodeOne()) {
            double time = (frame.best_effort_timestamp() - start) * tick;
            // The frame on screen at the wanted time is the one that has not ended by then.
            if (time + frame.duration() * tick <= skipUntil - 1e-6) {
                continue;
            }
            mayRewind = false;
            byte[] pixels = scaler.scale(frame);
            Sizes stored = size.swapped(orientation.swapsSides());
            RgbImage image = orientation.apply(new RgbImage(stored.width(), stored.height(), pixels));
            return Optional.of(new VideoFrame(Duration.ofNanos(Math.round(Math.max(0, time) * 1e9)), image));
        }
        return Optional.empty();
    }

    private boolean decodeOne() throws MediaException {
        int failures = 0;
        while (true) {
            int got = avcodec_receive_frame(decoder, frame);
            if (got == 0) {
                return true;
            }
            if (got == AVERROR_EOF || failures > PATIENCE) {
                return false;
            }
            if (got != AVERROR_EAGAIN()) {
                failures++;
                continue;
            }
            failures = feed() ? 0 : failures + 1;
        }
    }

    /** Hands the decoder one more packet of the track; damaged ones are passed over, as players do. */
    private boolean feed() {
        while (true) {
            int read = av_read_frame(demuxer.context, demuxer.packet);
            if (read < 0) {
                if (drained) {
                    return false;
                }
                drained = true;
                return avcodec_send_packet(decoder, null) == 0;
            }
            try {
                if (demuxer.packet.stream_index() == stream.index()) {
                    return avcodec_send_packet(decoder, demuxer.packet) == 0;
                }
            } finally {
                av_packet_unref(demuxer.packet);
            }
        }
    }

    private void ensureOpen() {
        if (!open) {
            throw new IllegalStateException("The clip " + file + " is closed.");
        }
    }

    @Override
    public void close() {
        open = false;
        scaler.close();
        av_frame_free(frame);
        avcodec_free_context(decoder);
        demuxer.close();
    }
}
