package app.keepsake.media.internal.ffmpeg;

import static org.bytedeco.ffmpeg.global.avcodec.AV_INPUT_BUFFER_PADDING_SIZE;
import static org.bytedeco.ffmpeg.global.avcodec.AV_PKT_FLAG_KEY;
import static org.bytedeco.ffmpeg.global.avcodec.av_new_packet;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_rescale_ts;
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
import static org.bytedeco.ffmpeg.global.avutil.AVCHROMA_LOC_LEFT;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_PRI_BT709;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_RANGE_MPEG;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_SPC_BT709;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_TRC_BT709;
import static org.bytedeco.ffmpeg.global.avutil.AVMEDIA_TYPE_VIDEO;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUV420P;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_free;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_set;
import static org.bytedeco.ffmpeg.global.avutil.av_mallocz;

import app.keepsake.media.CodedPictures;
import app.keepsake.media.CodingQuality;
import app.keepsake.media.MediaException;
import app.keepsake.media.MovieFormat;
import app.keepsake.media.MovieWriter;
import app.keepsake.media.PictureEncoder;
import app.keepsake.media.RgbImage;
import app.keepsake.media.Sound;
import app.keepsake.media.VideoEncoder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.bytedeco.ffmpeg.avcodec.AVCodecParameters;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVIOContext;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVRational;
import org.bytedeco.javacpp.BytePointer;
import org.jspecify.annotations.Nullable;

/**
 * Writes to a hidden neighbour of the wanted file and moves that into place when all is written; a growing movie is
 * written under its own name.
 */
public final class Mp4Writer implements MovieWriter {
    private static final String REMEDY = "Check that the disk has room and that the folder may be written to.";

    private static final VideoEncoder OWN = LibraryVideo.openH264(CodingQuality.STANDARD);

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
    private @Nullable PictureEncoder encoder;
    /** Of the first run, which the file's header tells of. */
    private CodedPictures.@Nullable Stream stream;
    /** Sound that came before it. */
    private final List<float[]> early = new ArrayList<>();

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
            made = new AacTrack(file, muxer);
            this.sound = made;
            AVIOContext io = new AVIOContext(null);
            check(avio_open(io, "file:" + part, AVIO_FLAG_WRITE), "a file that can be written");
            muxer.pb(io);
        } catch (MediaException | RuntimeException | Error e) {
            release(made);
            throw e;
        }
    }

    /** Starts a movie; an existing file of the name stays until {@link #finish()}, unless the movie grows. */
    public static Mp4Writer create(Path file, MovieFormat format, boolean growing) throws MediaException {
        return new Mp4Writer(file, format, growing);
    }

    private void begin(CodedPictures.Stream first) throws MediaException {
        stream = first;
        describe(picture.codecpar(), first);
        AVDictionary options = new AVDictionary(null);
        try {
            // Players on the web start before the whole file is there if the index comes first.
            String flags = growing ? "+delay_moov+default_base_moof+frag_custom" : "+faststart";
            av_dict_set(options, "movflags", flags, 0);
            check(avformat_write_header(muxer, options), "a movie header");
        } finally {
            av_dict_free(options);
        }
        for (float[] samples : early) {
            Objects.requireNonNull(sound).append(samples);
        }
        early.clear();
    }

    private void describe(AVCodecParameters parameters, CodedPictures.Stream first) {
        parameters.codec_type(AVMEDIA_TYPE_VIDEO).codec_id(first.codec()).format(AV_PIX_FMT_YUV420P);
        parameters.width(format.width()).height(format.height()).video_delay(first.delay());
        parameters.color_range(AVCOL_RANGE_MPEG).color_space(AVCOL_SPC_BT709);
        parameters.color_primaries(AVCOL_PRI_BT709).color_trc(AVCOL_TRC_BT709).chroma_location(AVCHROMA_LOC_LEFT);
        parameters.framerate().num(format.framesPerSecond()).den(format.perSeconds());
        // The library frees it with the stream.
        BytePointer header = new BytePointer(
                FFmpeg.allocated(av_mallocz(first.header().length + (long) AV_INPUT_BUFFER_PADDING_SIZE)));
        header.put(first.header(), 0, first.header().length);
        parameters.extradata(header).extradata_size(first.header().length);
    }

    @Override
    public void frame(RgbImage image) throws MediaException {
        ensureOpen();
        if (image.width() != format.width() || image.height() != format.height()) {
            throw new IllegalArgumentException("A frame must be %d x %d, found %d x %d."
                    .formatted(format.width(), format.height(), image.width(), image.height()));
        }
        PictureEncoder current = encoder;
        if (current == null) {
            current = OWN.start(format);
            encoder = current;
        }
        current.frame(image);
        inRun++;
        if (inRun >= LibraryVideo.keyFrames(format)) {
            endRun();
        }
    }

    /** What was encoded frame by frame so far becomes a run of its own. */
    private void endRun() throws MediaException {
        PictureEncoder current = encoder;
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
        CodedPictures.Stream known = stream;
        if (known == null) {
            begin(run.stream());
        } else if (!known.joins(run.stream())) {
            throw new MediaException(
                    file, "pictures like those before", "those of another encoder", "Make the film once more.");
        }
        int delay = run.stream().delay();
        for (int i = 0; i < run.frames(); i++) {
            CodedPictures.Picture coded = run.pictures().get(i);
            check(av_new_packet(packet, coded.bytes().length), "memory for a frame");
            packet.data().put(coded.bytes(), 0, coded.bytes().length);
            packet.pts(frames + coded.shown())
                    .dts(frames + i - delay)
                    .duration(1)
                    .stream_index(picture.index());
            packet.flags(coded.key() ? AV_PKT_FLAG_KEY : 0);
            av_packet_rescale_ts(packet, frameTime, picture.time_base());
            check(av_interleaved_write_frame(muxer, packet), "a disk with room");
        }
        frames += run.frames();
    }

    @Override
    public void sound(float[] samples, int offset, int length) throws MediaException {
        ensureOpen();
        if (length % 2 != 0) {
            throw new IllegalArgumentException("Stereo samples come in pairs, found %d values.".formatted(length));
        }
        Objects.checkFromIndexSize(offset, length, samples.length);
        float[] part = Arrays.copyOfRange(samples, offset, offset + length);
        if (stream == null) {
            early.add(part);
        } else {
            Objects.requireNonNull(sound).append(part);
        }
    }

    @Override
    public void flush() throws MediaException {
        ensureOpen();
        if (growing && stream != null) {
            check(av_interleaved_write_frame(muxer, null), "a disk with room");
            check(av_write_frame(muxer, null), "a disk with room");
            avio_flush(muxer.pb());
        }
    }

    @Override
    public void finish() throws MediaException {
        ensureOpen();
        endRun();
        if (stream == null) {
            throw new MediaException(file, "pictures to write", "none", "Give the movie a frame.");
        }
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
        PictureEncoder current = encoder;
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
