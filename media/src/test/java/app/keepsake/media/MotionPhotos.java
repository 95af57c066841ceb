package app.keepsake.media;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** Pictures with a clip behind them, as phones of several makers write them. */
final class MotionPhotos {
    static final MovieFormat FORMAT = new MovieFormat(160, 120, 30);
    static final int FRAMES = 45;

    private MotionPhotos() {}

    /** One and a half seconds with a tone; frame i is as bright as its number tells. */
    static byte[] clip(Path folder) throws IOException {
        Path file = folder.resolve("made.mp4");
        try (MovieWriter writer = MovieWriter.create(file, FORMAT)) {
            for (int i = 0; i < FRAMES; i++) {
                RgbImage image = RgbImage.black(FORMAT.width(), FORMAT.height());
                Arrays.fill(image.pixels(), (byte) (30 + 4 * i));
                writer.frame(image);
            }
            float[] tone = new float[3 * Sound.RATE];
            for (int i = 0; i < tone.length; i++) {
                tone[i] = (float) (0.5 * Math.sin(i / 2 * 0.05));
            }
            writer.sound(tone, 0, tone.length);
            writer.finish();
        }
        byte[] clip = Files.readAllBytes(file);
        Files.delete(file);
        return clip;
    }

    static byte[] jpeg() {
        return Pictures.jpeg(Pictures.scene(320, 240), false);
    }

    /** A JPEG whose XMP has the attributes and elements. */
    static byte[] withXmp(byte[] jpeg, String attributes, String elements) {
        String packet = "http://ns.adobe.com/xap/1.0/\0<x:xmpmeta xmlns:x='adobe:ns:meta/'>"
                + "<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'><rdf:Description rdf:about=''"
                + " xmlns:GCamera='http://ns.google.com/photos/1.0/camera/'"
                + " xmlns:OpCamera='http://ns.oplus.com/photos/1.0/camera/'"
                + " xmlns:Container='http://ns.google.com/photos/1.0/container/'"
                + " xmlns:Item='http://ns.google.com/photos/1.0/container/item/' " + attributes + ">" + elements
                + "</rdf:Description></rdf:RDF></x:xmpmeta>";
        return Pictures.withSegment(jpeg, 0xE1, packet.getBytes(StandardCharsets.UTF_8));
    }

    static String items(long gainMap, long clip) {
        return "<Container:Directory><rdf:Seq>" + item("Primary", 0)
                + (gainMap > 0 ? item("GainMap", gainMap) : "") + item("MotionPhoto", clip)
                + "</rdf:Seq></Container:Directory>";
    }

    private static String item(String semantic, long length) {
        return "<rdf:li rdf:parseType='Resource'><Container:Item Item:Mime='x' Item:Semantic='" + semantic
                + "' Item:Length='" + length + "' Item:Padding='0'/></rdf:li>";
    }

    static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }

    /** Samsung's: parts with their names, then a directory of them. */
    static byte[] samsung(byte[] jpeg, byte[] clip) {
        byte[] other = part(0x0A01, "Image_UTC_Data", "1705095533853".getBytes(StandardCharsets.US_ASCII));
        byte[] part = part(0x0A30, "MotionPhoto_Data", clip);
        ByteBuffer directory = ByteBuffer.allocate(12 + 24 + 8).order(ByteOrder.LITTLE_ENDIAN);
        directory.put("SEFH".getBytes(StandardCharsets.US_ASCII)).putInt(107).putInt(2);
        directory.putShort((short) 0).putShort((short) 0x0A01);
        directory.putInt(part.length + other.length).putInt(other.length);
        directory
                .putShort((short) 0)
                .putShort((short) 0x0A30)
                .putInt(part.length)
                .putInt(part.length);
        directory.putInt(36).put("SEFT".getBytes(StandardCharsets.US_ASCII));
        return joined(jpeg, other, part, directory.array());
    }

    private static byte[] part(int type, String name, byte[] data) {
        ByteBuffer head = ByteBuffer.allocate(8 + name.length()).order(ByteOrder.LITTLE_ENDIAN);
        head.putShort((short) 0).putShort((short) type).putInt(name.length());
        head.put(name.getBytes(StandardCharsets.US_ASCII));
        return joined(head.array(), data);
    }

    /** A clip with Apple's track that says when in it the photo was taken, in ticks of the movie. */
    static byte[] withStillTime(byte[] clip, int ticks) {
        ByteBuffer edits = ByteBuffer.allocate(8 + 24);
        edits.putInt(0)
                .putInt(2)
                .putInt(ticks)
                .putInt(-1)
                .putInt(1 << 16)
                .putInt(1)
                .putInt(0)
                .putInt(1 << 16);
        byte[] keys = box("keys", "mdta com.apple.quicktime.still-image-time".getBytes(StandardCharsets.US_ASCII));
        byte[] entry = box("mebx", joined(new byte[8], keys));
        byte[] samples = box("stbl", box("stsd", joined(new byte[] {0, 0, 0, 0, 0, 0, 0, 1}, entry)));
        byte[] track = box("trak", joined(box("edts", box("elst", edits.array())), box("mdia", box("minf", samples))));
        return inMovie(clip, track);
    }

    /** A clip with one more box at the end of its movie's. */
    static byte[] inMovie(byte[] clip, byte[] box) {
        int at = indexOf(clip, "moov") - 4;
        int length = ByteBuffer.wrap(clip).getInt(at);
        byte[] movie = Arrays.copyOfRange(clip, at + 8, at + length);
        return joined(
                Arrays.copyOf(clip, at),
                box("moov", joined(movie, box)),
                Arrays.copyOfRange(clip, at + length, clip.length));
    }

    static byte[] box(String name, byte[] content) {
        return joined(
                ByteBuffer.allocate(4).putInt(8 + content.length).array(),
                name.getBytes(StandardCharsets.US_ASCII),
                content);
    }

    static int indexOf(byte[] bytes, String text) {
        return new String(bytes, StandardCharsets.ISO_8859_1).indexOf(text);
    }
}
