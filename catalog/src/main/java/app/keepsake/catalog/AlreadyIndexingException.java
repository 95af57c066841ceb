package app.keepsake.catalog;

/** Another process, or another part of this one, is indexing into the same catalog. */
public final class AlreadyIndexingException extends CatalogException {
    private static final long serialVersionUID = 1L;

    public AlreadyIndexingException(String message) {
        super(message);
    }
}
