package app.keepsake.media.internal.colour;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.color.ColorSpace;
import java.awt.color.ICC_ColorSpace;
import java.awt.color.ICC_Profile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Holds the conversion against the colour management of the JDK. */
final class ColourTest {
    private static final double[][] DISPLAY_P3 = {
        {0.51512, 0.2412, -0.00105}, {0.29198, 0.69225, 0.04189}, {0.1571, 0.06657, 0.78407}
    };
    private static final double[][] ADOBE_RGB = {
        {0.60974, 0.31111, 0.01947}, {0.20528, 0.62567, 0.06087}, {0.14919, 0.06322, 0.74457}
    };

    /** A display profile with the given columns and one curve tag for all channels. */
    private static byte[] profile(double[][] columns, byte[] curve) {
        int tags = 8;
        int columnsAt = 128 + 4 + 12 * tags;
        int curveAt = columnsAt + 4 * 20;
        ByteBuffer icc = ByteBuffer.allocate(curveAt + curve.length);
        icc.putInt(0, icc.capacity()).putInt(8, 0x02400000);
        put(icc, 12, "mntrRGB XYZ ");
        put(icc, 36, "acsp");
        icc.putInt(68, 63190).putInt(72, 65536).putInt(76, 54061);
        icc.putInt(128, tags);
        String[] names = {"rXYZ", "gXYZ", "bXYZ", "wtpt", "rTRC", "gTRC", "bTRC", "cprt"};
        for (int i = 0; i < tags; i++) {
            boolean column = i < 4;
            put(icc, 132 + 12 * i, names[i]);
            icc.putInt(136 + 12 * i, column ? columnsAt + 20 * i : curveAt);
            icc.putInt(140 + 12 * i, column ? 20 : curve.length);
        }
        double[] white = {0.9642, 1, 0.82491};
        for (int i = 0; i < 4; i++) {
            put(icc, columnsAt + 20 * i, "XYZ ");
            for (int k = 0; k < 3; k++) {
                double value = i < 3 ? columns[i][k] : white[k];
                icc.putInt(columnsAt + 20 * i + 8 + 4 * k, (int) Math.round(value * 65536));
            }
        }
        return icc.put(curveAt, curve).array();
    }

    private static void put(ByteBuffer icc, int at, String text) {
        icc.put(at, text.getBytes(StandardCharsets.US_ASCII));
    }

    private static byte[] curve(String kind) {
        ByteBuffer tag = ByteBuffer.allocate(kind.equals("table") ? 12 + 2 * 64 : 32);
        if (kind.equals("parametric")) {
            put(tag, 0, "para");
            tag.putShort(8, (short) 3);
            double[] values = {2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045};
            for (int i = 0; i < values.length; i++) {
                tag.putInt(12 + 4 * i, (int) Math.round(values[i] * 65536));
            }
            return tag.array();
        }
        put(tag, 0, "curv");
        if (kind.equals("gamma")) {
            return tag.putInt(8, 1).putShort(12, (short) 563).array();
        }
        tag.putInt(8, 64);
        for (int i = 0; i < 64; i++) {
            tag.putShort(12 + 2 * i, (short) Math.round(65535 * Math.pow(i / 63.0, 1.8)));
        }
        return tag.array();
    }

    @ParameterizedTest
    @ValueSource(strings = {"gamma", "table", "parametric"})
    void agreesWithTheJdk(String kind) {
        byte[] icc = profile(kind.equals("gamma") ? ADOBE_RGB : DISPLAY_P3, curve(kind));
        ColourProfile ours = ColourProfile.parse(icc).orElseThrow();
        ColorSpace theirs = new ICC_ColorSpace(ICC_Profile.getInstance(icc));
        Random random = new Random(7);
        double worst = 0;
        for (int i = 0; i < 500; i++) {
            byte[] rgb = new byte[3];
            random.nextBytes(rgb);
            float[] expected =
                    theirs.toRGB(new float[] {(rgb[0] & 0xFF) / 255f, (rgb[1] & 0xFF) / 255f, (rgb[2] & 0xFF) / 255f});
            ours.toSrgb(rgb);
            for (int c = 0; c < 3; c++) {
                worst = Math.max(worst, Math.abs((rgb[c] & 0xFF) - 255 * expected[c]));
            }
        }
        assertThat(worst).as("largest difference in levels").isLessThan(3);
        assertThat(ours.isSrgb()).isFalse();
    }

    @Test
    void leavesSrgbAlone() {
        byte[] icc = ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData();
        assertThat(ColourProfile.parse(icc).map(ColourProfile::isSrgb)).isEqualTo(Optional.of(true));
    }

    @Test
    void takesDamagedProfilesForNone() {
        byte[] whole = profile(DISPLAY_P3, curve("table"));
        Random random = new Random(3);
        for (int i = 0; i < 2000; i++) {
            byte[] damaged = whole.clone();
            for (int k = 0; k < 4; k++) {
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
            }
            ColourProfile.parse(damaged).ifPresent(profile -> profile.toSrgb(new byte[] {1, 2, 3}));
        }
        assertThat(ColourProfile.parse(new byte[10])).isEmpty();
        assertThat(ColourProfile.parse(Arrays.copyOf(whole, 140))).isEmpty();
    }

    private static int[] convert(HighDynamicRange range, double r, double g, double b) {
        ByteBuffer pixel = ByteBuffer.allocate(6).order(ByteOrder.LITTLE_ENDIAN);
        for (double value : new double[] {r, g, b}) {
            pixel.putShort((short) Math.round(value * 65535));
        }
        byte[] out = range.toSrgb(pixel.array(), Primaries.BT2020);
        return new int[] {out[0] & 0xFF, out[1] & 0xFF, out[2] & 0xFF};
    }

    @Test
    void mapsHighRangeLight() {
        // Middle grey, 26 cd/m2 (BT.2408: 38 % of both signals), is below the knee and keeps its level.
        for (HighDynamicRange range : HighDynamicRange.values()) {
            int[] grey = convert(range, 0.38, 0.38, 0.38);
            assertThat(grey[0])
                    .as("%s", range)
                    .isBetween(98, 112)
                    .isEqualTo(grey[1])
                    .isEqualTo(grey[2]);
            assertThat(convert(range, 0, 0, 0)).containsOnly(0);
        }
        // Diffuse white stays bright and below the peak, which is white.
        assertThat(convert(HighDynamicRange.PQ, 0.58, 0.58, 0.58)[0]).isBetween(205, 245);
        assertThat(convert(HighDynamicRange.HLG, 0.75, 0.75, 0.75)[0]).isBetween(205, 245);
        assertThat(convert(HighDynamicRange.HLG, 1, 1, 1)[0]).isGreaterThan(252);
        assertThat(convert(HighDynamicRange.PQ, 1, 1, 1)[0]).isGreaterThan(252);
    }
}
