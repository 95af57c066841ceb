package app.keepsake.film.internal.render;

import app.keepsake.media.MediaException;

/** An encoder that worked when it was tried does not any more. */
public final class EncodingException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    EncodingException(String encoder, MediaException cause) {
        super("%s failed: %s".formatted(encoder, cause.getMessage()), cause);
    }
}
