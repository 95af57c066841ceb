package app.keepsake.cli;

/** What the process's exit status says. */
final class ExitCode {
    static final int OK = 0;
    static final int FAILED = 1;
    static final int USAGE = 2;
    /** The work is done, but some files could not be read. */
    static final int PARTIAL = 3;
    /** Stopped by the user; the next run goes on from there. */
    static final int INTERRUPTED = 130;

    private ExitCode() {}
}
