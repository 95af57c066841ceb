package app.keepsake.media.internal.ffmpeg;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import org.bytedeco.ffmpeg.avutil.AVFrame;

/**
 * The three planes of a picture in 4:2:0, the colours' of half its width and height.
 *
 * @param luma rows of bytes
 * @param blueness rows of bytes
 * @param redness rows of bytes
 * @param lumaStride bytes from one row to the next
 * @param colourStride of both colours' planes
 */
public record Planes(
        MemorySegment luma, MemorySegment blueness, MemorySegment redness, long lumaStride, long colourStride) {
    /** In one piece, without gaps: luma, blueness, redness. */
    public static Planes in(byte[] picture, int width, int height) {
        MemorySegment all = MemorySegment.ofArray(picture);
        long luma = (long) width * height;
        return new Planes(
                all.asSlice(0, luma), all.asSlice(luma, luma / 4), all.asSlice(luma + luma / 4), width, width / 2);
    }

    /** Of a frame in the format YUV420P. */
    static Planes of(AVFrame frame) {
        int height = frame.height();
        return new Planes(
                plane(frame, 0, height),
                plane(frame, 1, height / 2),
                plane(frame, 2, height / 2),
                frame.linesize(0),
                frame.linesize(1));
    }

    /** One plane of a frame. */
    static MemorySegment plane(AVFrame frame, int number, int rows) {
        return MemorySegment.ofAddress(frame.data(number).address()).reinterpret((long) frame.linesize(number) * rows);
    }

    void rows(int y, byte[] upper, byte[] lower) {
        MemorySegment.copy(upper, 0, luma, ValueLayout.JAVA_BYTE, y * lumaStride, upper.length);
        MemorySegment.copy(lower, 0, luma, ValueLayout.JAVA_BYTE, (y + 1) * lumaStride, lower.length);
    }

    void colours(int y, byte[] blue, byte[] red) {
        MemorySegment.copy(blue, 0, blueness, ValueLayout.JAVA_BYTE, y * colourStride, blue.length);
        MemorySegment.copy(red, 0, redness, ValueLayout.JAVA_BYTE, y * colourStride, red.length);
    }
}
