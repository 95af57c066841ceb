package app.keepsake.kernels;

import java.util.ArrayList;
import java.util.List;

/** Depthwise convolutions of neighbours. */
final class DepthwiseKernels {
    private DepthwiseKernels() {}

    static KernelClass all() {
        List<DepthwiseQuad> quads = DepthwiseQuad.all();
        List<Code> members = new ArrayList<>();
        quads.forEach(quad -> members.add(quad.method()));
        members.add(DepthwiseChoice.method(quads));
        members.add(DepthwisePixels.method(4));
        members.add(DepthwisePixels.method(1));
        return new KernelClass(
                "Depthwise",
                "Depthwise convolutions of some pixels of a row, for at least one vector of channels.",
                members);
    }
}
