package app.keepsake.training.internal.student;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.nn.convolutional.Conv2d;
import ai.djl.nn.norm.BatchNorm;
import ai.djl.nn.pooling.Pool;
import ai.djl.training.GradientCollector;
import app.keepsake.training.internal.data.Batch;
import app.keepsake.training.internal.student.StudentDesign.Layer;
import app.keepsake.training.internal.student.StudentParameters.Place;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Loss and gradient of a batch, computed by PyTorch. Belongs to one thread. */
final class TorchStudent implements Gradients {
    private static final float EPSILON = (float) StudentParameters.EPSILON;
    private static final int TRIES = 5;

    private final NDManager manager = NDManager.newBaseManager(Device.cpu(), "PyTorch");
    private final StudentDesign design;

    TorchStudent(StudentDesign design) {
        this.design = design;
    }

    /** The arrays of a step: for each convolution weights, scale and shift (of a head: weights and bias). */
    private record Held(List<NDArray> learned, List<NDArray> statistics) {}

    /**
     * The native library was seen to give NaN
     * now and then where the same step done again does not, so such a step is done again, in other memory: that of the
     * failed tries is kept until then.
     */
    @Override
    public Result step(StudentParameters parameters, Batch batch) {
        float[] before = parameters.statistics.clone();
        try (NDManager tries = manager.newSubManager()) {
            for (int i = 0; i < TRIES; i++) {
                Result result = once(tries.newSubManager(), parameters, batch);
                if (isFinite(result)) {
                    return result;
                }
                System.arraycopy(before, 0, parameters.statistics, 0, before.length);
            }
        }
        throw new IllegalStateException("The gradient is not a number in %d tries. Lower the rate.".formatted(TRIES));
    }

    private static boolean isFinite(Result result) {
        float sum = result.faceLoss() + result.boxLoss();
        for (float g : result.gradient()) {
            sum += g;
        }
        return Float.isFinite(sum);
    }

    private Result once(NDManager scope, StudentParameters parameters, Batch batch) {
        Held held = upload(scope, parameters, true);
        float faceLoss;
        float boxLoss;
        float[] scores;
        try (GradientCollector collector = Engine.getInstance().newGradientCollector()) {
            NDArray out = forward(held, pixels(scope, batch), true);
            int outputs = batch.faces().length;
            NDArray wanted = scope.create(batch.faces(), new Shape(outputs));
            NDArray logits = out.get(":, 0");
            NDArray face = faceLoss(logits, wanted);
            NDArray box = boxLoss(out, scope.create(batch.targets(), new Shape(outputs, Batch.TARGETS)), wanted);
            collector.backward(face.add(box.mul(BOX_WEIGHT)));
            faceLoss = face.getFloat();
            boxLoss = box.getFloat();
            scores = Activation.sigmoid(logits).toFloatArray();
        }
        download(held, parameters);
        return new Result(faceLoss, boxLoss, gradient(held, parameters), scores);
    }

    /** Loss with fixed statistics and no gradient. */
    Result measure(StudentParameters parameters, Batch batch) {
        try (NDManager scope = manager.newSubManager()) {
            NDArray out = forward(upload(scope, parameters, false), pixels(scope, batch), false);
            int outputs = batch.faces().length;
            NDArray wanted = scope.create(batch.faces(), new Shape(outputs));
            NDArray targets = scope.create(batch.targets(), new Shape(outputs, Batch.TARGETS));
            NDArray logits = out.get(":, 0");
            float face = faceLoss(logits, wanted).getFloat();
            float box = boxLoss(out, targets, wanted).getFloat();
            float[] scores = Activation.sigmoid(logits).toFloatArray();
            return new Result(face, box, new float[0], scores);
        }
    }

    /** Means and variances of what each convolution gives, in the order of {@link StudentParameters#statistics}. */
    float[] statistics(StudentParameters parameters, List<Batch> batches) {
        float[] mean = new float[parameters.statistics.length];
        for (Batch batch : batches) {
            try (NDManager scope = manager.newSubManager()) {
                List<NDArray> convolved = new ArrayList<>();
                forward(upload(scope, parameters, false), pixels(scope, batch), false, convolved);
                int at = 0;
                for (NDArray x : convolved) {
                    NDArray outputs =
                            x.transpose(1, 0, 2, 3).reshape(x.getShape().get(1), -1);
                    NDArray means = outputs.mean(new int[] {1}, true);
                    NDArray variances = outputs.sub(means).square().mean(new int[] {1});
                    for (NDArray part : List.of(means.flatten(), variances)) {
                        for (float value : part.toFloatArray()) {
                            mean[at++] += value / batches.size();
                        }
                    }
                }
            }
        }
        return mean;
    }

    private NDArray pixels(NDManager scope, Batch batch) {
        int side = design.tiling().side(batch.cells());
        float[] pixels = new float[batch.pixels().length];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = ((batch.pixels()[i] & 255) - 128) / 128f;
        }
        return scope.create(pixels, new Shape(batch.count(), 3, side, side));
    }

    private NDArray forward(Held held, NDArray pixels, boolean training) {
        return forward(held, pixels, training, null);
    }

    /** @param convolved takes up what convolutions give before it is normalised */
    private NDArray forward(Held held, NDArray pixels, boolean training, @Nullable List<NDArray> convolved) {
        NDArray x = pixels;
        int learned = 0;
        int statistics = 0;
        for (Layer layer : design.layers()) {
            if (layer.isPool()) {
                x = Pool.maxPool2d(x, new Shape(2, 2), new Shape(2, 2), new Shape(0, 0), false);
                continue;
            }
            NDArray weights = held.learned.get(learned++);
            boolean head = learned + 1 == held.learned.size();
            x = convolution(x, weights, head ? held.learned.get(learned) : null, layer.stride());
            if (!head) {
                if (convolved != null) {
                    convolved.add(x);
                }
                NDArray scale = held.learned.get(learned++);
                NDArray shift = held.learned.get(learned++);
                NDArray mean = held.statistics.get(statistics++);
                NDArray variance = held.statistics.get(statistics++);
                // What this library calls momentum is the share of the old values.
                x = BatchNorm.batchNorm(x, mean, variance, scale, shift, 1, 1 - MOMENTUM, EPSILON, training)
                        .singletonOrThrow();
                x = Activation.relu(x);
            }
        }
        return x.transpose(0, 2, 3, 1).reshape(-1, StudentDesign.OUTPUTS);
    }

    private static NDArray convolution(NDArray x, NDArray weights, @Nullable NDArray bias, int stride) {
        return Conv2d.conv2d(x, weights, bias, new Shape(stride, stride), new Shape(0, 0), new Shape(1, 1), 1)
                .singletonOrThrow();
    }

    /**
     * Binary cross entropy for each face, outputs weighted by how wrong they are, so that the many easy ones without a
     * face do not drown the others (focal loss for soft targets, Li et al., 2020). Written so that large logits do not
     * overflow.
     */
    private static NDArray faceLoss(NDArray logits, NDArray wanted) {
        NDArray counts = wanted.gte(0).toType(DataType.FLOAT32, false);
        NDArray target = wanted.maximum(0);
        NDArray focus = Activation.sigmoid(logits).sub(target).abs().pow(FOCUS).stopGradient();
        NDArray soft = logits.abs().neg().exp().add(1).log();
        NDArray entropy = logits.maximum(0).sub(logits.mul(target)).add(soft);
        NDArray faces = wanted.gt(0.5f).toType(DataType.FLOAT32, false).sum();
        return entropy.mul(focus).mul(counts).sum().div(faces.add(1));
    }

    /**
     * Smooth L1 with a knee at 0.1 and the overlap that is lacking (Yu et al., 2016), over the outputs that show a face
     * and, of its points, those that are known.
     */
    private static NDArray boxLoss(NDArray out, NDArray targets, NDArray faces) {
        NDArray shows = faces.gt(0.5f).toType(DataType.FLOAT32, false);
        NDArray found = out.get(":, 1:5");
        NDArray wanted = targets.get(":, 0:4");
        NDArray box = error(found, wanted)
                .add(lacking(found, wanted).mul(OVERLAP_WEIGHT))
                .mul(shows);
        NDArray wantedPoints = targets.get(":, 4:");
        NDArray known = wantedPoints
                .get(":, 0")
                .isNaN()
                .logicalNot()
                .toType(DataType.FLOAT32, false)
                .mul(shows);
        NDArray filled = NDArrays.where(wantedPoints.isNaN(), wantedPoints.zerosLike(), wantedPoints);
        NDArray points = error(out.get(":, 5:"), filled).mul(known);
        return box.sum()
                .div(shows.sum().add(1e-6f))
                .add(points.sum().div(known.sum().add(1e-6f)).mul(POINT_WEIGHT));
    }

    /** 1 less the intersection over union of boxes. */
    private static NDArray lacking(NDArray found, NDArray wanted) {
        NDArray foundSize = found.get(":, 2:").clip(-3, 3).exp();
        NDArray wantedSize = wanted.get(":, 2:").exp();
        NDArray both = area(shared(found.get(":, :2"), foundSize, wanted.get(":, :2"), wantedSize));
        return both.div(area(foundSize).add(area(wantedSize)).sub(both)).neg().add(1);
    }

    /** Lengths that intervals of these middles and sizes share. */
    private static NDArray shared(NDArray found, NDArray foundSize, NDArray wanted, NDArray wantedSize) {
        NDArray right = found.add(foundSize.div(2)).minimum(wanted.add(wantedSize.div(2)));
        NDArray left = found.sub(foundSize.div(2)).maximum(wanted.sub(wantedSize.div(2)));
        return right.sub(left).maximum(0);
    }

    private static NDArray area(NDArray sizes) {
        return sizes.get(":, 0").mul(sizes.get(":, 1"));
    }

    private static NDArray error(NDArray found, NDArray wanted) {
        float knee = 0.1f;
        NDArray off = found.sub(wanted).abs();
        NDArray inner = off.minimum(knee);
        return inner.square().div(2 * knee).add(off.sub(inner)).mean(new int[] {1});
    }

    private static Held upload(NDManager scope, StudentParameters p, boolean trains) {
        List<NDArray> learned = new ArrayList<>();
        List<NDArray> statistics = new ArrayList<>();
        for (Place place : p.places()) {
            Layer layer = place.layer();
            if (layer.isPool()) {
                continue;
            }
            int n = layer.outputs();
            learned.add(scope.create(
                    part(p.learned, place.weights(), layer.weights()),
                    new Shape(n, layer.inputs(), layer.kernel(), layer.kernel())));
            learned.add(scope.create(part(p.learned, place.scale(), n)));
            if (!place.isHead()) {
                learned.add(scope.create(part(p.learned, place.scale() + n, n)));
                statistics.add(scope.create(part(p.statistics, place.mean(), n)));
                statistics.add(scope.create(part(p.statistics, place.mean() + n, n)));
            }
        }
        learned.forEach(array -> array.setRequiresGradient(trains));
        return new Held(learned, statistics);
    }

    private static float[] part(float[] all, int from, int count) {
        return Arrays.copyOfRange(all, from, from + count);
    }

    /** Learned arrays lie in the same order as in {@link StudentParameters#learned}. */
    private static float[] gradient(Held held, StudentParameters p) {
        float[] gradient = new float[p.learned.length];
        int at = 0;
        for (NDArray array : held.learned) {
            float[] part = array.getGradient().toFloatArray();
            System.arraycopy(part, 0, gradient, at, part.length);
            at += part.length;
        }
        return gradient;
    }

    private static void download(Held held, StudentParameters p) {
        int at = 0;
        for (NDArray array : held.statistics) {
            float[] part = array.toFloatArray();
            System.arraycopy(part, 0, p.statistics, at, part.length);
            at += part.length;
        }
    }

    @Override
    public void close() {
        manager.close();
    }
}
