package app.keepsake.engine.internal.run;

import app.keepsake.engine.Shape;

/** A tensor somewhere inside an array, such as an arena. */
@SuppressWarnings("ArrayRecordComponent") // A window on shared memory; views are never compared.
public record View(float[] data, int offset, Shape shape) {}
