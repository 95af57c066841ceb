package app.keepsake.vision.student;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;

/**
 * A trained student. In a file, big-endian: the magic number, name, slope and offset of the scores, the
 * number of layers; for each layer inputs, outputs, kernel and stride as bytes or shorts, weights as float16
 * {@code [k, k, in, out]} and biases as float32.
 *
 * @param name names the weights in results
 * @param slope with {@code offset} turns a logit into the logit of a probability: {@code slope * logit + offset}
 */
public record StudentWeights(String name, float slope, float offset, List<Layer> layers) {
    private static final int MAGIC = 0x4B535431;

    /**
     * A convolution without padding, followed by ReLU unless it is the last; or a pooling.
     *
     * @param outputs 0 for a 2x2 maximum pooling
     * @param weights {@code [kernel, kernel, inputs, outputs]}
     */
    @SuppressWarnings("ArrayRecordComponent") // Weights are passed on without copies.
    public record Layer(int inputs, int outputs, int kernel, int stride, float[] weights, float[] bias) {
        public boolean isPool() {
            return outputs == 0;
        }
    }

    public StudentWeights {
        layers = List.copyOf(layers);
    }

    /** The same weights with scores that mean something else. */
    public StudentWeights calibrated(float newSlope, float newOffset) {
        return new StudentWeights(name, newSlope, newOffset, layers);
    }

    /** Side of the smallest input, which gives one output, px. */
    public int tile() {
        int extent = 1;
        for (Layer layer : layers.reversed()) {
            extent = (extent - 1) * layer.stride() + layer.kernel();
        }
        return extent;
    }

    /** Numbers for each place: the logit of a face, then where it is. */
    int outputs() {
        return layers.getLast().outputs();
    }

    /** Distance between neighbouring outputs, px. */
    public int step() {
        return layers.stream().mapToInt(Layer::stride).reduce(1, (a, b) -> a * b);
    }

    /**
     * @throws IOException if the stream is not such a file; says what was found
     */
    public static StudentWeights read(String source, InputStream stream) throws IOException {
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(stream))) {
            int magic = in.readInt();
            if (magic != MAGIC) {
                throw new IOException("%s is not a student's weights: it begins with %08x instead of %08x."
                        .formatted(source, magic, MAGIC));
            }
            String name = in.readUTF();
            float slope = in.readFloat();
            float offset = in.readFloat();
            List<Layer> layers = new ArrayList<>();
            for (int count = in.readUnsignedByte(); count > 0; count--) {
                layers.add(layer(in));
            }
            return new StudentWeights(name, slope, offset, layers);
        } catch (EOFException e) {
            throw new IOException("%s ends in the middle of a layer. Fetch or train it again.".formatted(source), e);
        }
    }

    private static Layer layer(DataInputStream in) throws IOException {
        int inputs = in.readUnsignedShort();
        int outputs = in.readUnsignedShort();
        int kernel = in.readUnsignedByte();
        int stride = in.readUnsignedByte();
        float[] weights = new float[kernel * kernel * inputs * outputs];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = Float.float16ToFloat(in.readShort());
        }
        float[] bias = new float[outputs];
        for (int i = 0; i < outputs; i++) {
            bias[i] = in.readFloat();
        }
        return new Layer(inputs, outputs, kernel, stride, weights, bias);
    }

    /** Writes the file's bytes; weights are rounded to float16. */
    public void write(OutputStream stream) throws IOException {
        DataOutputStream out = new DataOutputStream(stream);
        out.writeInt(MAGIC);
        out.writeUTF(name);
        out.writeFloat(slope);
        out.writeFloat(offset);
        out.writeByte(layers.size());
        for (Layer layer : layers) {
            out.writeShort(layer.inputs());
            out.writeShort(layer.outputs());
            out.writeByte(layer.kernel());
            out.writeByte(layer.stride());
            for (float weight : layer.weights()) {
                out.writeShort(Float.floatToFloat16(weight));
            }
            for (float bias : layer.bias()) {
                out.writeFloat(bias);
            }
        }
        out.flush();
    }
}
