package app.keepsake.training.internal.student;

import app.keepsake.training.internal.data.Batch;

/** Computes losses and gradients of batches. Belongs to one thread. */
interface Gradients extends AutoCloseable {
    /** Share of a batch's means and variances in those that are kept. */
    float MOMENTUM = 0.02f;

    /** Power of an output's error that it is weighted by. */
    double FOCUS = 1.5;

    /** Of the loss of boxes against that of faces. */
    double BOX_WEIGHT = 2;

    /** Of the overlap that boxes lack against how far they are off. */
    float OVERLAP_WEIGHT = 0.5f;

    /** Of the loss of points against that of boxes. */
    float POINT_WEIGHT = 0.5f;

    /**
     * @param gradient of the loss, as {@link StudentParameters#learned}
     * @param boxLoss of boxes and points
     * @param scores the probability of a face that each output gave
     */
    record Result(float faceLoss, float boxLoss, float[] gradient, float[] scores) {}

    /** Loss and gradient; the means and variances of {@code parameters} move on. */
    Result step(StudentParameters parameters, Batch batch);

    @Override
    void close();
}
