package app.keepsake.media.internal.structure;

import app.keepsake.media.HdrKind;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a HEIF file says of its items (ISO 14496-12, 8.11; ISO 23008-12): where EXIF and XMP stand, whether the picture is
 * turned by a property, whether a second picture says where it is brighter, and the mended list of properties where it names number 0, which stands for none, or one that
 * there is not, which decoders refuse.
 */
public final class HeifItems {
    private static final int MOST_ITEMS = 60_000;
    private static final int MOST_EXTENTS = 64;

    /** What an auxiliary picture is for. */
    private static final byte[] APPLE_GAIN_MAP =
            "urn:com:apple:photo:2020:aux:hdrgainmap".getBytes(StandardCharsets.US_ASCII);

    private static final String XMP = "application/rdf+xml";

    private final Window file;
    private final Map<Long, String> types = new HashMap<>();
    private final Map<Long, List<Extent>> places = new HashMap<>();
    private final Map<Long, List<Long>> described = new HashMap<>();
    private final List<String> properties = new ArrayList<>();
    private final List<Patch> patches = new ArrayList<>();
    private long primary = -1;
    private final Map<Long, List<String>> propertiesOf = new HashMap<>();
    private long data = -1;
    private boolean appleGainMap;

    private HeifItems(Window file) {
        this.file = file;
    }

    private record Extent(int method, long at, long length) {}

    /**
     * Bytes that stand for others of the same number.
     *
     * @param at offset in the file
     */
    @SuppressWarnings("ArrayRecordComponent") // Passed on at once and never compared.
    public record Patch(long at, byte[] bytes) {}

    /** Reads the structure; of one that is cut off or odd, what can be read. The file stays open for the items. */
    public static HeifItems read(Window file) throws IOException {
        HeifItems items = new HeifItems(file);
        try {
            items.boxes(0, file.size(), "");
        } catch (EOFException cutOff) {
            // Whoever decodes it says what is missing.
        }
        return items;
    }

    /** Whether the container itself turns or mirrors the primary picture, be it by nothing. */
    public boolean isTurned() {
        List<String> own = propertiesOf.getOrDefault(primary, List.of());
        return own.contains("irot") || own.contains("imir");
    }

    /** A second picture that says how much brighter places may be. */
    public Optional<HdrKind> gainMap() {
        // A picture that is derived of both has this type (ISO 21496-1, C).
        if (types.containsValue("tmap")) {
            return Optional.of(HdrKind.GAIN_MAP);
        }
        return appleGainMap ? Optional.of(HdrKind.APPLE_GAIN_MAP) : Optional.empty();
    }

    /** What is to be changed so that decoders take the file; usually nothing. */
    public List<Patch> patches() {
        return List.copyOf(patches);
    }

    /** The TIFF structure of the picture's EXIF, behind a length and a mark; empty if it has more than so many bytes. */
    public Optional<byte[]> exif(int most) throws IOException {
        Optional<byte[]> item = item("Exif", most);
        if (item.isEmpty() || item.get().length < 8) {
            return Optional.empty();
        }
        byte[] bytes = item.get();
        long skipped = 4 + number(bytes, 4);
        // Some writers leave out the length, or what it counts.
        int from = isTiff(bytes, skipped) ? (int) skipped : firstTiff(bytes);
        return from < 0 ? Optional.empty() : Optional.of(Arrays.copyOfRange(bytes, from, bytes.length));
    }

    /** The picture's XMP packet; of one that has more bytes, so many and one more. */
    public Optional<byte[]> xmp(int most) throws IOException {
        return item(XMP, most + 1);
    }

    private Optional<byte[]> item(String type, int most) throws IOException {
        for (Map.Entry<Long, String> one : types.entrySet()) {
            List<Long> of = described.getOrDefault(one.getKey(), List.of());
            if (one.getValue().equals(type) && (of.isEmpty() || of.contains(primary))) {
                return content(places.getOrDefault(one.getKey(), List.of()), most);
            }
        }
        return Optional.empty();
    }

    private Optional<byte[]> content(List<Extent> extents, int most) throws IOException {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        for (Extent extent : extents) {
            long at = extent.method == 1 ? data + extent.at : extent.at;
            long length = Math.min(extent.length, most - content.size());
            if (extent.method > 1 || extent.method == 1 && data < 0 || at + length > file.size()) {
                return Optional.empty();
            }
            content.writeBytes(file.bytes(at, (int) length));
        }
        return content.size() == 0 ? Optional.empty() : Optional.of(content.toByteArray());
    }

    private void boxes(long from, long end, String in) throws IOException {
        Optional<Box> box = Box.at(file, from, end);
        while (box.isPresent() && properties.size() <= MOST_ITEMS) {
            String name = box.get().name();
            long body = box.get().body();
            if (in.equals("ipco")) {
                properties.add(name);
                appleGainMap |= name.equals("auxC") && file.holds(body + 4, APPLE_GAIN_MAP);
            } else {
                box(name, in, body, box.get().end());
            }
            box = Box.at(file, box.get().end(), end);
        }
    }

    private void box(String name, String in, long body, long end) throws IOException {
        switch (in + "/" + name) {
            case "/meta", "meta/iref" -> {
                String inner = name.equals("iref") && file.u8(body) > 0 ? "iref32" : name;
                boxes(body + 4, end, inner);
            }
            case "meta/iprp", "iprp/ipco" -> boxes(body, end, name);
            case "meta/idat" -> data = body;
            case "meta/pitm" -> primary = file.u8(body) == 0 ? file.u16(body + 4) : file.u32(body + 4);
            case "meta/iinf" -> boxes(body + (file.u8(body) == 0 ? 6 : 8), end, name);
            case "iinf/infe" -> type(body, end);
            case "meta/iloc" -> locations(body);
            case "iprp/ipma" -> associations(body, end);
            case "iref/cdsc" -> describes(body, 2);
            case "iref32/cdsc" -> describes(body, 4);
            default -> {}
        }
    }

    private void type(long body, long end) throws IOException {
        int version = file.u8(body);
        if (version < 2) {
            return;
        }
        long at = body + 4;
        long id = version == 2 ? file.u16(at) : file.u32(at);
        at += version == 2 ? 4 : 6;
        String type = file.name(at);
        if (type.equals("mime")) {
            // Behind the item's name, which ends in a zero.
            byte[] texts = file.bytes(at + 4, (int) Math.min(256, end - at - 4));
            String[] parts = new String(texts, StandardCharsets.ISO_8859_1).split("\0", -1);
            type = parts.length > 1 ? parts[1] : type;
        }
        types.put(id, type);
    }

    private void describes(long body, int width) throws IOException {
        long from = number(body, width);
        int count = file.u16(body + width);
        for (int i = 0; i < count && i < MOST_EXTENTS; i++) {
            described
                    .computeIfAbsent(from, id -> new ArrayList<>())
                    .add(number(body + width + 2 + (long) i * width, width));
        }
    }

    private void locations(long body) throws IOException {
        int version = file.u8(body);
        int offsetSize = file.u8(body + 4) >> 4;
        int lengthSize = file.u8(body + 4) & 15;
        int baseSize = file.u8(body + 5) >> 4;
        int indexSize = version > 0 ? file.u8(body + 5) & 15 : 0;
        long at = body + 6;
        long count = version < 2 ? file.u16(at) : file.u32(at);
        at += version < 2 ? 2 : 4;
        for (long i = 0; i < Math.min(count, MOST_ITEMS); i++) {
            long id = version < 2 ? file.u16(at) : file.u32(at);
            at += version < 2 ? 2 : 4;
            int method = version > 0 ? file.u16(at) & 15 : 0;
            at += version > 0 ? 2 : 0;
            // Behind the number of the file that data are in.
            at += 2;
            long base = number(at, baseSize);
            at += baseSize;
            int extents = file.u16(at);
            at += 2;
            List<Extent> list = new ArrayList<>();
            for (int e = 0; e < extents; e++) {
                at += indexSize;
                if (list.size() < MOST_EXTENTS) {
                    list.add(new Extent(method, base + number(at, offsetSize), number(at + offsetSize, lengthSize)));
                }
                at += offsetSize + lengthSize;
            }
            places.put(id, list);
        }
    }

    /** Which properties an item has; those that there are not are left out of the mended list, which then ends in zeros. */
    private void associations(long body, long end) throws IOException {
        boolean wideId = file.u8(body) > 0;
        boolean wideIndex = (file.u8(body + 3) & 1) != 0;
        int width = wideIndex ? 2 : 1;
        long count = file.u32(body + 4);
        long at = body + 8;
        ByteArrayOutputStream mended = new ByteArrayOutputStream();
        boolean mend = false;
        for (long i = 0; i < Math.min(count, MOST_ITEMS); i++) {
            int idWidth = wideId ? 4 : 2;
            long id = number(at, idWidth);
            byte[] idBytes = file.bytes(at, idWidth);
            int links = file.u8(at + idWidth);
            at += idWidth + 1;
            ByteArrayOutputStream kept = new ByteArrayOutputStream();
            for (int l = 0; l < links; l++, at += width) {
                int index = wideIndex ? file.u16(at) & 0x7FFF : file.u8(at) & 0x7F;
                boolean none = index == 0 || !properties.isEmpty() && index > properties.size();
                if (none) {
                    mend = true;
                    continue;
                }
                kept.writeBytes(file.bytes(at, width));
                if (!properties.isEmpty()) {
                    propertiesOf.computeIfAbsent(id, of -> new ArrayList<>()).add(properties.get(index - 1));
                }
            }
            mended.writeBytes(idBytes);
            mended.write(kept.size() / width);
            mended.writeBytes(kept.toByteArray());
        }
        if (mend && at <= end) {
            patches.add(new Patch(body + 8, Arrays.copyOf(mended.toByteArray(), (int) (at - body - 8))));
        }
    }

    private long number(long at, int width) throws IOException {
        return number(file.bytes(at, width), width);
    }

    private static long number(byte[] bytes, int width) {
        long number = 0;
        for (int i = 0; i < width; i++) {
            number = number << 8 | bytes[i] & 0xFF;
        }
        return number;
    }

    private static int firstTiff(byte[] bytes) {
        for (int at = 0; at < Math.min(64, bytes.length); at++) {
            if (isTiff(bytes, at)) {
                return at;
            }
        }
        return -1;
    }

    private static boolean isTiff(byte[] bytes, long offset) {
        if (offset + 4 > bytes.length) {
            return false;
        }
        int at = (int) offset;
        boolean little = bytes[at] == 'I' && bytes[at + 1] == 'I' && bytes[at + 2] == 42 && bytes[at + 3] == 0;
        return little || bytes[at] == 'M' && bytes[at + 1] == 'M' && bytes[at + 2] == 0 && bytes[at + 3] == 42;
    }
}
