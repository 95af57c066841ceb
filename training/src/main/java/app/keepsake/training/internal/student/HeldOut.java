package app.keepsake.training.internal.student;

import app.keepsake.training.internal.data.BatchSource;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.Consumer;

/** Measures a student on the tiles of photos that are kept from training. */
record HeldOut(BatchSource source, int[] tiles) {
    private static final int AT_ONCE = 128;

    /** The mean loss: cross entropy of the face and the mean error of the box. */
    double measure(TorchStudent student, StudentParameters parameters, Consumer<String> log) {
        double entropy = 0;
        double box = 0;
        int faces = 0;
        int missed = 0;
        int falseFaces = 0;
        for (int from = 0; from < tiles.length; from += AT_ONCE) {
            Batch batch = source.plain(Arrays.copyOfRange(tiles, from, Math.min(tiles.length, from + AT_ONCE)));
            float[] out = student.outputs(parameters, batch);
            for (int i = 0; i < batch.count(); i++) {
                float logit = out[i * StudentDesign.OUTPUTS];
                boolean face = batch.faces()[i] > 0;
                if (batch.faces()[i] < 0) {
                    continue;
                }
                entropy += Math.log1p(Math.exp(face ? -logit : logit));
                if (face) {
                    faces++;
                    missed += logit < 0 ? 1 : 0;
                    for (int c = 0; c < 4; c++) {
                        box += Math.abs(out[i * StudentDesign.OUTPUTS + 1 + c] - batch.boxes()[4 * i + c]) / 4;
                    }
                } else {
                    falseFaces += logit > 0 ? 1 : 0;
                }
            }
        }
        entropy /= Math.max(1, tiles.length);
        box /= Math.max(1, faces);
        log.accept(String.format(
                Locale.ROOT,
                "  held out: entropy %.4f, box %.4f, missed %d of %d, false %d of %d",
                entropy,
                box,
                missed,
                faces,
                falseFaces,
                tiles.length - faces));
        return entropy + box;
    }
}
