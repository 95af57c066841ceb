package app.keepsake.kernels;

import java.util.List;

/** The transforms of Winograd convolution. */
final class WinogradKernels {
    private WinogradKernels() {}

    static KernelClass all() {
        return new KernelClass(
                "Winograd",
                "The transforms of F(4x4, 3x3): Lavin and Gray, Fast Algorithms for Convolutional Neural Networks.",
                List.of(
                        InputTransform.method(),
                        new OutputTransform(false, Ending.RELU).method(),
                        new OutputTransform(true, Ending.RELU).method(),
                        new OutputTransform(false, Ending.BOUNDED).method(),
                        new OutputTransform(true, Ending.BOUNDED).method()));
    }
}
