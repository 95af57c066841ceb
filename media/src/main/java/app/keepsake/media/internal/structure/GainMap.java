package app.keepsake.media.internal.structure;

import app.keepsake.media.HdrKind;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Looks in a JPEG for a second picture of how much brighter places may be: Android's Ultra HDR (XMP of the namespace
 * hdrgm), ISO 21496-1 (a segment of its own), and Apple's, of which the second picture itself tells (MPF, CIPA DC-007).
 */
public final class GainMap {
    private static final byte[] ISO = "urn:iso:std:iso:ts:21496:-1".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] MPF = "MPF\0".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] XMP = "http://ns.adobe.com/xap/1.0/\0".getBytes(StandardCharsets.US_ASCII);
    private static final String ANDROID = "http://ns.adobe.com/hdr-gain-map/1.0/";
    private static final String APPLE = "http://ns.apple.com/HDRGainMap/1.0/";
    private static final int ENTRIES = 0xB002;
    private static final int ENTRY = 16;
    private static final int MOST_PICTURES = 10;

    private final Window file;
    private boolean iso;
    private boolean android;
    private boolean apple;
    private long mpf = -1;

    private GainMap(Window file) {
        this.file = file;
    }

    /** What a JPEG has beside its picture. */
    public static Optional<HdrKind> of(Window jpeg) throws IOException {
        GainMap map = new GainMap(jpeg);
        try {
            map.segments(0);
            if (!map.iso && !map.android && map.mpf >= 0) {
                map.others();
            }
        } catch (EOFException cutOff) {
            // What came before the end still tells.
        }
        if (map.iso || map.android) {
            return Optional.of(HdrKind.GAIN_MAP);
        }
        return map.apple ? Optional.of(HdrKind.APPLE_GAIN_MAP) : Optional.empty();
    }

    /** Markers, lengths and data up to the first scan. */
    private void segments(long start) throws IOException {
        long at = start + 2;
        while (file.u8(at) == 0xFF) {
            int marker = file.u8(at + 1);
            if (marker == 0xFF) {
                // Filling in front of a marker.
                at++;
                continue;
            }
            if (marker == 0xDA || marker == 0xD9) {
                return;
            }
            int length = Math.max(2, file.u16(at + 2));
            long body = at + 4;
            if (marker == 0xE1 && file.holds(body, XMP)) {
                String text = new String(file.bytes(body, length - 2), StandardCharsets.ISO_8859_1);
                android |= text.contains(ANDROID);
                apple |= text.contains(APPLE);
            } else if (marker == 0xE2) {
                iso |= file.holds(body, ISO);
                mpf = file.holds(body, MPF) && mpf < 0 ? body + MPF.length : mpf;
            }
            at += 2 + length;
        }
    }

    /** The pictures behind the first, whose places count from the list of them. */
    private void others() throws IOException {
        Optional<TiffDirectory> list = TiffDirectory.first(file, mpf);
        Optional<TiffDirectory.Place> entries =
                list.isEmpty() ? Optional.empty() : list.get().place(ENTRIES);
        if (entries.isEmpty()) {
            return;
        }
        long base = mpf;
        long count = Math.min(MOST_PICTURES, entries.get().length() / ENTRY);
        for (int i = 1; i < count; i++) {
            long stored = file.u32(entries.get().at() + (long) i * ENTRY + 8);
            long offset = list.get().isLittle() ? Integer.reverseBytes((int) stored) & 0xFFFFFFFFL : stored;
            if (file.u16(base + offset) == 0xFFD8) {
                segments(base + offset);
            }
        }
    }
}
