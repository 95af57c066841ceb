package app.keepsake.training.internal.student;

import app.keepsake.training.internal.data.Batch;
import app.keepsake.training.internal.data.BatchSource;
import app.keepsake.training.internal.data.CropTable;
import app.keepsake.training.internal.data.PhotoStore;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Everything that a training needs to go on after a stop.
 *
 * @param now the parameters that the optimizer changes
 * @param average their moving average, which is what is used and shipped
 * @param errors what the table of places has noted
 */
public record Checkpoint(
        StudentDesign design, long step, StudentParameters now, StudentParameters average, AdamW adam, float[] errors) {
    private static final int STATISTICS_BATCHES = 8;
    private static final int STATISTICS_BATCH = 48;

    /** The beginning of a training. */
    public static Checkpoint fresh(StudentDesign design, long seed) {
        StudentParameters now = StudentParameters.random(design, seed);
        return new Checkpoint(design, 0, now, now.copy(), new AdamW(now.learned.length), new float[0]);
    }

    /**
     * The beginning of a training that goes on from weights instead of random numbers: it answers as they do.
     *
     * @param store photos that tell the means and variances of the normalisations, which weights no longer have
     */
    public static Checkpoint of(FoldedStudent start, PhotoStore store, long seed) {
        StudentParameters plain = start.parameters();
        BatchSource source = new BatchSource(store, start.design().tiling(), seed, false);
        CropTable table = new CropTable(store, List.of(), false);
        List<Batch> batches = IntStream.range(0, STATISTICS_BATCHES)
                .mapToObj(i -> source.batch(table, i, STATISTICS_BATCH))
                .toList();
        try (TorchStudent student = new TorchStudent(start.design())) {
            StudentParameters now = plain.normalised(student.statistics(plain, batches));
            return new Checkpoint(start.design(), 0, now, now.copy(), new AdamW(now.learned.length), new float[0]);
        }
    }

    public FoldedStudent folded() {
        return FoldedStudent.of(average);
    }

    public static Checkpoint read(Path file) throws IOException {
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
            StudentDesign design = StudentDesign.parse(in.readUTF());
            long step = in.readLong();
            StudentParameters now = StudentParameters.of(design, floats(in), floats(in));
            StudentParameters average = StudentParameters.of(design, floats(in), floats(in));
            AdamW adam = new AdamW(now.learned.length);
            adam.steps = in.readLong();
            System.arraycopy(floats(in), 0, adam.first, 0, adam.first.length);
            System.arraycopy(floats(in), 0, adam.second, 0, adam.second.length);
            return new Checkpoint(design, step, now, average, adam, floats(in));
        }
    }

    /** Writes beside the file and moves, so that a stop leaves the old or the new checkpoint. */
    public void write(Path file) throws IOException {
        Path beside = file.resolveSibling(file.getFileName() + ".new");
        try (DataOutputStream out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(beside)))) {
            out.writeUTF(design.text());
            out.writeLong(step);
            write(out, now.learned, now.statistics, average.learned, average.statistics);
            out.writeLong(adam.steps);
            write(out, adam.first, adam.second, errors);
        }
        Files.move(beside, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    private static void write(DataOutputStream out, float[]... arrays) throws IOException {
        for (float[] array : arrays) {
            out.writeInt(array.length);
            ByteBuffer bytes = ByteBuffer.allocate(4 * array.length);
            bytes.asFloatBuffer().put(array);
            out.write(bytes.array());
        }
    }

    private static float[] floats(DataInputStream in) throws IOException {
        float[] array = new float[in.readInt()];
        ByteBuffer.wrap(in.readNBytes(4 * array.length)).asFloatBuffer().get(array);
        return array;
    }
}
