package app.keepsake.training.internal.student;

import app.keepsake.training.internal.data.Batch;
import app.keepsake.training.internal.data.BatchSource;
import app.keepsake.training.internal.data.CropTable;
import app.keepsake.training.internal.data.PhotoStore;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/** Measures a student on crops of photos that are kept from training, the same ones each time. */
record HeldOut(PhotoStore store, StudentDesign design) {
    private static final int BATCHES = 12;
    private static final int BATCH = 96;
    private static final long SEED = 20_000;

    /** Logs mean losses and how many outputs are right. */
    void measure(TorchStudent student, StudentParameters parameters, Consumer<String> log) {
        BatchSource source = new BatchSource(store, design.tiling(), SEED, true);
        CropTable table = new CropTable(store, List.of(), true);
        double face = 0;
        double box = 0;
        int faces = 0;
        int found = 0;
        int others = 0;
        int wrong = 0;
        for (int i = 0; i < BATCHES; i++) {
            Batch batch = source.batch(table, i, BATCH);
            Gradients.Result result = student.measure(parameters, batch);
            face += result.faceLoss() / BATCHES;
            box += result.boxLoss() / BATCHES;
            for (int j = 0; j < batch.faces().length; j++) {
                boolean yes = result.scores()[j] > 0.5f;
                if (batch.faces()[j] > 0) {
                    faces++;
                    found += yes ? 1 : 0;
                } else if (batch.faces()[j] == 0) {
                    others++;
                    wrong += yes ? 1 : 0;
                }
            }
        }
        log.accept(String.format(
                Locale.ROOT,
                "  held out: face %.4f, box %.4f; of outputs over a face %.2f %% say so, of others %.3f %%",
                face,
                box,
                100.0 * found / Math.max(1, faces),
                100.0 * wrong / Math.max(1, others)));
    }
}
