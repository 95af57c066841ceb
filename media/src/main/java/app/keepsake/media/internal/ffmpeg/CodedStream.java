package app.keepsake.media.internal.ffmpeg;

import static org.bytedeco.ffmpeg.global.avcodec.AV_PKT_FLAG_KEY;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_unref;
import static org.bytedeco.ffmpeg.global.avformat.av_read_frame;

import app.keepsake.media.CodedPictures;
import app.keepsake.media.CodedPictures.Picture;
import app.keepsake.media.CodedPictures.Stream;
import app.keepsake.media.MediaException;
import app.keepsake.media.MovieFormat;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.ffmpeg.avcodec.AVCodecParameters;
import org.bytedeco.ffmpeg.avutil.AVRational;

/** Takes pictures that another process encoded out of the file that it put them into. */
public final class CodedStream {
    private CodedStream() {}

    /**
     * Reads a run.
     *
     * @param from who made it, for messages
     * @param nut a NUT file of one stream of pictures, in the order in which they are decoded
     * @param delay of the stream
     * @throws MediaException when it cannot be read, or there is more than one picture for a time
     */
    public static CodedPictures read(Path from, byte[] nut, MovieFormat format, int delay) throws MediaException {
        List<Long> times = new ArrayList<>();
        List<Picture> pictures = new ArrayList<>();
        try (Demuxer demuxer = Demuxer.ofProgram(from, nut)) {
            if (demuxer.context.nb_streams() != 1) {
                throw unreadable(from, demuxer.context.nb_streams() + " streams");
            }
            AVCodecParameters parameters = demuxer.context.streams(0).codecpar();
            AVRational unit = demuxer.context.streams(0).time_base();
            double frame = (double) unit.num() / unit.den() * format.framesPerSecond() / format.perSeconds();
            while (av_read_frame(demuxer.context, demuxer.packet) >= 0) {
                times.add(Math.round(demuxer.packet.pts() * frame));
                byte[] bytes = new byte[demuxer.packet.size()];
                demuxer.packet.data().get(bytes);
                pictures.add(new Picture(bytes, 0, (demuxer.packet.flags() & AV_PKT_FLAG_KEY) != 0));
                av_packet_unref(demuxer.packet);
            }
            byte[] header = new byte[parameters.extradata_size()];
            if (header.length > 0) {
                parameters.extradata().get(header);
            }
            return new CodedPictures(
                    new Stream(parameters.codec_id(), delay, header), shown(from, times, pictures, delay));
        }
    }

    private static List<Picture> shown(Path from, List<Long> times, List<Picture> pictures, int delay)
            throws MediaException {
        long first = times.stream().mapToLong(time -> time).min().orElse(0);
        boolean[] there = new boolean[pictures.size()];
        List<Picture> shown = new ArrayList<>();
        for (int i = 0; i < pictures.size(); i++) {
            long at = times.get(i) - first;
            if (at >= there.length || there[(int) at] || at < i - delay) {
                throw unreadable(from, "another order of pictures");
            }
            there[(int) at] = true;
            shown.add(new Picture(
                    pictures.get(i).bytes(), (int) at, pictures.get(i).key()));
        }
        return shown;
    }

    private static MediaException unreadable(Path from, String found) {
        return new MediaException(from, "a program that encodes", found, "Choose another encoder.");
    }
}
