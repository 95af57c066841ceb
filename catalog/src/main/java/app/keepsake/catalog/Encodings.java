package app.keepsake.catalog;

/**
 * What an encoder that the owner brought says of photos: a vector each, in a space in which it also puts texts. Safe for
 * use by several threads.
 */
public interface Encodings extends Unread {
    /** Hears a vector. */
    interface Visitor {
        /** @param vector whole numbers of 8 bits with a sign; only its direction counts */
        void vector(long assetId, byte[] vector);
    }

    /** Goes through the vectors of one version of an encoder. Reads as it goes: holds one at a time. */
    void each(String encoder, Visitor visitor);

    /**
     * Replaces what is known of a photo.
     *
     * @param vector empty where the photo cannot be read
     * @param encoder its version, which must be that of the vectors that are asked for later
     */
    void write(long assetId, byte[] vector, String encoder);

    /** How many photos have a vector of a version of an encoder. */
    long count(String encoder);

    /** Forgets all vectors. */
    void clear();
}
