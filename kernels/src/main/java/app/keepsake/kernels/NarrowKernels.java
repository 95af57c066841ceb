package app.keepsake.kernels;

import java.util.ArrayList;
import java.util.List;

/** First layers, of three channels. */
final class NarrowKernels {
    private NarrowKernels() {}

    static KernelClass all() {
        List<Code> members = new ArrayList<>();
        for (int stride : List.of(1, 2)) {
            for (Ending ending : List.of(Ending.RELU, Ending.BOUNDED)) {
                members.add(new NarrowRun(stride, 2 * Panels.WIDE, 1, ending).method());
                for (int panel : Panels.ROWS) {
                    members.add(new NarrowRun(stride, panel, 2, ending).method());
                }
            }
        }
        return new KernelClass(
                "Narrow",
                "3x3 convolutions of three channels whose rows lie between zeros: neighbours by vectors of outputs.",
                members);
    }
}
