package app.keepsake.media.internal.metadata;

import com.adobe.internal.xmp.XMPException;
import com.adobe.internal.xmp.XMPIterator;
import com.adobe.internal.xmp.XMPMeta;
import com.adobe.internal.xmp.properties.XMPPropertyInfo;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What XMP says of a movement behind a picture: Google's Motion Photo, its older Micro Video, which Xiaomi writes too, and
 * the lengths that OPPO, OnePlus and Xiaomi add. Namespaces are not looked at, since converters mix them up.
 *
 * @param fromEnd how many bytes before the file's end the clip may begin, the likeliest first
 * @param still when in the clip the photo was taken, where that is told
 * @see <a href="https://developer.android.com/media/platform/motion-photo-format">Android: Motion Photo format 1.0</a>
 */
record MotionTags(List<Long> fromEnd, Optional<Duration> still) {
    private static final int MOST_ITEMS = 20;

    /** Reads a packet; empty where it speaks of no movement. */
    static Optional<MotionTags> read(byte[] packet) {
        try {
            return read(XmpPacket.parsed(packet));
        } catch (XMPException | RuntimeException | StackOverflowError e) {
            return Optional.empty();
        }
    }

    private static Optional<MotionTags> read(XMPMeta xmp) throws XMPException {
        Map<String, String> tags = new LinkedHashMap<>();
        Map<Integer, Map<String, String>> items = new TreeMap<>();
        XMPIterator each = xmp.iterator();
        while (each.hasNext()) {
            XMPPropertyInfo one = (XMPPropertyInfo) each.next();
            if (one.getPath() == null || one.getValue() == null) {
                continue;
            }
            String name = one.getPath().substring(one.getPath().lastIndexOf(':') + 1);
            int open = one.getPath().indexOf("Directory[");
            if (open < 0) {
                tags.putIfAbsent(name, one.getValue());
            } else if (items.size() < MOST_ITEMS) {
                int close = one.getPath().indexOf(']', open);
                int index = Integer.parseInt(one.getPath(), open + "Directory[".length(), close, 10);
                items.computeIfAbsent(index, number -> new LinkedHashMap<>()).putIfAbsent(name, one.getValue());
            }
        }
        boolean moves = "1".equals(tags.get("MotionPhoto"))
                || "1".equals(tags.get("MicroVideo"))
                || tags.containsKey("VideoLength");
        return moves
                ? Optional.of(new MotionTags(fromEnd(tags, List.copyOf(items.values())), still(tags)))
                : Optional.empty();
    }

    private static List<Long> fromEnd(Map<String, String> tags, List<Map<String, String>> items) {
        List<Long> result = new ArrayList<>();
        number(tags, "MicroVideoOffset").ifPresent(result::add);
        long behind = 0;
        for (Map<String, String> item : items.reversed()) {
            long length = number(item, "Length").orElse(0L);
            behind += length;
            if ("MotionPhoto".equals(item.get("Semantic"))) {
                result.add(behind);
                result.add(behind + number(item, "Padding").orElse(0L));
                result.add(length);
            }
        }
        number(tags, "VideoLength").ifPresent(result::add);
        return List.copyOf(result);
    }

    /** Of what is unknown writers say -1, and early ones 0. */
    private static Optional<Duration> still(Map<String, String> tags) {
        return number(tags, "MotionPhotoPresentationTimestampUs")
                .or(() -> number(tags, "MicroVideoPresentationTimestampUs"))
                .filter(micros -> micros > 0)
                .map(micros -> Duration.ofNanos(1000 * micros));
    }

    /** At least 0, and so small that sums do not run over. */
    private static Optional<Long> number(Map<String, String> tags, String name) {
        String text = tags.getOrDefault(name, "").strip();
        return text.matches("\\d{1,12}") ? Optional.of(Long.parseLong(text)) : Optional.empty();
    }
}
