package app.keepsake.media.internal;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/** Formats of pictures that are known and not read, by the bytes that files of them begin with. */
final class UnreadMark {
    private static final Map<String, String> NAMES = Map.ofEntries(
            Map.entry("\u00ff\n", "JPEG XL"),
            Map.entry("\0\0\0\fJXL ", "JPEG XL"),
            Map.entry("\0\0\0\fjP  ", "JPEG 2000"),
            Map.entry("\u00ff\u004f\u00ff\u0051", "JPEG 2000"),
            Map.entry("II\u00bc", "JPEG XR"),
            Map.entry("II\u001a\0\0\0HEAPCCDR", "Canon's old raw files (CRW)"),
            Map.entry("\0MRM", "Minolta's raw files (MRW)"),
            Map.entry("FOVb", "Sigma's raw files (X3F)"),
            Map.entry("8BPS", "Photoshop (PSD)"),
            Map.entry("%PDF", "PDF"),
            Map.entry("gimp xcf", "GIMP (XCF)"));

    private UnreadMark() {}

    /** What a file is that begins so; empty for what is not known. */
    static Optional<String> of(byte[] head) {
        String begin = new String(head, StandardCharsets.ISO_8859_1);
        return NAMES.entrySet().stream()
                .filter(each -> begin.startsWith(each.getKey()))
                .map(Map.Entry::getValue)
                .findFirst();
    }
}
