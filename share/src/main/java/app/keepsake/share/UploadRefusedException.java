package app.keepsake.share;

import java.io.IOException;

/** The other side does not want it: a wrong password, no room, no such folder. Trying again would not help. */
public final class UploadRefusedException extends IOException {
    private static final long serialVersionUID = 1L;

    public UploadRefusedException(String message) {
        super(message);
    }
}
