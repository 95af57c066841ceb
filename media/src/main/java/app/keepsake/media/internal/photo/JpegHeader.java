package app.keepsake.media.internal.photo;

import app.keepsake.media.internal.Sizes;
import app.keepsake.media.internal.ffmpeg.FFmpeg;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * What is needed of a JPEG's segments before its pixels are decoded (ITU-T T.81, Annex B).
 *
 * @param size as stored
 * @param planes of colours or inks
 * @param progressive whether its scans refine each other
 * @param exifOrientation EXIF value, 1 where there is none
 * @param profile the ICC profile, put together from its chunks
 * @param essence the file without what cameras and programs add: metadata, thumbnails, comments
 */
@SuppressWarnings("ArrayRecordComponent") // Passed on at once and never compared.
record JpegHeader(
        Sizes size, int planes, boolean progressive, int exifOrientation, Optional<byte[]> profile, byte[] essence) {
    private static final byte[] ICC = "ICC_PROFILE\0".getBytes(StandardCharsets.US_ASCII);
    /** Where the number of planes stands in a frame's and in a scan's header. */
    private static final int FRAME_PLANES = 9;

    private static final int SCAN_PLANES = 4;
    private static final int PROGRESSIVE = 0xC2;
    private static final byte[] EXIF = "Exif\0\0".getBytes(StandardCharsets.US_ASCII);

    /** Reads up to the first scan; empty if no frame header comes before it. */
    static Optional<JpegHeader> read(byte[] file) {
        Sizes size = null;
        int planes = 0;
        boolean progressive = false;
        boolean sameNumbers = false;
        int orientation = 1;
        long profileBytes = 0;
        ByteArrayOutputStream profile = new ByteArrayOutputStream();
        ByteArrayOutputStream essence = new ByteArrayOutputStream(file.length);
        essence.write(file, 0, Math.min(2, file.length));
        int at = 2;
        while (at + 4 <= file.length) {
            if (file[at] != (byte) 0xFF) {
                at++;
                continue;
            }
            int marker = file[at + 1] & 0xFF;
            if (marker == 0xFF || marker == 0 || marker == 1 || (marker >= 0xD0 && marker <= 0xD8)) {
                at++;
                continue;
            }
            int length = u16(file, at + 2);
            int body = at + 4;
            int end = at + 2 + length;
            if (marker == 0xDA || marker == 0xD9 || end > file.length) {
                break;
            }
            if (isFrame(marker) && length >= 8 && u16(file, body + 1) > 0 && u16(file, body + 3) > 0) {
                size = new Sizes(u16(file, body + 3), u16(file, body + 1));
                planes = file[body + 5] & 0xFF;
                progressive = marker == PROGRESSIVE;
            } else if (marker == 0xE1 && starts(file, body, end, EXIF)) {
                orientation = TiffHeader.read(file, body + EXIF.length, end)
                        .map(TiffHeader::orientation)
                        .orElse(1);
            } else if (marker == 0xE2 && starts(file, body, end, ICC) && body + ICC.length + 2 < end) {
                int chunk = body + ICC.length + 2;
                profileBytes += end - chunk;
                if (profileBytes <= FFmpeg.MOST_PROFILE_BYTES) {
                    profile.write(file, chunk, end - chunk);
                }
            }
            if (!isAddition(marker)) {
                byte[] segment = Arrays.copyOfRange(file, at, end);
                if (isFrame(marker) && hasSameNumbers(segment)) {
                    sameNumbers = true;
                    number(segment, FRAME_PLANES, planes, 3);
                }
                essence.writeBytes(segment);
            }
            at = end;
        }
        int scans = Math.min(at, file.length);
        if (sameNumbers) {
            byte[] numbered = Arrays.copyOfRange(file, scans, file.length);
            number(numbered, SCAN_PLANES, planes, 2);
            essence.writeBytes(numbered);
        } else {
            essence.write(file, scans, file.length - scans);
        }
        if (size == null) {
            return Optional.empty();
        }
        boolean usual = profileBytes > 0 && profileBytes <= FFmpeg.MOST_PROFILE_BYTES;
        Optional<byte[]> icc = !usual ? Optional.empty() : Optional.of(profile.toByteArray());
        return Optional.of(new JpegHeader(size, planes, progressive, orientation, icc, essence.toByteArray()));
    }

    /** Whether planes share a number, as some programs write it; decoders then fill one of them and leave the others black. */
    private static boolean hasSameNumbers(byte[] frame) {
        int planes = frame.length > FRAME_PLANES ? frame[FRAME_PLANES] & 0xFF : 0;
        long different = IntStream.range(0, planes)
                .map(plane -> FRAME_PLANES + 1 + 3 * plane)
                .filter(place -> place < frame.length)
                .map(place -> frame[place])
                .distinct()
                .count();
        return different < planes;
    }

    /** Numbers planes from one on, in a header that tells of so many; of one that tells of fewer, nobody knows which. */
    private static void number(byte[] header, int counted, int planes, int width) {
        if (header.length > counted + planes * width && header[counted] == planes) {
            for (int plane = 0; plane < planes; plane++) {
                header[counted + 1 + plane * width] = (byte) (plane + 1);
            }
        }
    }

    /** Frame headers are C0 to CF but for the tables among them: DHT, JPG and DAC. */
    private static boolean isFrame(int marker) {
        return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
    }

    /** APP0 to APP15 and comments; but Adobe's APP14 tells how colours are coded. */
    private static boolean isAddition(int marker) {
        return (marker >= 0xE0 && marker <= 0xEF && marker != 0xEE) || marker == 0xFE;
    }

    private static boolean starts(byte[] file, int from, int end, byte[] prefix) {
        return from + prefix.length <= end && Arrays.equals(file, from, from + prefix.length, prefix, 0, prefix.length);
    }

    private static int u16(byte[] file, int at) {
        return (file[at] & 0xFF) << 8 | (file[at + 1] & 0xFF);
    }
}
