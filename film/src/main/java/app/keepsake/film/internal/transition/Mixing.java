package app.keepsake.film.internal.transition;

import jdk.incubator.vector.ByteVector;
import jdk.incubator.vector.ShortVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorShape;
import jdk.incubator.vector.VectorSpecies;

/** Weighted sums of bytes, in vectors of 16-bit numbers; sums stay below 2<sup>16</sup>, so they never overflow. */
final class Mixing {
    private static final VectorSpecies<Short> SHORTS = ShortVector.SPECIES_PREFERRED;
    private static final VectorSpecies<Byte> BYTES =
            VectorShape.forBitSize(SHORTS.length() * 8).withLanes(byte.class);

    private Mixing() {}

    /** {@code out = (a * (256 - share) + b * share) / 256}, rounded, for a run of bytes. */
    static void mix(byte[] a, byte[] b, byte[] out, int share, int from, int to) {
        int keep = 256 - share;
        int i = from;
        for (int bound = to - SHORTS.length(); i <= bound; i += SHORTS.length()) {
            ShortVector mixed = shorts(a, i)
                    .mul((short) keep)
                    .add(shorts(b, i).mul((short) share))
                    .add((short) 128)
                    .lanewise(VectorOperators.LSHR, 8);
            ((ByteVector) mixed.convertShape(VectorOperators.S2B, BYTES, 0)).intoArray(out, i);
        }
        for (; i < to; i++) {
            out[i] = (byte) (((a[i] & 0xFF) * keep + (b[i] & 0xFF) * share + 128) >> 8);
        }
    }

    /** {@code out = in * brightness / 256}, rounded, for a run of bytes. */
    static void dim(byte[] in, byte[] out, int brightness, int from, int to) {
        int i = from;
        for (int bound = to - SHORTS.length(); i <= bound; i += SHORTS.length()) {
            ShortVector dimmed =
                    shorts(in, i).mul((short) brightness).add((short) 128).lanewise(VectorOperators.LSHR, 8);
            ((ByteVector) dimmed.convertShape(VectorOperators.S2B, BYTES, 0)).intoArray(out, i);
        }
        for (; i < to; i++) {
            out[i] = (byte) (((in[i] & 0xFF) * brightness + 128) >> 8);
        }
    }

    private static ShortVector shorts(byte[] data, int at) {
        return (ShortVector)
                ByteVector.fromArray(BYTES, data, at).convertShape(VectorOperators.ZERO_EXTEND_B2S, SHORTS, 0);
    }
}
