package app.keepsake.media.internal.ffmpeg;

import static org.bytedeco.ffmpeg.global.avutil.AV_SAMPLE_FMT_FLTP;
import static org.bytedeco.ffmpeg.global.avutil.av_channel_layout_default;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_set;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_get_buffer;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_make_writable;

import app.keepsake.media.MediaException;
import app.keepsake.media.Sound;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.file.Path;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;

/** AAC-LC stereo, 192 kb/s. */
final class AacTrack implements AutoCloseable {
    private static final int BIT_RATE = 192_000;

    private final Path file;
    private final Track track;
    private final Owned owned = new Owned();
    private final AVFrame frame;
    private final int frameSize;
    private final float[] left;
    private final float[] right;
    private int filled;
    private long written;

    AacTrack(Path file, AVFormatContext muxer) throws MediaException {
        this.file = file;
        this.track = new Track(file, muxer, "aac");
        try {
            frame = owned.frame();
            track.encoder.sample_fmt(AV_SAMPLE_FMT_FLTP);
            track.encoder.sample_rate(Sound.RATE);
            track.encoder.bit_rate(BIT_RATE);
            track.encoder.time_base().num(1).den(Sound.RATE);
            av_channel_layout_default(track.encoder.ch_layout(), 2);
            AVDictionary options = new AVDictionary(null);
            // With temporal noise shaping single frames come out up to 3.5 dB too loud.
            av_dict_set(options, "aac_tns", "0", 0);
            track.open(options);
            frameSize = track.encoder.frame_size();
            frame.format(AV_SAMPLE_FMT_FLTP).nb_samples(frameSize).sample_rate(Sound.RATE);
            av_channel_layout_default(frame.ch_layout(), 2);
            if (av_frame_get_buffer(frame, 0) < 0) {
                throw new OutOfMemoryError("No native memory for a sound frame.");
            }
        } catch (MediaException | RuntimeException | Error e) {
            close();
            throw e;
        }
        this.left = new float[frameSize];
        this.right = new float[frameSize];
    }

    void append(float[] samples) throws MediaException {
        for (int i = 0; i < samples.length; i += 2) {
            left[filled] = samples[i];
            right[filled] = samples[i + 1];
            if (++filled == frameSize) {
                encode();
            }
        }
    }

    private void encode() throws MediaException {
        FFmpeg.check(av_frame_make_writable(frame), file, "memory for sound", "Free some memory.");
        put(left, 0);
        put(right, 1);
        frame.pts(written);
        written += frameSize;
        filled = 0;
        track.encode(frame);
    }

    private void put(float[] channel, int plane) {
        MemorySegment to =
                MemorySegment.ofAddress(frame.data(plane).address()).reinterpret((long) frameSize * Float.BYTES);
        MemorySegment.copy(channel, 0, to, ValueLayout.JAVA_FLOAT, 0, frameSize);
    }

    /** Pads with silence to a whole frame and to at least {@code sampleFrames}, so that sound lasts to the picture's end. */
    void finish(double sampleFrames) throws MediaException {
        while (filled > 0 || written < sampleFrames) {
            while (filled < frameSize) {
                left[filled] = 0;
                right[filled++] = 0;
            }
            encode();
        }
        track.encode(null);
    }

    @Override
    public void close() {
        owned.close();
        track.close();
    }
}
