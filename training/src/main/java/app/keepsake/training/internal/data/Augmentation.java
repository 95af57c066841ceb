package app.keepsake.training.internal.data;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.SplittableRandom;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;

/**
 * Shows a part of a photo as a camera might have: light, colour, blur, noise, compression and things in front. Pictures are
 * planes of floats 0-255, {@code [3, side, side]}. Belongs to one thread.
 */
final class Augmentation {
    /** The grey around a picture in the pyramid: the value that is 0 for the network. */
    static final int BORDER = 128;

    private final int side;
    private final int plane;
    private final boolean[] outside;
    private final ImageWriter jpeg = ImageIO.getImageWritersByFormatName("jpeg").next();

    Augmentation(int side) {
        this.side = side;
        this.plane = side * side;
        this.outside = new boolean[plane];
    }

    /**
     * The view of a photo, without any change. Afterwards {@link #isOutside} says which pixels lie outside it or its
     * frame; they are grey.
     */
    float[] look(PhotoStore store, PhotoStore.Entry photo, View view) {
        double k = view.magnification();
        int octave = Math.max(0, (int) Math.floor(Math.log(k) / Math.log(2) + 1e-9));
        PhotoStore.Picture picture = store.picture(photo, octave);
        double scale = 1.0 / (1 << picture.octave());
        boolean shrinks = k * scale > 1.3;
        float[] out = new float[3 * plane];
        double half = side / 2.0;
        for (int at = 0; at < plane; at++) {
            double du = at % side + 0.5 - half;
            double dv = at / side + 0.5 - half;
            double px = view.x() + view.a() * du + view.b() * dv;
            double py = view.y() + view.c() * du + view.d() * dv;
            outside[at] =
                    !view.frame().holds(px, py) || px < 0 || py < 0 || px >= photo.width() || py >= photo.height();
            if (outside[at]) {
                continue;
            }
            if (shrinks) {
                for (int s = 0; s < 4; s++) {
                    double su = (s % 2) * 0.5 - 0.25;
                    double sv = (s / 2) * 0.5 - 0.25;
                    double sx = px + view.a() * su + view.b() * sv;
                    double sy = py + view.c() * su + view.d() * sv;
                    add(picture, sx * scale - 0.5, sy * scale - 0.5, 0.25f, out, at);
                }
            } else {
                add(picture, px * scale - 0.5, py * scale - 0.5, 1, out, at);
            }
        }
        setBorder(out);
        return out;
    }

    private void add(PhotoStore.Picture picture, double px, double py, float weight, float[] out, int at) {
        int x = (int) Math.floor(px);
        int y = (int) Math.floor(py);
        float fx = (float) (px - x);
        float fy = (float) (py - y);
        long topLeft = picture.place(x, y);
        long topRight = picture.place(x + 1, y);
        long bottomLeft = picture.place(x, y + 1);
        long bottomRight = picture.place(x + 1, y + 1);
        for (int c = 0; c < 3; c++) {
            int above = picture.at(topLeft + c);
            int below = picture.at(bottomLeft + c);
            float top = above + fx * (picture.at(topRight + c) - above);
            float bottom = below + fx * (picture.at(bottomRight + c) - below);
            out[c * plane + at] += weight * (top + fy * (bottom - top));
        }
    }

    boolean isOutside(int pixel) {
        return outside[pixel];
    }

    /** Puts what lies inside the latest view's photo and frame into another picture of the same extents. */
    void paste(float[] over, float[] picture, boolean[] pictureOutside) {
        for (int at = 0; at < plane; at++) {
            if (!outside[at]) {
                for (int c = 0; c < 3; c++) {
                    picture[c * plane + at] = over[c * plane + at];
                }
                pictureOutside[at] = false;
            }
        }
        System.arraycopy(pictureOutside, 0, outside, 0, plane);
    }

    /** A copy of what {@link #isOutside} says. */
    boolean[] outside() {
        return outside.clone();
    }

    private void setBorder(float[] picture) {
        for (int at = 0; at < plane; at++) {
            if (outside[at]) {
                for (int c = 0; c < 3; c++) {
                    picture[c * plane + at] = BORDER;
                }
            }
        }
    }

    /** One colour, any or none, over all that lies inside. */
    void paint(float[] picture, SplittableRandom random) {
        boolean isGrey = random.nextBoolean();
        int grey = random.nextInt(256);
        for (int c = 0; c < 3; c++) {
            int level = isGrey ? grey : random.nextInt(256);
            for (int at = 0; at < plane; at++) {
                if (!outside[at]) {
                    picture[c * plane + at] = level;
                }
            }
        }
    }

    /** Changes that a face survives; the border stays. */
    void disturb(float[] picture, SplittableRandom random) {
        if (random.nextInt(100) < 12) {
            blur(picture, 0.15 + 0.35 * random.nextDouble());
        }
        if (random.nextInt(100) < 80) {
            light(picture, random);
        }
        if (random.nextInt(100) < 12) {
            grey(picture, 1);
        } else if (random.nextInt(100) < 30) {
            grey(picture, random.nextDouble() * 1.2 - 0.5);
        }
        if (random.nextInt(100) < 15) {
            noise(picture, 12 * random.nextDouble(), random);
        }
        for (int i = 0; i < picture.length; i++) {
            picture[i] = Math.clamp(picture[i], 0, 255);
        }
        if (random.nextInt(100) < 15) {
            compress(picture, 0.2f + 0.7f * (float) random.nextDouble());
        }
        setBorder(picture);
    }

    private void light(float[] picture, SplittableRandom random) {
        double contrast = Math.exp(0.5 * (random.nextDouble() - 0.5) + (random.nextInt(8) == 0 ? -0.5 : 0));
        double brightness = 128 + 70 * (random.nextDouble() - 0.5);
        double bend = 0.6 * (random.nextDouble() - 0.5);
        for (int c = 0; c < 3; c++) {
            double gain = contrast * (1 + 0.24 * (random.nextDouble() - 0.5));
            for (int i = c * plane; i < (c + 1) * plane; i++) {
                double x = (picture[i] - 128) * gain;
                // A bend that leaves black and white in place stands for gamma.
                picture[i] = (float) (brightness + x + bend * (x - x * Math.abs(x) / 128) * Math.signum(x));
            }
        }
    }

    private void grey(float[] picture, double share) {
        for (int i = 0; i < plane; i++) {
            float luma = 0.3f * picture[i] + 0.59f * picture[plane + i] + 0.11f * picture[2 * plane + i];
            for (int c = 0; c < 3; c++) {
                picture[c * plane + i] += (float) share * (luma - picture[c * plane + i]);
            }
        }
    }

    private void noise(float[] picture, double sigma, SplittableRandom random) {
        for (int i = 0; i < picture.length; i++) {
            // The sum of three uniform numbers is near enough to a bell and cheap.
            double bell = random.nextDouble() + random.nextDouble() + random.nextDouble() - 1.5;
            picture[i] += (float) (2 * sigma * bell);
        }
    }

    /** Binomial-like blur: each pixel gives a share to its neighbours, along rows and then along columns. */
    private void blur(float[] picture, double share) {
        float s = (float) share / 2;
        float[] line = new float[side];
        for (int c = 0; c < 3; c++) {
            for (int direction = 0; direction < 2; direction++) {
                int along = direction == 0 ? 1 : side;
                int across = direction == 0 ? side : 1;
                for (int i = 0; i < side; i++) {
                    int from = c * plane + i * across;
                    for (int j = 0; j < side; j++) {
                        line[j] = picture[from + j * along];
                    }
                    for (int j = 0; j < side; j++) {
                        float before = line[Math.max(0, j - 1)];
                        float after = line[Math.min(side - 1, j + 1)];
                        picture[from + j * along] = (1 - 2 * s) * line[j] + s * (before + after);
                    }
                }
            }
        }
    }

    private void compress(float[] picture, float quality) {
        BufferedImage image = new BufferedImage(side, side, BufferedImage.TYPE_3BYTE_BGR);
        byte[] bgr = ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
        for (int i = 0; i < plane; i++) {
            for (int c = 0; c < 3; c++) {
                bgr[3 * i + 2 - c] = (byte) Math.round(picture[c * plane + i]);
            }
        }
        BufferedImage back = throughJpeg(image, quality);
        for (int i = 0; i < plane; i++) {
            int packed = back.getRGB(i % side, i / side);
            for (int c = 0; c < 3; c++) {
                picture[c * plane + i] = packed >> (16 - 8 * c) & 255;
            }
        }
    }

    private BufferedImage throughJpeg(BufferedImage image, float quality) {
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream(4096);
            ImageWriteParam how = jpeg.getDefaultWriteParam();
            how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            how.setCompressionQuality(quality);
            try (var out = ImageIO.createImageOutputStream(bytes)) {
                jpeg.setOutput(out);
                jpeg.write(null, new IIOImage(image, null, null), how);
            }
            return ImageIO.read(new ByteArrayInputStream(bytes.toByteArray()));
        } catch (IOException e) {
            throw new UncheckedIOException("A JPEG in memory could not be written or read.", e);
        }
    }

    /** Something in front of a face: a flat or noisy patch over a part of it, often the lower half as a mask is. */
    void cover(float[] picture, FaceBox face, SplittableRandom random) {
        double w = face.width() * (0.25 + 0.75 * random.nextDouble());
        double h = face.height() * (0.2 + 0.35 * random.nextDouble());
        boolean low = random.nextInt(3) > 0;
        double left = face.centreX() + (random.nextDouble() - 0.5) * face.width() - w / 2;
        double top = face.y() + (low ? 0.5 + 0.2 * random.nextDouble() : random.nextDouble() * 0.6) * face.height();
        float[] colour = {random.nextInt(256), random.nextInt(256), random.nextInt(256)};
        double rough = random.nextInt(2) * 40;
        for (int y = inside(top); y < inside(top + h); y++) {
            for (int x = inside(left); x < inside(left + w); x++) {
                double shade = rough * (random.nextDouble() - 0.5);
                for (int c = 0; c < 3; c++) {
                    picture[c * plane + y * side + x] = colour[c] + (float) shade;
                }
            }
        }
    }

    private int inside(double fromMiddle) {
        return Math.clamp(Math.round(fromMiddle + side / 2.0), 0, side);
    }
}
