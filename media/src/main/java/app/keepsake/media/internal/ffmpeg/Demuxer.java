package app.keepsake.media.internal.ffmpeg;

import static org.bytedeco.ffmpeg.global.avcodec.AV_PKT_DATA_DISPLAYMATRIX;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_side_data_get;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_alloc_context3;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_find_decoder;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_free_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_open2;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_parameters_to_context;
import static org.bytedeco.ffmpeg.global.avformat.av_find_best_stream;
import static org.bytedeco.ffmpeg.global.avformat.avformat_alloc_context;
import static org.bytedeco.ffmpeg.global.avformat.avformat_close_input;
import static org.bytedeco.ffmpeg.global.avformat.avformat_find_stream_info;
import static org.bytedeco.ffmpeg.global.avformat.avformat_open_input;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_free;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_set;

import app.keepsake.media.Inset;
import app.keepsake.media.MediaException;
import app.keepsake.media.MediaType;
import app.keepsake.media.internal.Orientation;
import app.keepsake.media.internal.SourceFile;
import app.keepsake.media.internal.structure.HeifItems;
import app.keepsake.media.internal.structure.IsoBoxes;
import app.keepsake.media.internal.structure.Window;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avcodec.AVPacketSideData;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVRational;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.javacpp.PointerPointer;
import org.jspecify.annotations.Nullable;

/** An open container of a clip or of HEIF pictures. Not thread-safe. */
final class Demuxer implements AutoCloseable {
    static final String REMEDY = "Check that it plays elsewhere; restore it from a backup if not.";
    /** Pixels by which coded pictures of any size may be larger than what is shown of them. */
    private static final long CODING_MARGIN = 1 << 20;

    /** No camera writes larger pictures. */
    private static final long MOST_MENDED = 512L << 20;

    private static final String EXPECTED = "a clip or HEIF file that can be opened";

    private static final Set<String> STREAMS = Set.of("mpegts", "mpeg", "mpegvideo");
    private static final String ISO = "mov,mp4,m4a,3gp,3g2,mj2";

    final Path file;
    final AVFormatContext context;
    private final @Nullable WindowInput held;
    final AVPacket packet;

    private Demuxer(Path file, @Nullable WindowInput held) {
        this.file = file;
        this.held = held;
        // The library makes one itself where it also opens the file.
        this.context = held == null ? new AVFormatContext(null) : FFmpeg.allocated(avformat_alloc_context());
        if (held != null) {
            context.pb(held.context());
        }
        this.packet = FFmpeg.allocated(av_packet_alloc());
    }

    /** Opens a file; nothing but this one local file is ever read, whatever it refers to. */
    static Demuxer open(Path file) throws MediaException {
        MediaType type = SourceFile.of(file).type();
        if (type.isIso()) {
            IsoBoxes ignored = IsoBoxes.read(file);
        }
        return open(file, null, formats(type), EXPECTED);
    }

    /**
     * Opens a clip that is a part of a file, MP4 or QuickTime; nothing else of the file is seen.
     *
     * @param inset where it lies; empty for a file that is a clip
     */
    static Demuxer open(Path file, Optional<Inset> inset) throws MediaException {
        if (inset.isEmpty()) {
            return open(file);
        }
        SourceFile.checkRegular(file);
        IsoBoxes ignored = IsoBoxes.read(file, inset);
        FFmpeg.load();
        try {
            return open(file, new WindowInput(Window.open(file, inset)), ISO, EXPECTED);
        } catch (MediaException e) {
            throw e;
        } catch (EOFException cutOff) {
            throw new MediaException(file, "a picture with its clip", "one that was cut off", REMEDY);
        } catch (IOException e) {
            throw MediaException.ofDisk(file, e);
        }
    }

    /**
     * The same of a HEIF file, which is mended in memory where decoders would refuse what its writers did to it.
     *
     * @param window onto the file
     * @param patches what is to be mended, usually nothing
     */
    static Demuxer openHeif(Path file, Window window, List<HeifItems.Patch> patches) throws IOException {
        IsoBoxes ignored = IsoBoxes.read(file);
        boolean mended = !patches.isEmpty() && window.size() <= MOST_MENDED;
        return open(file, mended ? mended(window, patches) : null, ISO, EXPECTED);
    }

    /** Opens what FFmpeg's program wrote, as NUT. */
    static Demuxer ofProgram(Path program, byte[] nut) throws MediaException {
        FFmpeg.load();
        try {
            return open(program, new WindowInput(Window.of(nut)), "nut", "coded pictures");
        } catch (MediaException e) {
            throw e;
        } catch (IOException e) {
            throw MediaException.ofDisk(program, e);
        }
    }

    private static String formats(MediaType type) {
        return switch (type) {
            case AVI -> "avi";
            case MATROSKA -> "matroska,webm";
            case MPEG_TS -> "mpegts";
            case MPEG_PS -> "mpeg,mpegvideo";
            case ASF -> "asf";
            case DV -> "dv";
            default -> ISO;
        };
    }

    private static WindowInput mended(Window window, List<HeifItems.Patch> patches) throws IOException {
        FFmpeg.load();
        byte[] bytes = window.bytes(0, (int) window.size());
        for (HeifItems.Patch patch : patches) {
            System.arraycopy(patch.bytes(), 0, bytes, (int) patch.at(), patch.bytes().length);
        }
        return new WindowInput(Window.of(bytes));
    }

    /** Opens a file of sound alone. */
    static Demuxer openRecording(Path file) throws MediaException {
        return open(file, null, "ogg,mp3,flac,wav,aiff,aac,mov", "an Ogg, MP3, FLAC, WAV, AIFF, AAC or M4A file");
    }

    private static Demuxer open(Path file, @Nullable WindowInput held, String formats, String expected)
            throws MediaException {
        FFmpeg.load();
        Demuxer demuxer = new Demuxer(file, held);
        AVDictionary options = new AVDictionary(null);
        try {
            av_dict_set(options, "protocol_whitelist", "file", 0);
            av_dict_set(options, "format_whitelist", formats, 0);
            String url = "file:" + file.toAbsolutePath();
            FFmpeg.check(avformat_open_input(demuxer.context, url, null, options), file, expected, REMEDY);
            return demuxer;
        } catch (MediaException | RuntimeException | Error e) {
            demuxer.close();
            throw e;
        } finally {
            av_dict_free(options);
        }
    }

    /** Reads as much as is needed to know each stream's format. */
    void probe() throws MediaException {
        context.max_analyze_duration(2_000_000);
        int count = context.nb_streams();
        AVDictionary[] options = new AVDictionary[count];
        try (PointerPointer<AVDictionary> each = new PointerPointer<>(Math.max(1, count))) {
            for (int i = 0; i < count; i++) {
                options[i] = new AVDictionary(null);
                av_dict_set(options[i], "max_pixels", Long.toString(mostPixels(context.streams(i))), 0);
                each.put(i, options[i]);
            }
            int answer = avformat_find_stream_info(context, each);
            for (int i = 0; i < count; i++) {
                options[i] = each.get(AVDictionary.class, i);
            }
            FFmpeg.check(answer, file, EXPECTED, REMEDY);
        } finally {
            for (AVDictionary one : options) {
                if (one != null && !one.isNull()) {
                    av_dict_free(one);
                }
            }
        }
    }

    /** What the container says of a picture's size holds for the decoder, which finds another in the coded data. */
    private static long mostPixels(AVStream stream) {
        long told = (long) stream.codecpar().width() * stream.codecpar().height();
        return told <= 0 ? FFmpeg.MAX_PIXELS : Math.min(FFmpeg.MAX_PIXELS, 2 * told + CODING_MARGIN);
    }

    /** Whether the container is a stream of packets that no table tells of. */
    boolean isStream() {
        return STREAMS.contains(context.iformat().name().getString());
    }

    /** Index of the main stream of a kind, or a negative number if there is none that can be decoded. */
    int bestStream(int kind) {
        return av_find_best_stream(context, kind, -1, -1, (AVCodec) null, 0);
    }

    /** A decoder for one stream; the caller frees it. */
    AVCodecContext decoder(AVStream stream, int threads) throws MediaException {
        AVCodec codec = avcodec_find_decoder(stream.codecpar().codec_id());
        if (codec == null) {
            throw new MediaException(
                    file,
                    "a known codec",
                    "codec number " + stream.codecpar().codec_id(),
                    "Convert it to H.264 or HEVC.");
        }
        AVCodecContext decoder = FFmpeg.allocated(avcodec_alloc_context3(codec));
        try {
            FFmpeg.check(
                    avcodec_parameters_to_context(decoder, stream.codecpar()), file, "known stream parameters", REMEDY);
            decoder.max_pixels(mostPixels(stream));
            decoder.thread_count(threads);
            decoder.pkt_timebase(stream.time_base());
            FFmpeg.check(avcodec_open2(decoder, codec, (AVDictionary) null), file, "a decodable stream", REMEDY);
            return decoder;
        } catch (MediaException | RuntimeException | Error e) {
            avcodec_free_context(decoder);
            throw e;
        }
    }

    /** The display matrix in a stream's side data, to the nearest quarter turn. */
    static Orientation orientation(AVStream stream) {
        return orientation(
                stream.codecpar().coded_side_data(), stream.codecpar().nb_coded_side_data());
    }

    static Orientation orientation(@Nullable AVPacketSideData first, int count) {
        AVPacketSideData data = first == null ? null : av_packet_side_data_get(first, count, AV_PKT_DATA_DISPLAYMATRIX);
        if (data == null || data.size() < 9 * Integer.BYTES) {
            return Orientation.NORMAL;
        }
        IntPointer matrix = new IntPointer(data.data());
        return Orientation.ofMatrix(matrix.get(0), matrix.get(1), matrix.get(3), matrix.get(4));
    }

    /** Seconds in one tick of a time base. */
    static double seconds(AVRational base) {
        return base.den() == 0 ? 0 : (double) base.num() / base.den();
    }

    @Override
    public void close() {
        av_packet_free(packet);
        avformat_close_input(context);
        if (held != null) {
            held.close();
        }
    }
}
