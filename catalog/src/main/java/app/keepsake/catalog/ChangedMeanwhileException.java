package app.keepsake.catalog;

/**
 * What a request names is not there, or not as it is named: others may have changed it since it was looked at. Nothing
 * was changed by the request.
 */
public final class ChangedMeanwhileException extends CatalogException {
    private static final long serialVersionUID = 1L;

    public ChangedMeanwhileException(String message) {
        super(message);
    }
}
