package app.keepsake.operations.encoder;

import java.io.IOException;

/** An encoder cannot be used; the message says in a sentence why, with the file's name. */
public final class EncoderException extends IOException {
    private static final long serialVersionUID = 1L;

    EncoderException(String message) {
        super(message);
    }

    EncoderException(String message, Throwable cause) {
        super(message, cause);
    }
}
