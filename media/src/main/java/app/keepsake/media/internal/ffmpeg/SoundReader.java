package app.keepsake.media.internal.ffmpeg;

import static org.bytedeco.ffmpeg.global.avcodec.av_packet_unref;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_receive_frame;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_send_packet;
import static org.bytedeco.ffmpeg.global.avformat.AVSEEK_FLAG_BACKWARD;
import static org.bytedeco.ffmpeg.global.avformat.av_read_frame;
import static org.bytedeco.ffmpeg.global.avformat.av_seek_frame;
import static org.bytedeco.ffmpeg.global.avutil.AVMEDIA_TYPE_AUDIO;
import static org.bytedeco.ffmpeg.global.avutil.AV_NOPTS_VALUE;
import static org.bytedeco.ffmpeg.global.avutil.AV_SAMPLE_FMT_FLT;
import static org.bytedeco.ffmpeg.global.avutil.av_channel_layout_default;
import static org.bytedeco.ffmpeg.global.swresample.swr_alloc_set_opts2;
import static org.bytedeco.ffmpeg.global.swresample.swr_convert;
import static org.bytedeco.ffmpeg.global.swresample.swr_free;
import static org.bytedeco.ffmpeg.global.swresample.swr_get_out_samples;
import static org.bytedeco.ffmpeg.global.swresample.swr_init;

import app.keepsake.media.Inset;
import app.keepsake.media.MediaException;
import app.keepsake.media.Sound;
import app.keepsake.media.internal.SourceFile;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVChannelLayout;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.swresample.SwrContext;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.PointerPointer;
import org.jspecify.annotations.Nullable;

/** Reads one span of a clip's sound as 48 kHz stereo. */
public final class SoundReader implements AutoCloseable {
    /** Codecs with overlapping blocks need a little sound before the span to be right from its first sample. */
    private static final double RUN_UP_SECONDS = 0.2;

    private final Demuxer demuxer;
    private final AVStream stream;
    private final AVCodecContext decoder;
    private final Owned owned = new Owned();
    private final AVFrame frame;
    private final SwrContext resampler = new SwrContext(null);
    private final float[] samples;
    /** Where in {@code samples} the next converted value belongs; negative before the span. */
    private long position = Long.MIN_VALUE;

    private final double from;
    private final double tick;
    private final double clipStart;

    private SoundReader(Demuxer demuxer, AVStream stream, double from, int frames) throws MediaException {
        this.demuxer = demuxer;
        this.stream = stream;
        this.from = from;
        this.tick = Demuxer.seconds(stream.time_base());
        long start = demuxer.context.start_time();
        this.clipStart = start == AV_NOPTS_VALUE ? 0 : start / 1e6;
        this.samples = new float[Math.multiplyExact(frames, 2)];
        // The last, since nobody frees them when what comes after them fails.
        this.decoder = owned.taken(demuxer.decoder(stream, 1));
        try {
            this.frame = owned.frame();
        } catch (OutOfMemoryError e) {
            owned.close();
            throw e;
        }
    }

    /**
     * Reads a span; what lies beyond the sound's end is cut off, what lies before its start is silent. Without a sound
     * track the result is empty.
     */
    public static Sound read(Path path, Duration from, Duration length) throws MediaException {
        SourceFile source = SourceFile.of(path);
        if (!source.type().isVideo()) {
            return new Sound(new float[0]);
        }
        return read(path, Optional.empty(), from, length);
    }

    /** The same of a clip that is a part of a file; empty for a file that is a clip. */
    public static Sound read(Path path, Optional<Inset> inset, Duration from, Duration length) throws MediaException {
        try (Demuxer demuxer = Demuxer.open(path, inset)) {
            demuxer.probe();
            return read(demuxer, from, length);
        }
    }

    /** Reads a file of sound alone from its start. */
    public static Sound recording(Path path, Duration length) throws MediaException {
        SourceFile.checkRegular(path);
        try (Demuxer demuxer = Demuxer.openRecording(path)) {
            demuxer.probe();
            return read(demuxer, Duration.ZERO, length);
        }
    }

    private static Sound read(Demuxer demuxer, Duration from, Duration length) throws MediaException {
        int index = demuxer.bestStream(AVMEDIA_TYPE_AUDIO);
        if (index < 0) {
            return new Sound(new float[0]);
        }
        double clip = Math.max(0, demuxer.context.duration() / 1e6);
        double seconds = Math.min(length.toNanos() / 1e9, Math.max(0, clip + 1 - from.toNanos() / 1e9));
        int frames = Math.toIntExact(Math.min(Integer.MAX_VALUE / 4, Math.round(seconds * Sound.RATE)));
        try (SoundReader reader =
                new SoundReader(demuxer, demuxer.context.streams(index), from.toNanos() / 1e9, frames)) {
            return reader.readSpan();
        }
    }

    private Sound readSpan() throws MediaException {
        long target = Math.round((from + clipStart - RUN_UP_SECONDS) / tick);
        // A track that cannot be sought is read from its start.
        av_seek_frame(demuxer.context, stream.index(), Math.max(0, target), AVSEEK_FLAG_BACKWARD);
        boolean more = true;
        while (more && position < samples.length) {
            int read = av_read_frame(demuxer.context, demuxer.packet);
            more = read >= 0;
            try {
                if (!more) {
                    avcodec_send_packet(decoder, null);
                } else if (demuxer.packet.stream_index() == stream.index()) {
                    avcodec_send_packet(decoder, demuxer.packet);
                }
                drain();
            } finally {
                av_packet_unref(demuxer.packet);
            }
        }
        flush();
        int valid = (int) Math.max(0, Math.min(position, samples.length));
        return new Sound(valid == samples.length ? samples : Arrays.copyOf(samples, valid));
    }

    private void drain() throws MediaException {
        while (position < samples.length && avcodec_receive_frame(decoder, frame) == 0) {
            if (position == Long.MIN_VALUE) {
                begin();
            }
            convert(frame.extended_data(), frame.nb_samples());
        }
    }

    /** The first frame tells the format and where its sound lies. */
    private void begin() throws MediaException {
        try (AVChannelLayout stereo = new AVChannelLayout();
                AVChannelLayout guessed = new AVChannelLayout()) {
            av_channel_layout_default(stereo, 2);
            boolean told = frame.ch_layout().order() != 0;
            av_channel_layout_default(guessed, frame.ch_layout().nb_channels());
            AVChannelLayout in = told ? frame.ch_layout() : guessed;
            int made = swr_alloc_set_opts2(
                    resampler, stereo, AV_SAMPLE_FMT_FLT, Sound.RATE, in, frame.format(), frame.sample_rate(), 0, null);
            FFmpeg.check(made, demuxer.file, "a known sound format", Demuxer.REMEDY);
            FFmpeg.check(swr_init(resampler), demuxer.file, "sound that can be resampled", Demuxer.REMEDY);
        }
        long stamp = frame.best_effort_timestamp();
        double time = stamp == AV_NOPTS_VALUE ? 0 : stamp * tick - clipStart;
        position = 2 * Math.round((time - from) * Sound.RATE);
    }

    private void convert(@Nullable PointerPointer<?> data, int count) throws MediaException {
        int room = swr_get_out_samples(resampler, count);
        if (room <= 0) {
            return;
        }
        try (FloatPointer out = new FloatPointer(2L * room);
                PointerPointer<FloatPointer> planes = new PointerPointer<>(1)) {
            planes.put(0, out);
            int got = FFmpeg.check(
                    swr_convert(resampler, planes, room, data, count),
                    demuxer.file,
                    "sound that can be resampled",
                    Demuxer.REMEDY);
            take(out, 2L * got);
        }
    }

    private void take(FloatPointer out, long values) {
        long skipped = Math.min(values, Math.max(0, -position));
        long kept = Math.min(values - skipped, samples.length - Math.max(0, position));
        if (kept > 0) {
            out.position(skipped).get(samples, (int) Math.max(0, position), (int) kept);
        }
        position += values;
    }

    private void flush() throws MediaException {
        if (position != Long.MIN_VALUE && position < samples.length) {
            convert(null, 0);
        }
    }

    @Override
    public void close() {
        swr_free(resampler);
        owned.close();
    }
}
