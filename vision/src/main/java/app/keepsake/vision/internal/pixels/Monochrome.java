package app.keepsake.vision.internal.pixels;

import app.keepsake.media.RgbImage;

/** Pictures without their colours. */
public final class Monochrome {
    private Monochrome() {}

    /** All three channels are the luma. */
    public static RgbImage of(RgbImage image) {
        float[] luma = GreyPlane.of(image).values();
        byte[] pixels = new byte[image.pixels().length];
        for (int i = 0, p = 0; i < luma.length; i++) {
            byte grey = (byte) Math.round(luma[i]);
            pixels[p++] = grey;
            pixels[p++] = grey;
            pixels[p++] = grey;
        }
        return new RgbImage(image.width(), image.height(), pixels);
    }
}
