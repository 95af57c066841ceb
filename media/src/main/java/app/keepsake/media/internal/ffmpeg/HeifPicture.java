package app.keepsake.media.internal.ffmpeg;

import static org.bytedeco.ffmpeg.global.avcodec.AV_PKT_DATA_ICC_PROFILE;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_side_data_get;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_unref;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_free_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_receive_frame;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_send_packet;
import static org.bytedeco.ffmpeg.global.avformat.AV_DISPOSITION_DEFAULT;
import static org.bytedeco.ffmpeg.global.avformat.AV_STREAM_GROUP_PARAMS_TILE_GRID;
import static org.bytedeco.ffmpeg.global.avformat.av_read_frame;
import static org.bytedeco.ffmpeg.global.avutil.AVMEDIA_TYPE_VIDEO;
import static org.bytedeco.ffmpeg.global.avutil.AV_FRAME_CROP_UNALIGNED;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_apply_cropping;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_copy_props;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_get_buffer;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_move_ref;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_unref;
import static org.bytedeco.ffmpeg.global.avutil.av_image_copy_plane;
import static org.bytedeco.ffmpeg.global.avutil.av_pix_fmt_count_planes;
import static org.bytedeco.ffmpeg.global.avutil.av_pix_fmt_desc_get;

import app.keepsake.media.HdrKind;
import app.keepsake.media.MediaException;
import app.keepsake.media.internal.Orientation;
import app.keepsake.media.internal.Sizes;
import app.keepsake.media.internal.structure.HeifItems;
import app.keepsake.media.internal.structure.Window;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacketSideData;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avformat.AVStreamGroup;
import org.bytedeco.ffmpeg.avformat.AVStreamGroupTileGrid;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.avutil.AVPixFmtDescriptor;
import org.bytedeco.javacpp.BytePointer;
import org.jspecify.annotations.Nullable;

/**
 * The primary picture of a HEIF file. Phones store it as a grid of tiles, each a stream of its own; the tiles are decoded
 * one after the other and copied to their places.
 */
public final class HeifPicture implements AutoCloseable {
    private static final String EXPECTED = "a HEIF picture";
    private static final int MOST_EXIF_BYTES = 4 << 20;

    private final Path file;
    private final Demuxer demuxer;
    private final @Nullable AVStreamGroup grid;
    private final AVFrame whole;
    private final Optional<byte[]> turningExif;
    private final Optional<HdrKind> gainMap;

    private HeifPicture(Demuxer demuxer, Optional<byte[]> turningExif, Optional<HdrKind> gainMap) {
        this.gainMap = gainMap;
        this.turningExif = turningExif;
        this.file = demuxer.file;
        this.demuxer = demuxer;
        this.grid = grid(demuxer);
        this.whole = FFmpeg.allocated(av_frame_alloc());
    }

    /** Opens a file and reads its structure; no pixels are decoded. */
    public static HeifPicture open(Path file) throws MediaException {
        Demuxer demuxer;
        Optional<byte[]> exif;
        Optional<HdrKind> gainMap;
        try (Window window = Window.open(file)) {
            HeifItems items = HeifItems.read(window);
            exif = items.isTurned() ? Optional.empty() : items.exif(MOST_EXIF_BYTES);
            gainMap = items.gainMap();
            demuxer = Demuxer.openHeif(file, window, items.patches());
        } catch (MediaException e) {
            throw e;
        } catch (IOException e) {
            throw MediaException.ofDisk(file, e);
        }
        HeifPicture picture;
        try {
            picture = new HeifPicture(demuxer, exif, gainMap);
        } catch (RuntimeException | Error e) {
            demuxer.close();
            throw e;
        }
        if (picture.grid == null && picture.single() == null) {
            picture.close();
            throw new MediaException(file, EXPECTED, "no picture", "Restore it from a backup.");
        }
        return picture;
    }

    private static @Nullable AVStreamGroup grid(Demuxer demuxer) {
        AVStreamGroup first = null;
        for (int i = 0; i < demuxer.context.nb_stream_groups(); i++) {
            AVStreamGroup group = demuxer.context.stream_groups(i);
            if (group.type() == AV_STREAM_GROUP_PARAMS_TILE_GRID) {
                if ((group.disposition() & AV_DISPOSITION_DEFAULT) != 0) {
                    return group;
                }
                first = first == null ? group : first;
            }
        }
        // Without a primary mark on a grid, a single primary picture comes before unmarked grids, such as gain maps.
        return primaryStream(demuxer) == null ? first : null;
    }

    private static @Nullable AVStream primaryStream(Demuxer demuxer) {
        for (int i = 0; i < demuxer.context.nb_streams(); i++) {
            AVStream stream = demuxer.context.streams(i);
            if ((stream.disposition() & AV_DISPOSITION_DEFAULT) != 0
                    && stream.codecpar().codec_type() == AVMEDIA_TYPE_VIDEO) {
                return stream;
            }
        }
        return null;
    }

    private @Nullable AVStream single() {
        AVStream primary = primaryStream(demuxer);
        if (primary != null) {
            return primary;
        }
        int best = demuxer.bestStream(AVMEDIA_TYPE_VIDEO);
        return best < 0 ? null : demuxer.context.streams(best);
    }

    /** As stored, after cropping and before {@link #orientation()} is applied. */
    public Sizes size() {
        if (grid != null) {
            AVStreamGroupTileGrid tiles = grid.params_tile_grid();
            return new Sizes(tiles.width(), tiles.height());
        }
        AVStream stream = Objects.requireNonNull(single());
        return new Sizes(stream.codecpar().width(), stream.codecpar().height());
    }

    /** EXIF that tells how the picture is turned, since the container says nothing of it. */
    public Optional<byte[]> turningExif() {
        return turningExif;
    }

    /** The container's rotation and mirroring. */
    public Orientation orientation() {
        if (grid != null) {
            AVStreamGroupTileGrid tiles = grid.params_tile_grid();
            return Demuxer.orientation(tiles.coded_side_data(), tiles.nb_coded_side_data());
        }
        return Demuxer.orientation(Objects.requireNonNull(single()));
    }

    /** How it holds more light than is shown. */
    public Optional<HdrKind> hdr() {
        AVStream stream = grid != null ? grid.streams(0) : Objects.requireNonNull(single());
        return Transfer.of(stream.codecpar().color_trc()).or(() -> gainMap);
    }

    /** The ICC profile of the picture's colours. */
    public Optional<byte[]> profile() {
        AVStream stream = grid != null ? grid.streams(0) : Objects.requireNonNull(single());
        AVPacketSideData first = stream.codecpar().coded_side_data();
        AVPacketSideData data = first == null
                ? null
                : av_packet_side_data_get(first, stream.codecpar().nb_coded_side_data(), AV_PKT_DATA_ICC_PROFILE);
        if (data == null || data.size() > FFmpeg.MOST_PROFILE_BYTES) {
            return Optional.empty();
        }
        byte[] profile = new byte[(int) data.size()];
        data.data().get(profile);
        return Optional.of(profile);
    }

    /** Decodes the pixels; the frame lives until this object is closed. */
    public AVFrame decode() throws MediaException {
        if (grid == null) {
            int index = Objects.requireNonNull(single()).index();
            decodeStreams(Set.of(index), (stream, frame) -> av_frame_move_ref(whole, frame));
        } else {
            stitch(grid);
        }
        if (whole.width() == 0) {
            throw new MediaException(file, EXPECTED, "no decodable picture", Demuxer.REMEDY);
        }
        return whole;
    }

    private void stitch(AVStreamGroup group) throws MediaException {
        AVStreamGroupTileGrid tiles = group.params_tile_grid();
        Map<Integer, List<Integer>> places = new HashMap<>();
        for (int i = 0; i < tiles.nb_tiles(); i++) {
            int index = tiles.offsets_idx(i);
            if (index < group.nb_streams()) {
                places.computeIfAbsent(group.streams(index).index(), key -> new ArrayList<>())
                        .add(i);
            }
        }
        int missing = decodeStreams(places.keySet(), (stream, tile) -> {
            if (whole.width() == 0) {
                prepare(tiles, tile);
            }
            for (int place : places.getOrDefault(stream, List.of())) {
                copy(tile, tiles.offsets_horizontal(place), tiles.offsets_vertical(place));
            }
        });
        if (missing > 0) {
            throw new MediaException(
                    file,
                    "a picture of %d tiles".formatted(places.size()),
                    "only %d that can be decoded".formatted(places.size() - missing),
                    "Restore it from a backup.");
        }
        if (whole.width() != 0) {
            whole.crop_left(tiles.horizontal_offset()).crop_top(tiles.vertical_offset());
            whole.crop_right(tiles.coded_width() - tiles.horizontal_offset() - tiles.width());
            whole.crop_bottom(tiles.coded_height() - tiles.vertical_offset() - tiles.height());
            FFmpeg.check(av_frame_apply_cropping(whole, AV_FRAME_CROP_UNALIGNED), file, EXPECTED, Demuxer.REMEDY);
        }
    }

    private void prepare(AVStreamGroupTileGrid tiles, AVFrame tile) throws MediaException {
        if ((long) tiles.coded_width() * tiles.coded_height() > FFmpeg.MAX_PIXELS) {
            throw new MediaException(
                    file,
                    "at most %d pixels".formatted(FFmpeg.MAX_PIXELS),
                    "%d x %d".formatted(tiles.coded_width(), tiles.coded_height()),
                    "Save it smaller, or leave it out.");
        }
        av_frame_copy_props(whole, tile);
        whole.width(tiles.coded_width()).height(tiles.coded_height()).format(tile.format());
        if (av_frame_get_buffer(whole, 0) < 0) {
            throw new OutOfMemoryError("No native memory for a picture of " + size());
        }
    }

    /** Copies what of a tile lies inside the picture; a tile of another pixel format is left out. */
    private void copy(AVFrame tile, int x, int y) {
        if (tile.format() != whole.format() || x < 0 || y < 0) {
            return;
        }
        int width = Math.min(tile.width(), whole.width() - x);
        int height = Math.min(tile.height(), whole.height() - y);
        AVPixFmtDescriptor format = av_pix_fmt_desc_get(tile.format());
        int bytes = (format.comp(0).depth() + 7) / 8;
        for (int plane = 0; width > 0 && height > 0 && plane < av_pix_fmt_count_planes(tile.format()); plane++) {
            boolean chroma = plane == 1 || plane == 2;
            int across = chroma ? format.log2_chroma_w() : 0;
            int down = chroma ? format.log2_chroma_h() : 0;
            long start = (long) (y >> down) * whole.linesize(plane) + (long) (x >> across) * bytes;
            av_image_copy_plane(
                    new BytePointer(whole.data(plane)).position(start),
                    whole.linesize(plane),
                    tile.data(plane),
                    tile.linesize(plane),
                    ceil(width, across) * bytes,
                    ceil(height, down));
        }
    }

    private static int ceil(int length, int shift) {
        return (length + (1 << shift) - 1) >> shift;
    }

    private interface Sink {
        void take(int stream, AVFrame frame) throws MediaException;
    }

    /** Decodes the first packet of each wanted stream; the answer is how many could not be decoded. */
    private int decodeStreams(Set<Integer> wanted, Sink sink) throws MediaException {
        Set<Integer> left = new HashSet<>(wanted);
        int decoded = 0;
        AVFrame frame = FFmpeg.allocated(av_frame_alloc());
        try {
            while (!left.isEmpty() && av_read_frame(demuxer.context, demuxer.packet) >= 0) {
                int index = demuxer.packet.stream_index();
                if (left.remove(index) && decodePacket(demuxer.context.streams(index), frame)) {
                    decoded++;
                    sink.take(index, frame);
                    av_frame_unref(frame);
                }
                av_packet_unref(demuxer.packet);
            }
        } finally {
            av_frame_free(frame);
            av_packet_unref(demuxer.packet);
        }
        return wanted.size() - decoded;
    }

    private boolean decodePacket(AVStream stream, AVFrame frame) throws MediaException {
        AVCodecContext decoder = demuxer.decoder(stream, 1);
        try {
            return avcodec_send_packet(decoder, demuxer.packet) >= 0
                    && avcodec_send_packet(decoder, null) >= 0
                    && avcodec_receive_frame(decoder, frame) >= 0;
        } finally {
            avcodec_free_context(decoder);
        }
    }

    @Override
    public void close() {
        av_frame_free(whole);
        demuxer.close();
    }
}
