package app.keepsake.sources;

import java.io.IOException;

/** A source that cannot be read as asked. Its message says what to do, and repeats no secret. */
public final class SourceException extends IOException {
    private static final long serialVersionUID = 1L;

    private final Kind kind;

    /** What is wrong. */
    public enum Kind {
        /** The key is not known there. */
        KEY,
        /** The key may not do this. */
        PERMISSION,
        /** Nobody answers, or somebody else, or the connection is cut again and again. */
        UNREACHABLE,
        /** The other side is of a version that is not spoken here. */
        VERSION,
        /** The other side asks for patience for longer than anybody waits. */
        BUSY,
        /** There is no such thing any more. */
        GONE,
        /** It has more bytes than are taken. */
        TOO_LARGE,
        /** The cursor is of another source or version. */
        CURSOR,
        /** The answer makes no sense. */
        ANSWER
    }

    public SourceException(Kind kind, String message) {
        super(message);
        this.kind = kind;
    }

    public Kind kind() {
        return kind;
    }

    /** Whether another try may succeed although nobody has changed anything. */
    public boolean isPassing() {
        return kind == Kind.UNREACHABLE || kind == Kind.BUSY;
    }
}
