package app.keepsake.training.internal.data;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The photos of a training, decoded, in one memory-mapped file, so that a data set larger than the heap is read at
 * random; what is known of their faces lies in a second file. Each photo is kept at several sizes, each half the one
 * before. Reading is safe for use by several threads.
 */
public final class PhotoStore implements AutoCloseable {
    /** Photos are halved while both sides are at least this long, px. */
    private static final int LEAST_SIDE = 16;

    private final Arena arena = Arena.ofShared();
    private final MemorySegment bytes;
    private final List<Entry> photos;

    /**
     * A photo.
     *
     * @param at offset of its pixels
     * @param heldOut kept from training, for measuring
     * @param hasPeople false if it is known that nobody is in it
     * @param faces in pixels of the photo as it is kept
     */
    public record Entry(long at, int width, int height, boolean heldOut, boolean hasPeople, List<FaceBox> faces) {
        public Entry {
            faces = List.copyOf(faces);
        }
    }

    private PhotoStore(Path pixels, List<Entry> photos) throws IOException {
        this.photos = photos;
        try (FileChannel channel = FileChannel.open(pixels)) {
            bytes = channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size(), arena);
        }
    }

    public static PhotoStore open(Path folder) throws IOException {
        List<Entry> photos = new ArrayList<>();
        try (DataInputStream in =
                new DataInputStream(new BufferedInputStream(Files.newInputStream(folder.resolve("faces"))))) {
            for (int count = in.readInt(); count > 0; count--) {
                photos.add(entry(in));
            }
        }
        return new PhotoStore(folder.resolve("pixels"), photos);
    }

    private static Entry entry(DataInputStream in) throws IOException {
        long at = in.readLong();
        int width = in.readInt();
        int height = in.readInt();
        boolean heldOut = in.readBoolean();
        boolean hasPeople = in.readBoolean();
        List<FaceBox> faces = new ArrayList<>();
        for (int n = in.readInt(); n > 0; n--) {
            float[] box = {in.readFloat(), in.readFloat(), in.readFloat(), in.readFloat()};
            boolean certain = in.readBoolean();
            float teacher = in.readFloat();
            float[] points = new float[in.readInt()];
            for (int i = 0; i < points.length; i++) {
                points[i] = in.readFloat();
            }
            faces.add(new FaceBox(box[0], box[1], box[2], box[3], certain, teacher, points));
        }
        return new Entry(at, width, height, heldOut, hasPeople, faces);
    }

    public List<Entry> photos() {
        return photos;
    }

    /** The photo, {@code octave} times halved; not more often than it can be. */
    Picture picture(Entry photo, int octave) {
        long at = photo.at;
        int width = photo.width;
        int height = photo.height;
        int halvings = 0;
        while (halvings < octave && canBeHalved(width, height)) {
            at += 3L * width * height;
            width /= 2;
            height /= 2;
            halvings++;
        }
        return new Picture(bytes.asSlice(at, 3L * width * height), width, height, halvings);
    }

    private static boolean canBeHalved(int width, int height) {
        return Math.min(width, height) >= 2 * LEAST_SIDE;
    }

    /** The photo in its full size. */
    public Pixels pixels(Entry photo) {
        byte[] rgb = bytes.asSlice(photo.at, 3L * photo.width * photo.height).toArray(ValueLayout.JAVA_BYTE);
        return new Pixels(photo.width, photo.height, rgb);
    }

    /** One size of a photo. */
    record Picture(MemorySegment rgb, int width, int height, int octave) {
        /** Where a pixel's channels begin; outside the picture those of the nearest pixel. */
        long place(int x, int y) {
            return ((long) Math.clamp(y, 0, height - 1) * width + Math.clamp(x, 0, width - 1)) * 3;
        }

        /** A channel's value, 0-255. */
        int at(long place) {
            return rgb.get(ValueLayout.JAVA_BYTE, place) & 255;
        }
    }

    @Override
    public void close() {
        arena.close();
    }

    /** Writes a store; it is there when this is closed. */
    public static final class Writer implements AutoCloseable {
        private final Path folder;
        private final BufferedOutputStream pixels;
        private final List<Entry> photos = new ArrayList<>();
        private long at;

        public Writer(Path folder) throws IOException {
            this.folder = folder;
            Files.createDirectories(folder);
            pixels = new BufferedOutputStream(Files.newOutputStream(folder.resolve("pixels")), 1 << 20);
        }

        public void write(Pixels photo, boolean heldOut, boolean hasPeople, List<FaceBox> faces) throws IOException {
            photos.add(new Entry(at, photo.width(), photo.height(), heldOut, hasPeople, faces));
            Pixels size = photo;
            while (true) {
                pixels.write(size.rgb());
                at += size.rgb().length;
                if (!canBeHalved(size.width(), size.height())) {
                    return;
                }
                size = size.halved();
            }
        }

        @Override
        public void close() throws IOException {
            pixels.close();
            try (DataOutputStream out =
                    new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(folder.resolve("faces"))))) {
                out.writeInt(photos.size());
                for (Entry photo : photos) {
                    write(out, photo);
                }
            }
        }

        private static void write(DataOutputStream out, Entry photo) throws IOException {
            out.writeLong(photo.at);
            out.writeInt(photo.width);
            out.writeInt(photo.height);
            out.writeBoolean(photo.heldOut);
            out.writeBoolean(photo.hasPeople);
            out.writeInt(photo.faces.size());
            for (FaceBox face : photo.faces) {
                out.writeFloat(face.x());
                out.writeFloat(face.y());
                out.writeFloat(face.width());
                out.writeFloat(face.height());
                out.writeBoolean(face.certain());
                out.writeFloat(face.teacher());
                out.writeInt(face.points().length);
                for (float coordinate : face.points()) {
                    out.writeFloat(coordinate);
                }
            }
        }
    }
}
