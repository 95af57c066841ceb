package app.keepsake.catalog;

/** A step of analysis; each has its own version, and is done anew when that changes. */
public enum Stage {
    METADATA,
    FACES,
    FACE_EMBEDDINGS,
    QUALITY,
    TAGS,
    FLAGS,
    EMBEDDING
}
