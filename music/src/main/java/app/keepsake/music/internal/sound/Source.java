package app.keepsake.music.internal.sound;

import app.keepsake.media.MediaException;
import app.keepsake.music.Loudness;
import app.keepsake.music.StereoBuffer;

/** Music that is made from its start on, block by block. Not thread-safe. */
public sealed interface Source permits Performance, RecordedSource {
    /**
     * The next block.
     *
     * @param end the sample after its last one; it begins where the last block ended
     * @throws MediaException when a recorded instrument cannot be decoded
     */
    StereoBuffer next(int end) throws MediaException;

    /** How loud it will be: weighted power ({@link Loudness}) for each tenth of a second. */
    double[] expected();
}
