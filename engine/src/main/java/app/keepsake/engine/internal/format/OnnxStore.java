package app.keepsake.engine.internal.format;

import app.keepsake.engine.ModelException;
import app.keepsake.engine.OnnxWeights;
import app.keepsake.engine.Tensor;
import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The messages {@code TensorProto} of a model's graph. */
public final class OnnxStore implements OnnxWeights {
    private final String source;
    private final Map<String, ProtoFields> tensors = new LinkedHashMap<>();

    private OnnxStore(String source) {
        this.source = source;
    }

    public static OnnxStore read(String source, byte[] bytes) {
        OnnxStore store = new OnnxStore(source);
        for (ProtoFields graph :
                ProtoFields.read(source, ByteBuffer.wrap(bytes)).messages(7)) {
            graph.messages(5).forEach(tensor -> store.tensors.put(tensor.text(8), tensor));
        }
        return store;
    }

    @Override
    public List<String> names() {
        return List.copyOf(tensors.keySet());
    }

    @Override
    public Tensor tensor(String name) {
        return OnnxTensor.read(message(name));
    }

    @Override
    public ByteBuffer bytes(String name) {
        List<ProtoFields.Field> raw = message(name).all(9);
        if (raw.isEmpty()) {
            throw new ModelException(
                    "%s: tensor '%s' should be one block of bytes, but is not.".formatted(source, name));
        }
        return raw.getLast().bytes().duplicate();
    }

    private ProtoFields message(String name) {
        ProtoFields message = tensors.get(name);
        if (message == null) {
            throw new ModelException("%s: expected a tensor '%s', found none of that name. Maybe it is another model."
                    .formatted(source, name));
        }
        return message;
    }
}
