package app.keepsake.media.internal.ffmpeg;

import static org.bytedeco.ffmpeg.global.avutil.AVCOL_PRI_BT709;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_PRI_SMPTE431;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_PRI_SMPTE432;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_TRC_ARIB_STD_B67;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_TRC_SMPTE2084;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_RGB24;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_RGB48LE;

import app.keepsake.media.MediaException;
import app.keepsake.media.internal.Sizes;
import app.keepsake.media.internal.colour.HighDynamicRange;
import app.keepsake.media.internal.colour.Primaries;
import java.nio.file.Path;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.jspecify.annotations.Nullable;

/** Scales frames to 8-bit sRGB of one size, whatever range of light they hold. Not thread-safe. */
public final class PictureScaler implements AutoCloseable {
    private final Path file;
    private final Sizes size;
    private final int threads;
    private @Nullable FrameScaler usual;
    private @Nullable FrameScaler deep;

    /**
     * @param file for messages
     * @param size of the pictures to give, not upright yet
     * @param threads to scale with
     */
    public PictureScaler(Path file, Sizes size, int threads) {
        this.file = file;
        this.size = size;
        this.threads = threads;
    }

    /** Interleaved R, G, B. */
    public byte[] scale(AVFrame frame) throws MediaException {
        return switch (frame.color_trc()) {
            case AVCOL_TRC_SMPTE2084 -> HighDynamicRange.PQ.toSrgb(deep().scale(frame), primaries(frame));
            case AVCOL_TRC_ARIB_STD_B67 -> HighDynamicRange.HLG.toSrgb(deep().scale(frame), primaries(frame));
            default -> usual().scale(frame);
        };
    }

    /** What is not told goes by what such light comes with. */
    private static Primaries primaries(AVFrame frame) {
        return switch (frame.color_primaries()) {
            case AVCOL_PRI_BT709 -> Primaries.BT709;
            case AVCOL_PRI_SMPTE431, AVCOL_PRI_SMPTE432 -> Primaries.P3;
            default -> Primaries.BT2020;
        };
    }

    private FrameScaler usual() {
        FrameScaler scaler = usual;
        if (scaler == null) {
            scaler = new FrameScaler(file, size, AV_PIX_FMT_RGB24, 3, threads);
            usual = scaler;
        }
        return scaler;
    }

    private FrameScaler deep() {
        FrameScaler scaler = deep;
        if (scaler == null) {
            scaler = new FrameScaler(file, size, AV_PIX_FMT_RGB48LE, 6, threads);
            deep = scaler;
        }
        return scaler;
    }

    @Override
    public void close() {
        if (usual != null) {
            usual.close();
        }
        if (deep != null) {
            deep.close();
        }
    }
}
