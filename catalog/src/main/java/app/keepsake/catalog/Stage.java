package app.keepsake.catalog;

/** A step of analysis; each has its own version, and is done anew when that changes. */
public enum Stage {
    METADATA,
    FACES,
    FACE_EMBEDDINGS,
    QUALITY,
    TAGS,
    FLAGS,
    /** Animals that may be somebody's, and what tells one from another. */
    ANIMALS,
    EMBEDDING,
    /** The writing in the picture; read after all else, by {@link Texts}. */
    TEXTS,
    /** What the owner's encoder says of the picture; computed after all else, by {@link Encodings}. */
    ENCODING,
    /** Who the faces are. Concerns the whole library; an asset's row says that its faces have been considered. */
    PEOPLE
}
