package app.keepsake.training.internal.student;

import app.keepsake.training.internal.data.Batch;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Losses and gradients from a Python of the user's with PyTorch, which is faster with bfloat16 than the library here. */
final class PythonGradients implements Gradients {
    private static final String SCRIPT = "gradients.py";

    private final StudentDesign design;
    private final Process process;
    private final OutputStream questions;
    private final DataInputStream answers;

    PythonGradients(Path python, StudentDesign design) throws IOException {
        this.design = design;
        List<String> words = List.of(
                python.toString(),
                "-c",
                script(),
                design.text(),
                Float.toString(MOMENTUM),
                Double.toString(StudentParameters.EPSILON),
                Double.toString(FOCUS),
                Double.toString(BOX_WEIGHT),
                Float.toString(OVERLAP_WEIGHT),
                Float.toString(POINT_WEIGHT));
        process = new ProcessBuilder(words)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        questions = process.getOutputStream();
        answers = new DataInputStream(process.getInputStream());
    }

    private static String script() throws IOException {
        try (@Nullable InputStream in = PythonGradients.class.getResourceAsStream(SCRIPT)) {
            if (in == null) {
                throw new IOException("Expected the resource %s, found none. Build again.".formatted(SCRIPT));
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Override
    public Result step(StudentParameters parameters, Batch batch) {
        try {
            questions.write(question(parameters, batch));
            questions.flush();
            return answer(parameters, batch.faces().length);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "The Python that computes gradients ended; it says why above. It needs the package torch.", e);
        }
    }

    private byte[] question(StudentParameters p, Batch batch) {
        int numbers = 3 + p.learned.length + p.statistics.length + batch.faces().length + batch.targets().length;
        ByteBuffer question =
                ByteBuffer.allocate(4 * numbers + batch.pixels().length).order(ByteOrder.LITTLE_ENDIAN);
        question.putInt(batch.count());
        question.putInt(batch.cells());
        question.putInt(design.tiling().side(batch.cells()));
        put(question, p.learned);
        put(question, p.statistics);
        question.put(batch.pixels());
        put(question, batch.faces());
        put(question, batch.targets());
        return question.array();
    }

    private Result answer(StudentParameters p, int outputs) throws IOException {
        byte[] bytes = new byte[4 * (2 + p.learned.length + p.statistics.length + outputs)];
        answers.readFully(bytes);
        ByteBuffer answer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        float faceLoss = answer.getFloat();
        float boxLoss = answer.getFloat();
        float[] gradient = floats(answer, p.learned.length);
        System.arraycopy(floats(answer, p.statistics.length), 0, p.statistics, 0, p.statistics.length);
        return new Result(faceLoss, boxLoss, gradient, floats(answer, outputs));
    }

    private static void put(ByteBuffer bytes, float[] numbers) {
        bytes.asFloatBuffer().put(numbers);
        bytes.position(bytes.position() + 4 * numbers.length);
    }

    private static float[] floats(ByteBuffer bytes, int count) {
        float[] numbers = new float[count];
        bytes.asFloatBuffer().get(numbers);
        bytes.position(bytes.position() + 4 * count);
        return numbers;
    }

    @Override
    public void close() {
        process.destroy();
    }
}
