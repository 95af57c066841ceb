package app.keepsake.catalog;

/** The catalog cannot do what was asked; the message names the file, what is wrong and what to do. */
public class CatalogException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public CatalogException(String message) {
        super(message);
    }

    public CatalogException(String message, Throwable cause) {
        super(message, cause);
    }
}
